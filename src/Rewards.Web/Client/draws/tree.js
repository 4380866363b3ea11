// The tree over the entries (RFC 6962; docs/draw-protocol.md §4).
import { hashInto, sha256 } from './sha256.js';

const pair = new Uint8Array(65);
pair[0] = 1;

/** The root over leaves that come one after another; holds a node a level. */
export class Root {
  #levels = Array.from({ length: 33 }, () => new Uint8Array(32));
  #node = new Uint8Array(32);
  count = 0;

  add(leaf) {
    this.#node.set(leaf);
    let level = 0;
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) above(this.#node, this.#levels[level++], this.#node);
    this.#levels[level].set(this.#node);
    this.count++;
  }

  value() {
    if (this.count === 0) return sha256(new Uint8Array(0));
    let root;
    for (let level = 0, rest = this.count; rest > 0; level++, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) {
        if (root) above(root, this.#levels[level], root);
        else root = this.#levels[level].slice();
      }
    }
    return root;
  }
}

/** The root that an inclusion proof leads to (RFC 9162 §2.1.3.2); undefined where the path is too long or too short for the place. */
export function rootFrom(leaf, index, count, path) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= count) return undefined;
  const node = leaf.slice();
  let [place, last] = [index, count - 1];
  const up = () => { [place, last] = [Math.floor(place / 2), Math.floor(last / 2)]; };
  for (const neighbour of path) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      above(node, neighbour, node);
      while (place % 2 === 0 && place !== 0) up();
    } else {
      above(node, node, neighbour);
    }
    up();
  }
  return last === 0 ? node : undefined;
}

function above(out, left, right) {
  pair.set(left, 1);
  pair.set(right, 33);
  hashInto(out, 0, pair, 65);
}

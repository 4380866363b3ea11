/**
 * The best ranked entries of very many, holding few: of each key (a person, or an entry where persons may win more often) the
 * entry with the lowest score, and of those the `most` lowest.
 */
export class Best {
  #most;
  #held = [];
  #limit = new Uint8Array(32).fill(0xff);
  #isFull = false;

  constructor(most) {
    this.#most = most;
  }

  /** Whether a score of 32 bytes could still be among them; asked first, since nearly none is. */
  admits(score) {
    if (!this.#isFull) return this.#most > 0;
    for (let i = 0; i < 32; i++) if (score[i] !== this.#limit[i]) return score[i] < this.#limit[i];
    return false;
  }

  /** Takes { score, bytes, key, entryId }: the score as hexadecimal digits, which sort as the bytes do. */
  add(one) {
    this.#held.push(one);
    if (this.#held.length >= 2 * this.#most + 1000) this.#prune();
  }

  /** In order, the best first. */
  sorted() {
    this.#prune();
    return this.#held;
  }

  #prune() {
    const keys = new Set();
    this.#held.sort((one, other) => (one.score < other.score ? -1 : one.score > other.score ? 1 : one.entryId < other.entryId ? -1 : 1));
    this.#held = this.#held.filter(({ key }) => keys.size < this.#most && !keys.has(key) && keys.add(key));
    this.#isFull = this.#held.length === this.#most;
    if (this.#isFull && this.#most > 0) this.#limit = this.#held.at(-1).bytes;
  }
}

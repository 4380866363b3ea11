// A whole draw, computed again from its bundle. Memory stays flat: small files, a node a level of the tree, and as many of the best
// ranked entries as there are prizes, alternates and dispositions.
import { Best } from './best.js';
import { hex, refuseUnless, same, utf8 } from './bytes.js';
import { leafMessage, readBeacon, readDispositions, readManifest, readPrizes, scoring, seedOf } from './protocol.js';
import { entryOf, fillLeaf, find, tagOf, walk } from './rows.js';
import { hashInto, hmacInto, sha256 } from './sha256.js';
import { Root } from './tree.js';
import { openZip } from './zip.js';

const alternatesShown = 100;

/**
 * Checks a bundle. Throws Disagreement at the first thing that does not agree; else says what came out.
 * @param {Blob} blob the zip
 * @param {{ commitment?: string, entryId?: string, progress?: (share: number) => void }} known the commitment that was noted, an entry to look for
 */
export async function checkBundle(blob, { commitment, entryId, progress = () => {} } = {}) {
  const files = await openZip(blob);
  const manifest = readManifest(files['manifest.bin']);
  refuseUnless(!commitment || commitment === hex(manifest.commit), 'commitment-other', hex(manifest.commit));
  refuseUnless(same(sha256(files['rules.txt']), manifest.rulesHash), 'rules-changed');
  refuseUnless(same(sha256(files['prizes.txt']), manifest.prizesHash), 'prizes-changed');
  const prizes = readPrizes(files['prizes.txt'], manifest.prizeCount);
  const beacon = readBeacon(files['beacon.json'], manifest);
  const seed = seedOf(manifest, beacon);
  const dispositions = readDispositions(files['dispositions.jsonl']);
  const listed = alternatesIn(files['result.json']);
  const most = listed > alternatesShown ? manifest.count : manifest.prizeCount + Math.max(alternatesShown, dispositions.length);

  const draw = new Draw(manifest, seed, files.entries);
  const own = entryId && await draw.find(entryId);
  const { ranked, below } = await draw.rank(most, own?.score, progress);
  const drawn = ranked.slice(0, manifest.prizeCount).map(one => one.entryId);
  const line = ranked.slice(manifest.prizeCount).map(one => one.entryId);
  const bindsHead = checkResult(files['result.json'], manifest, seed, drawn, line, listed, prizes, dispositions);
  await checkStanding(dispositions, ranked, most, draw);
  const holders = settled(manifest.prizeCount, drawn, line, dispositions);
  return {
    drawId: manifest.drawId,
    commit: hex(manifest.commit),
    count: manifest.count,
    kind: beacon.kind,
    round: beacon.round,
    announced: beacon.announced,
    seed: hex(seed),
    dispositions: dispositions.length,
    bindsHead,
    prizes: prizes.map((prize, i) => ({ prize, drawn: drawn[i], holder: holders[i] })),
    entry: entryId && {
      entryId,
      isIn: own !== undefined,
      ...(own && { index: own.index, score: hex(own.score), rank: below + 1, prize: holders.indexOf(entryId) + 1, line: line.indexOf(entryId) + 1 }),
    },
  };
}

/** The entries of a draw under its seed. */
export class Draw {
  #manifest;
  #entries;
  #leaf = new Uint8Array(32);
  #score = new Uint8Array(32);
  #message;
  #scoring;

  constructor(manifest, seed, entries) {
    [this.#manifest, this.#entries] = [manifest, entries];
    [this.#message, this.#scoring] = [leafMessage(manifest.drawId), scoring(seed)];
  }

  /** An entry's place, person and score; undefined where it did not take part. */
  async find(entryId) {
    const row = await find(this.#entries, this.#manifest.count, entryId);
    if (!row) return undefined;
    this.#weigh(row);
    return { index: row.index, key: this.#key(), score: this.#score.slice() };
  }

  /** Walks over all entries: those under the root, the best ranked, and how many scored better than one. */
  async rank(most, ownScore, progress) {
    const root = new Root();
    const best = new Best(most);
    const before = new Uint8Array(16);
    let below = 0;
    await this.walk(index => {
      this.#checkOrder(before, index);
      root.add(this.#leaf);
      if (ownScore && isBelow(this.#score, ownScore)) below++;
      if (best.admits(this.#score)) {
        best.add({ score: hex(this.#score), bytes: this.#score.slice(), key: this.#key(), entryId: entryOf(this.#message) });
      }
    }, progress);
    refuseUnless(same(root.value(), this.#manifest.root), 'entries-root');
    return { ranked: best.sorted(), below };
  }

  /** The better ones of these persons' entries: { [key]: score } of the best. */
  async bestOf(keys) {
    const best = new Map();
    await this.walk(() => {
      const key = this.#key();
      if (keys.has(key) && (!best.has(key) || isBelow(this.#score, best.get(key)))) best.set(key, this.#score.slice());
    }, () => {});
    return best;
  }

  walk(visit, progress) {
    return walk(this.#entries, this.#manifest.count, row => {
      this.#weigh(row);
      visit(row.index);
    }, progress);
  }

  #weigh(row) {
    fillLeaf(this.#message, row);
    hashInto(this.#leaf, 0, this.#message, this.#message.length);
    this.#scoring.message.set(this.#leaf, this.#scoring.message.length - 32);
    hmacInto(this.#score, 0, this.#scoring.key, this.#scoring.message, this.#scoring.message.length);
  }

  #key() {
    return this.#manifest.dedupMode === 1 ? tagOf(this.#message) : entryOf(this.#message);
  }

  #checkOrder(before, index) {
    const at = this.#message.length - 37;
    let i = 0;
    while (i < 16 && this.#message[at + i] === before[i]) i++;
    refuseUnless(index === 0 || (i < 16 && this.#message[at + i] > before[i]), 'entries-row', index + 2);
    for (; i < 16; i++) before[i] = this.#message[at + i];
  }
}

function isBelow(one, other) {
  let i = 0;
  while (i < 31 && one[i] === other[i]) i++;
  return one[i] < other[i];
}

function alternatesIn(bytes) {
  try {
    const { alternates } = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(alternates) ? alternates.length : 0;
  } catch {
    return 0;
  }
}

// The file is written again, piece by piece: the first that differs has a name. Answers whether it carries the last disposition's hash.
function checkResult(bytes, { drawId, commit }, seed, drawn, line, listed, prizes, dispositions) {
  const shown = listed > alternatesShown ? line : line.slice(0, alternatesShown);
  const head = dispositions.length > 0 && bytes.length > 84 && new TextDecoder().decode(bytes.slice(-90)).includes(',"dispositionsHead":"');
  const pieces = [
    ['drawId', `{"drawId":${JSON.stringify(drawId)}`],
    ['commit', `,"commit":"${hex(commit)}"`],
    ['seed', `,"seed":"${hex(seed)}","winners":[`],
    ...drawn.map((entryId, i) => ['winner', `${i > 0 ? ',' : ''}${JSON.stringify({ place: i + 1, prize: prizes[i], entryId })}`, i + 1]),
    ['alternates', '],"alternates":['],
    ...shown.map((entryId, i) => ['alternate', `${i > 0 ? ',' : ''}"${entryId}"`, i + 1]),
    ['alternates', ']'],
    ...(head ? [['head', `,"dispositionsHead":"${hex(dispositions.at(-1).hash)}"`]] : []),
    ['end', '}'],
  ];
  let at = 0;
  for (const [what, text, place] of pieces) {
    const piece = utf8(text);
    refuseUnless(same(bytes.subarray(at, at + piece.length), piece), `result-${what}`, place);
    at += piece.length;
  }
  refuseUnless(at === bytes.length, 'result-end');
  return head;
}

// Whoever is disposed of had a place to lose: the best ranked entry of a person, once.
async function checkStanding(dispositions, ranked, most, draw) {
  const standing = new Set(ranked.map(({ entryId }) => entryId));
  const outside = new Map();
  const gone = new Set();
  for (const { entryId } of dispositions) {
    const found = !gone.has(entryId) && (standing.has(entryId) || (ranked.length === most && await draw.find(entryId)));
    refuseUnless(found, 'dispositions-stranger', entryId);
    gone.add(entryId);
    if (found !== true) outside.set(found.key, { entryId, score: found.score });
  }
  if (outside.size === 0) return;
  const best = await draw.bestOf(outside);
  for (const [key, { entryId, score }] of outside) refuseUnless(same(best.get(key), score), 'dispositions-stranger', entryId);
}

// An entry that is disposed of loses its prize to the first in line that is not; nobody moves from one prize to another.
function settled(prizeCount, drawn, line, dispositions) {
  const holders = Array.from({ length: prizeCount }, (_, i) => drawn[i]);
  const gone = new Set();
  let next = 0;
  for (const { entryId } of dispositions) {
    gone.add(entryId);
    const place = holders.indexOf(entryId);
    if (place < 0) continue;
    while (gone.has(line[next])) next++;
    holders[place] = line[next++];
  }
  return holders;
}

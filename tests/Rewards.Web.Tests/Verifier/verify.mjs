// node verify.mjs PATH [COMMITMENT]: checks a draw's bundle, a zip or a folder. Says what was checked; ends with 0 where all agrees,
// with 1 at the first thing that does not, which it names. Written from docs/draw-protocol.md alone; § refers to it.
import { hash } from 'node:crypto';
import { fstatSync, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { bls12_381 } from '@noble/curves/bls12-381.js';

const MiB = 2 ** 20;
const LIMITS = {
  'manifest.bin': 4 + 18 + 4 + 100 + 185, 'entries.csv': 24 + 77 * 10_000_000, 'rules.txt': MiB, 'prizes.txt': MiB, 'beacon.json': 32 * 1024,
  'dispositions.jsonl': 16 * MiB, 'result.json': 1024 * MiB,
};
const NAMES = Object.keys(LIMITS);
const QUICKNET = {
  id: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  key: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  dst: 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_',
  last: 83903165811,
};

class Wrong extends Error {}
const must = (holds, what) => { if (!holds) throw new Wrong(what); };

// By way of a string: four times as fast as asking for a buffer.
const H = bytes => Buffer.from(hash('sha256', bytes, 'latin1'), 'latin1');
const uint = (value, size) => Buffer.from(BigInt(value).toString(16).padStart(2 * size, '0'), 'hex');
const S = text => Buffer.concat([uint(Buffer.byteLength(text), 4), Buffer.from(text)]);
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

// --- the container, §11 and §12 --------------------------------------------------------------------------------------

/** Bytes of an open file: `from` on, `size` of them. */
class Member {
  constructor(file, from, size) { Object.assign(this, { file, from, size }); }

  read(at = 0, length = this.size) {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length;) {
      const count = readSync(this.file, bytes, done, length - done, this.from + at + done);
      must(count > 0, 'the bundle became shorter while it was read');
      done += count;
    }
    return bytes;
  }

  * parts(length = MiB) {
    for (let at = 0; at < this.size; at += length) yield this.read(at, Math.min(length, this.size - at));
  }

  text(what) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.read());
    } catch {
      throw new Wrong(`${what}: is not UTF-8`);
    }
  }
}

function openFolder(path) {
  const found = readdirSync(path);
  for (const name of found) must(name in LIMITS, `${JSON.stringify(name)}: does not belong to a bundle`);
  return Object.fromEntries(NAMES.map(name => {
    must(found.includes(name), `${name}: is missing`);
    must(lstatSync(join(path, name)).isFile(), `${name}: is no plain file`);
    const file = openSync(join(path, name));
    const { size } = fstatSync(file);
    must(size <= LIMITS[name], `${name}: is too long`);
    return [name, new Member(file, 0, size)];
  }));
}

function openZip(path) {
  const file = openSync(path);
  const whole = new Member(file, 0, fstatSync(file).size);
  const le = (value, size) => uint(value, size).reverse();
  const members = {};
  const directory = [];
  let at = 0;
  for (const name of NAMES) {
    must(at + 30 + name.length <= whole.size, `zip: ends before ${name}`);
    const header = whole.read(at, 30 + name.length);
    const [crc, size] = [header.readUInt32LE(14), header.readUInt32LE(18)];
    // Version, flags, method, time, date, CRC, both sizes, lengths of name and extra field.
    const shared = Buffer.concat([le(10, 2), le(0, 2), le(0, 2), le(0, 2), le(0x21, 2), le(crc, 4), le(size, 4), le(size, 4), le(name.length, 2), le(0, 2)]);
    must(header.equals(Buffer.concat([le(0x04034b50, 4), shared, Buffer.from(name)])), `zip: not the canonical form at ${name}`);
    must(size <= LIMITS[name] && at + header.length + size <= whole.size, `zip: ${name} is too long`);
    members[name] = new Member(file, at + header.length, size);
    let sum = 0;
    for (const part of members[name].parts()) sum = crc32(part, sum);
    must(sum === crc, `zip: ${name} has not its checksum`);
    directory.push(Buffer.concat([le(0x02014b50, 4), le(10, 2), shared, le(0, 2), le(0, 2), le(0, 2), le(0, 4), le(at, 4), Buffer.from(name)]));
    at += header.length + size;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([central, le(0x06054b50, 4), le(0, 2), le(0, 2), le(7, 2), le(7, 2), le(central.length, 4), le(at, 4), le(0, 2)]);
  must(whole.size - at === end.length && whole.read(at, end.length).equals(end), 'zip: not the canonical form after the last file');
  return members;
}

// --- manifest, beacon, seed: §5 to §8 --------------------------------------------------------------------------------

function readManifest(bytes) {
  let at = 0;
  const take = size => { must(at + size <= bytes.length, 'manifest.bin: ends too early'); return bytes.subarray(at, at += size); };
  const text = () => take(take(4).readUInt32BE());
  must(text().equals(Buffer.from('sweeps/v1/manifest')), 'manifest.bin: is no manifest');
  const id = text();
  const manifest = {
    drawId: id.toString(), seq: take(4).readUInt32BE(), prev: take(32), n: Number(take(8).readBigUInt64BE()), root: take(32), rulesHash: take(32),
    prizesHash: take(32), prizeCount: take(4).readUInt32BE(), dedupMode: take(1)[0], beaconId: take(32).toString('hex'),
    round: Number(take(8).readBigUInt64BE()), commit: H(bytes),
  };
  must(at === bytes.length, 'manifest.bin: goes on after its end');
  must(id.length >= 1 && id.length <= 100 && Buffer.from(manifest.drawId).equals(id) && !CONTROL.test(manifest.drawId) && !manifest.drawId.includes('\ufffd'), 'manifest.bin: no drawId');
  must(manifest.seq >= 1 && manifest.n <= 10_000_000 && manifest.prizeCount <= 10_000 && manifest.dedupMode <= 1, 'manifest.bin: a number is out of its range');
  return manifest;
}

function jsonIn(text, what, order) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Wrong(`${what}: is no JSON`);
  }
  const again = JSON.stringify(Object.fromEntries(order(value ?? {}).map(name => [name, value?.[name]])));
  must(again === text, `${what}: is not in the canonical form`);
  return value;
}

const isHex = (text, bytes) => typeof text === 'string' && text.length === 2 * bytes && !/[^0-9a-f]/.test(text);
const isText = (text, most) => typeof text === 'string' && text.length >= 1 && text.length <= most && text.isWellFormed() && !text.includes('\ufffd');

function readBeacon(text, say) {
  must(!text.startsWith('\ufeff'), 'beacon.json: has a byte order mark');
  const beacon = jsonIn(text, 'beacon.json', ({ kind }) => (kind === 'ceremony'
    ? ['kind', 'beaconId', 'round', 'description', 'announced'] : ['kind', 'beaconId', 'round', 'signature']));
  if (beacon.kind === 'ceremony') {
    must(isText(beacon.description, 2000) && isText(beacon.announced, 2000) && beacon.round === 0, 'beacon.json: is no ceremony');
    must(beacon.beaconId === H(Buffer.concat([S('sweeps/v1/ceremony'), S(beacon.description)])).toString('hex'), 'beacon.json: has not the id of its description');
    say(`beacon.json: ceremony, announced as ${JSON.stringify(beacon.announced)}; compare it with its source, there is no BLS signature to verify`);
    return { ...beacon, randomness: H(Buffer.from(beacon.announced)) };
  }
  must(beacon.kind === 'drand-quicknet' && beacon.beaconId === QUICKNET.id && Number.isInteger(beacon.round)
    && beacon.round >= 1 && beacon.round <= QUICKNET.last && isHex(beacon.signature, 48), 'beacon.json: is no round of quicknet');
  must(isSignature(beacon.round, beacon.signature), `beacon.json: BLS signature of round ${beacon.round} is WRONG`);
  say(`beacon.json: BLS signature of round ${beacon.round} of drand quicknet verified`);
  return { ...beacon, randomness: H(Buffer.from(beacon.signature, 'hex')) };
}

function isSignature(round, signature) {
  const { G1, G2, pairing, fields } = bls12_381;
  try {
    const point = G1.Point.fromHex(signature);
    point.assertValidity();
    if (point.equals(G1.Point.ZERO) || point.toHex(true) !== signature) return false;
    const message = G1.hashToCurve(new Uint8Array(H(uint(round, 8))), { DST: QUICKNET.dst });
    return fields.Fp12.eql(pairing(point, G2.Point.BASE), pairing(message, G2.Point.fromHex(QUICKNET.key)));
  } catch {
    return false;
  }
}

// --- entries, §1 to §4 and §9 ----------------------------------------------------------------------------------------

function isDay(text) {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !text.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** Leaf, score, entry and tag of every row in turn; the buffers are the same each time. */
function* rows(member, manifest, seed) {
  const first = 'entryId,tag,source,date\n';
  must(member.size === first.length + 77 * manifest.n, `entries.csv: has not ${manifest.n} rows`);
  must(member.read(0, first.length).toString('latin1') === first, 'entries.csv: has another first line');
  const head = Buffer.concat([Buffer.from([0]), S('sweeps/v1/entry'), S(manifest.drawId)]);
  const leaf = Buffer.concat([head, Buffer.alloc(37)]);
  const scored = S('sweeps/v1/score');
  // RFC 2104, with both pads laid out once.
  const pad = byte => Buffer.alloc(64, byte).map((value, i) => value ^ (seed[i] ?? 0));
  const inner = Buffer.concat([pad(0x36), scored, Buffer.alloc(32)]);
  const outer = Buffer.concat([pad(0x5c), Buffer.alloc(32)]);
  const days = new Set();
  let line = 2;
  for (const part of new Member(member.file, member.from + first.length, member.size - first.length).parts(77 * 8192)) {
    const text = part.toString('latin1');
    for (let at = 0; at < text.length; at += 77, line++) {
      const row = text.slice(at, at + 77);
      const day = row.slice(68, 76);
      must(/^[0-9a-f]{32},[0-9a-f]{32},[12],\d{8}\n$/.test(row) && (days.has(day) || (isDay(day) && days.add(day))), `entries.csv: line ${line} is no entry`);
      const [entry, tag] = [row.slice(0, 32), row.slice(33, 65)];
      leaf.write(entry, head.length, 'hex');
      leaf.write(tag, head.length + 16, 'hex');
      leaf[head.length + 32] = row.charCodeAt(66) - 48;
      leaf.writeUInt32BE(Number(day), head.length + 33);
      const L = H(leaf);
      L.copy(inner, inner.length - 32);
      H(inner).copy(outer, 64);
      yield { line, entry, tag, L, score: H(outer) };
    }
  }
}

/** The RFC 6962 root of leaves as they come: a stack of complete subtrees with their sizes. */
class Tree {
  #stack = [];
  #pair = Buffer.concat([Buffer.from([1]), Buffer.alloc(64)]);

  push(node) {
    let size = 1;
    for (let top = this.#stack.at(-1); top?.size === size; top = this.#stack.at(-1)) {
      node = this.#join(this.#stack.pop().node, node);
      size *= 2;
    }
    this.#stack.push({ node, size });
  }

  root() {
    return this.#stack.length === 0 ? H(Buffer.alloc(0)) : this.#stack.map(({ node }) => node).reduceRight((right, left) => this.#join(left, right));
  }

  #join(left, right) {
    left.copy(this.#pair, 1);
    right.copy(this.#pair, 33);
    return H(this.#pair);
  }
}

const copied = text => Buffer.from(text, 'latin1').toString('latin1');

/** One walk: order, root, and the `most` best ranked that count. */
function rank(member, manifest, seed, most) {
  const tree = new Tree();
  let best = new Map();
  let limit = null;
  let before = '';
  const sorted = () => [...best].sort(([, a], [, b]) => Buffer.compare(a.score, b.score)).slice(0, most);
  for (const { line, entry, tag, L, score } of rows(member, manifest, seed)) {
    must(entry > before, `entries.csv: line ${line} is not after the one before`);
    before = entry;
    tree.push(L);
    if (limit && Buffer.compare(score, limit) >= 0) continue;
    const key = manifest.dedupMode === 1 ? tag : entry;
    const held = best.get(key);
    // Copied: a slice of the file's text would keep all of that part of it in memory.
    if (!held || Buffer.compare(score, held.score) < 0) best.set(copied(key), { score, entry: copied(entry) });
    if (best.size > 2 * most + 1000) {
      best = new Map(sorted());
      limit = most > 0 ? [...best.values()].at(-1).score : Buffer.alloc(32);
    }
  }
  must(tree.root().equals(manifest.root), 'entries.csv: has another root than was committed to');
  return sorted().map(([, { entry }]) => entry);
}

// --- dispositions and result, §10 and §11 ----------------------------------------------------------------------------

function readDispositions(member) {
  const text = member.text('dispositions.jsonl');
  must(text === '' || text.endsWith('\n'), 'dispositions.jsonl: the last line has no end');
  let prev = '0'.repeat(64);
  return text.split('\n').slice(0, -1).map((line, i) => {
    const what = `dispositions.jsonl: line ${i + 1}`;
    must(Buffer.byteLength(line) <= 4096, `${what} is too long`);
    const one = jsonIn(line, what, () => ['entryId', 'reason', 'evidence', 'actors', 'at', 'prev']);
    const { entryId, reason, evidence, actors, at } = one;
    must(isHex(entryId, 16) && isHex(evidence, 32) && typeof reason === 'string' && reason.length <= 64
      && /^(NO_RESPONSE|AFFIDAVIT_LATE|DECLINED|INELIGIBLE_[A-Z0-9_]+)$/.test(reason), `${what} is no disposition`);
    must(Array.isArray(actors) && actors.length === 2 && actors.every(id => isText(id, 200) && !CONTROL.test(id)) && actors[0] !== actors[1], `${what} has not two actors`);
    must(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(at) && isDay(at.slice(0, 10).replaceAll('-', '')), `${what} has no instant`);
    must(one.prev === prev, `${what} does not carry the hash of the line before`);
    prev = H(Buffer.from(line)).toString('hex');
    return { entryId, hash: prev };
  });
}

function checkPlaces(dispositions, ranked, member, manifest, seed) {
  const placed = new Set(ranked);
  const gone = new Set();
  const far = new Map();
  for (const { entryId } of dispositions) {
    must(!gone.has(entryId), `dispositions.jsonl: ${entryId} is disposed of twice`);
    gone.add(entryId);
    if (!placed.has(entryId)) far.set(entryId, undefined);
  }
  if (far.size === 0) return;
  // Far down the line: whoever is the best ranked of a person has a place there. One walk for the persons, one for their best.
  const keyOf = ({ entry, tag }) => (manifest.dedupMode === 1 ? tag : entry);
  for (const row of rows(member, manifest, seed)) if (far.has(row.entry)) far.set(row.entry, copied(keyOf(row)));
  const best = new Map([...far.values()].map(key => [key, { score: Buffer.alloc(32, 0xff) }]));
  for (const row of rows(member, manifest, seed)) {
    const held = best.get(keyOf(row));
    if (held && Buffer.compare(row.score, held.score) < 0) Object.assign(held, { entry: copied(row.entry), score: row.score });
  }
  for (const [entryId, key] of far) must(best.get(key)?.entry === entryId, `dispositions.jsonl: ${entryId} had no place to lose`);
}

function settle(prizeCount, drawn, line, dispositions) {
  const holders = [...Array(prizeCount).keys()].map(i => drawn[i]);
  const waiting = [...line];
  const gone = new Set();
  for (const { entryId } of dispositions) {
    gone.add(entryId);
    const place = holders.indexOf(entryId);
    if (place >= 0) {
      while (gone.has(waiting[0])) waiting.shift();
      holders[place] = waiting.shift();
    }
  }
  return holders;
}

function checkResult(text, expected) {
  let result;
  try {
    result = JSON.parse(text);
  } catch {
    throw new Wrong('result.json: is no JSON');
  }
  for (const [name, value] of Object.entries(expected)) {
    const isThere = JSON.stringify(result?.[name]) === JSON.stringify(value) || (name === 'dispositionsHead' && result?.[name] === undefined);
    must(isThere, name === 'dispositionsHead' ? 'dispositions.jsonl: its last line is not the one that result.json binds' : `result.json: ${name} does not follow from the other files`);
  }
  const { dispositionsHead, ...short } = expected;
  must(text === JSON.stringify(expected) || text === JSON.stringify(short), 'result.json: is not in the canonical form');
  return result.dispositionsHead !== undefined;
}

// --- all of it, §14 --------------------------------------------------------------------------------------------------

function verify(path, published, say) {
  const files = statSync(path).isDirectory() ? openFolder(path) : openZip(path);
  const manifest = readManifest(files['manifest.bin'].read());
  const commit = manifest.commit.toString('hex');
  must(!published || published.toLowerCase() === commit, `manifest.bin: its commitment is ${commit}, not the one that was published`);
  say(`manifest.bin: commitment ${commit}${published ? ', as published' : '; NOT compared with the one that was published'}`);
  must(H(files['rules.txt'].read()).equals(manifest.rulesHash), 'rules.txt: other rules than were committed to');
  must(H(files['prizes.txt'].read()).equals(manifest.prizesHash), 'prizes.txt: other prizes than were committed to');
  const prizeText = files['prizes.txt'].text('prizes.txt');
  const prizes = prizeText === '' ? [] : prizeText.replace(/\n$/, '').split('\n');
  must(prizes.length === manifest.prizeCount && !prizeText.startsWith('\ufeff') && prizes.every(line => line !== '' && !CONTROL.test(line)), `prizes.txt: has not ${manifest.prizeCount} lines of plain text`);
  say('rules.txt, prizes.txt: as committed to');
  const beacon = readBeacon(files['beacon.json'].text('beacon.json'), say);
  must(beacon.beaconId === manifest.beaconId && beacon.round === manifest.round, 'beacon.json: another beacon or round than was committed to');
  const seed = H(Buffer.concat([
    S('sweeps/v1/seed'), S(manifest.drawId), manifest.commit, Buffer.from(beacon.beaconId, 'hex'), uint(beacon.round, 8), beacon.randomness,
  ]));
  say(`seed: ${seed.toString('hex')}`);

  const dispositions = readDispositions(files['dispositions.jsonl']);
  const resultText = files['result.json'].text('result.json');
  const listed = (/"alternates":\[([^\]]*)\]/.exec(resultText.slice(resultText.lastIndexOf('"alternates":')))?.[1].match(/"/g)?.length ?? 0) / 2;
  const most = listed > 100 ? manifest.n : manifest.prizeCount + Math.max(100, dispositions.length);
  const ranked = rank(files['entries.csv'], manifest, seed, most);
  say(`entries.csv: ${manifest.n} entries under root ${manifest.root.toString('hex')}`);
  const drawn = ranked.slice(0, manifest.prizeCount);
  const line = ranked.slice(manifest.prizeCount);
  const bindsHead = checkResult(resultText, {
    drawId: manifest.drawId, commit, seed: seed.toString('hex'),
    winners: drawn.map((entryId, i) => ({ place: i + 1, prize: prizes[i], entryId })),
    alternates: listed > 100 ? line : line.slice(0, 100),
    ...(dispositions.length > 0 && { dispositionsHead: dispositions.at(-1).hash }),
  });
  checkPlaces(dispositions, ranked, files['entries.csv'], manifest, seed);
  say(`result.json: ${drawn.length} winners, as drawn`);
  say(`dispositions.jsonl: ${dispositions.length}${dispositions.length > 0 && !bindsHead ? ', the last one bound by nothing else' : ''}`);
  settle(manifest.prizeCount, drawn, line, dispositions).forEach((entryId, i) => say(`prize ${i + 1}: ${entryId ?? 'nobody'}`));
}

const [path, published] = process.argv.slice(2);
if (!path) {
  console.error('node verify.mjs PATH [COMMITMENT]');
  process.exit(2);
}
try {
  verify(path, published, console.log);
  console.log('Yes: everything agrees.');
} catch (problem) {
  if (!(problem instanceof Wrong) && problem.code === undefined) throw problem;
  console.log('No.');
  console.error(problem.message);
  process.exitCode = 1;
}

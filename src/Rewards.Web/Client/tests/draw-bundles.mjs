// Bundles as a portal makes them, made by Node's own hashes: none of the code under test computes what it is held against.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { centralHeader, crc32, endOf, localHeader } from '../draws/zip.js';

export const vectors = JSON.parse(readFileSync(new URL('../../../../tests/Rewards.Domain.Tests/vectors/draws.json', import.meta.url)));
export const drand = {
  kind: 'drand-quicknet', beaconId: vectors.beacon.chainHash, round: vectors.beacon.round, signature: vectors.beacon.signature,
};

export const H = (...parts) => createHash('sha256').update(Buffer.concat(parts.map(part => Buffer.from(part)))).digest();
export const u32 = value => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(value); return bytes; };
export const u64 = value => { const bytes = Buffer.alloc(8); bytes.writeBigUInt64BE(BigInt(value)); return bytes; };
export const S = text => Buffer.concat([u32(Buffer.byteLength(text)), Buffer.from(text)]);
const of = text => Buffer.from(text, 'hex');

export function ceremony(description, announced) {
  return { kind: 'ceremony', beaconId: H(S('sweeps/v1/ceremony'), S(description)).toString('hex'), round: 0, description, announced };
}

/** The entries of the vectors' formula, sorted. */
export function entriesOf(count, perPerson) {
  return Array.from({ length: count }, (_, i) => ({
    entryId: H(`demo-entry-${i}`).toString('hex').slice(0, 32),
    tag: H(`demo-person-${Math.floor(i / perPerson)}`).toString('hex').slice(0, 32),
    source: i % 5 === 4 ? 2 : 1,
    date: 20261101 + (i % 30),
  })).sort((a, b) => (a.entryId < b.entryId ? -1 : 1));
}

export const leafOf = (drawId, { entryId, tag, source, date }) =>
  H([0], S('sweeps/v1/entry'), S(drawId), of(entryId), of(tag), [source], u32(date));

export function rootOf(leaves) {
  if (leaves.length <= 1) return leaves[0] ?? H();
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return H([1], rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

export function pathOf(leaves, index) {
  if (leaves.length === 1) return [];
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return index < left
    ? [...pathOf(leaves.slice(0, left), index), rootOf(leaves.slice(left))]
    : [...pathOf(leaves.slice(left), index - left), rootOf(leaves.slice(0, left))];
}

/** The files of a bundle by name; `disposedOf(ranked)` names who lost a place, `change` changes what stands in the draw before it is drawn. */
export function filesOf({ drawId = '2026-11-monthly', count = 40, perPerson = 2, prizeCount = 3, beacon = drand, disposedOf = () => [], dedupMode = 1, all = false } = {}) {
  const entries = entriesOf(count, perPerson);
  const rules = 'No purchase necessary.\nSorteo: sin obligación.\n';
  const prizes = Array.from({ length: prizeCount }, (_, i) => `Prize "${i + 1}" — día de compras`);
  const leaves = entries.map(entry => leafOf(drawId, entry));
  const manifest = Buffer.concat([
    S('sweeps/v1/manifest'), S(drawId), u32(1), Buffer.alloc(32), u64(count), rootOf(leaves), H(rules), H(prizes.map(p => `${p}\n`).join('')),
    u32(prizeCount), Buffer.from([dedupMode]), of(beacon.beaconId), u64(beacon.round),
  ]);
  const commit = H(manifest);
  const randomness = H(beacon.kind === 'ceremony' ? beacon.announced : of(beacon.signature));
  const seed = H(S('sweeps/v1/seed'), S(drawId), commit, of(beacon.beaconId), u64(beacon.round), randomness);
  const scored = entries.map((entry, i) => ({
    ...entry, score: createHmac('sha256', seed).update(S('sweeps/v1/score')).update(leaves[i]).digest('hex'),
  })).sort((a, b) => (a.score < b.score ? -1 : 1));
  const persons = new Set();
  const ranked = scored.filter(({ tag }) => dedupMode === 0 || (!persons.has(tag) && persons.add(tag)));
  let prev = Buffer.alloc(32);
  const lines = disposedOf(ranked, scored).map(entryId => {
    const line = JSON.stringify({
      entryId, reason: 'NO_RESPONSE', evidence: H('letter').toString('hex'), actors: ['ána', 'ben'], at: '2026-12-09T15:00:00Z', prev: prev.toString('hex'),
    });
    prev = H(line);
    return `${line}\n`;
  });
  const result = {
    drawId, commit: commit.toString('hex'), seed: seed.toString('hex'),
    winners: ranked.slice(0, prizeCount).map(({ entryId }, i) => ({ place: i + 1, prize: prizes[i], entryId })),
    alternates: ranked.slice(prizeCount, all ? undefined : prizeCount + 100).map(({ entryId }) => entryId),
    ...(lines.length > 0 && { dispositionsHead: prev.toString('hex') }),
  };
  const files = {
    'manifest.bin': manifest,
    'entries.csv': `entryId,tag,source,date\n${entries.map(e => `${e.entryId},${e.tag},${e.source},${e.date}\n`).join('')}`,
    'rules.txt': rules,
    'prizes.txt': prizes.map(p => `${p}\n`).join(''),
    'beacon.json': JSON.stringify(beacon),
    'dispositions.jsonl': lines.join(''),
    'result.json': JSON.stringify(result),
  };
  return { files, commit: commit.toString('hex'), seed: seed.toString('hex'), entries, leaves, scored, ranked, manifest };
}

/** The canonical zip of files, whatever stands in them. */
export function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const header = localHeader(name, crc32(bytes), bytes.length);
    parts.push(header, bytes);
    directory.push(centralHeader(name, crc32(bytes), bytes.length, offset));
    offset += header.length + bytes.length;
  }
  const length = directory.reduce((sum, line) => sum + line.length, 0);
  return new Blob([...parts, ...directory, endOf(directory.length, length, offset)]);
}

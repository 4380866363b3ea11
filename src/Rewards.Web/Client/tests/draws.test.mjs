import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { checkBundle, Draw } from '../draws/bundle.js';
import { checkEntry } from '../draws/entry.js';
import { fromHex, hex } from '../draws/bytes.js';
import { readBeacon, readManifest, seedOf } from '../draws/protocol.js';
import { pointOf, verifyRound } from '../draws/quicknet.js';
import { hmacInto, hmacKey, sha256 } from '../draws/sha256.js';
import { answer } from '../draws/tasks.js';
import { rootFrom } from '../draws/tree.js';
import { crc32 } from '../draws/zip.js';
import { ceremony, drand, entriesOf, filesOf, leafOf, pathOf, rootOf, vectors, zipOf } from './draw-bundles.mjs';

const { round, signature } = vectors.beacon;
const lottery = ceremony('The lottery of 2026-12-02, "as printed"', '04-11-23-31-42 / 7');

test('hashes are those of Node at every length around a block', () => {
  for (let length = 0; length < 300; length++) {
    const [bytes, key, mac] = [randomBytes(length), randomBytes(32), new Uint8Array(32)];
    assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'), `${length}`);
    hmacInto(mac, 0, hmacKey(key), bytes, length);
    assert.equal(hex(mac), createHmac('sha256', key).update(bytes).digest('hex'), `${length}`);
  }
});

for (const vector of vectors.draws) {
  test(`the draw ${vector.drawId} of ${vector.n} entries comes out as in the vectors`, async () => {
    const manifest = readManifest(fromHex(vector.manifest));
    const beacon = readBeacon(Buffer.from(JSON.stringify(vector.beacon
      ? { kind: 'ceremony', beaconId: manifest.beaconId, round: 0, description: vector.beacon.description, announced: vector.beacon.announced }
      : drand)), manifest);
    const seed = seedOf(manifest, beacon);
    const csv = `entryId,tag,source,date\n${entriesOf(vector.n, vector.entriesPerPerson).map(e => `${e.entryId},${e.tag},${e.source},${e.date}\n`).join('')}`;
    const draw = new Draw(manifest, seed, { blob: new Blob([csv]), checksum: crc32(Buffer.from(csv)) });
    const { ranked } = await draw.rank(manifest.prizeCount + 100, undefined, () => {});

    assert.equal(hex(manifest.commit), vector.commit);
    assert.equal(hex(manifest.root), vector.root);
    assert.equal(hex(beacon.randomness), vector.randomness);
    assert.equal(hex(seed), vector.seed);
    assert.deepEqual(ranked.slice(0, manifest.prizeCount).map(({ entryId }) => entryId), vector.winners);
    assert.deepEqual(ranked.slice(manifest.prizeCount, manifest.prizeCount + 3).map(({ entryId }) => entryId), vector.alternates);
    for (const [score, entryId] of vector.first_scores) assert.equal(hex((await draw.find(entryId)).score), score);
  });
}

test('the signature of a round is right, and of no other round', () => {
  assert.equal(verifyRound(round, signature), true);
  assert.equal(verifyRound(round + 1, signature), false);
  assert.equal(verifyRound(round - 1, signature), false);
});

test('a signature with any changed digit, or of another form, is refused', () => {
  for (let at = 0; at < signature.length; at += 5) {
    const other = ((parseInt(signature[at], 16) + 1) % 16).toString(16);
    assert.equal(verifyRound(round, signature.slice(0, at) + other + signature.slice(at + 1)), false, `${at}`);
  }
  for (const other of ['', signature.slice(2), `${signature}00`, signature.toUpperCase(), `c0${'0'.repeat(94)}`, '0'.repeat(96)]) {
    assert.equal(verifyRound(round, other), false, other);
  }
});

test('a point that is written in another way than the only one is refused', () => {
  const { Point } = bls12_381.G1;
  const { ORDER } = bls12_381.fields.Fp;
  let point = Point.BASE;
  while (point.toAffine().x + ORDER >= 2n ** 381n) point = point.add(Point.BASE);
  const usual = point.toHex(true);
  const flags = BigInt(`0x${usual.slice(0, 2)}`) & 0xe0n;
  const other = ((flags << 376n) | (point.toAffine().x + ORDER)).toString(16);

  assert.ok(pointOf(usual));
  assert.equal(pointOf(other), undefined);
});

test('an honest bundle agrees, with drand and with a ceremony, with and without dispositions', async () => {
  const loser = ranked => [ranked[0].entryId, ranked[3].entryId];
  for (const options of [{}, { beacon: lottery }, { disposedOf: loser }, { dedupMode: 0 }, { count: 0 }, { count: 1 }, { count: 3 }, { count: 700, all: true }, { prizeCount: 30 }]) {
    const { files, commit, seed, ranked } = filesOf(options);
    const said = await checkBundle(zipOf(files), { commitment: commit });
    assert.equal(said.seed, seed);
    assert.deepEqual(said.prizes.map(({ drawn }) => drawn), Array.from({ length: options.prizeCount ?? 3 }, (_, i) => ranked[i]?.entryId));
    if (options.disposedOf) assert.deepEqual(said.prizes.map(({ holder }) => holder), [4, 1, 2].map(i => ranked[i].entryId));
  }
});

test('the own entry is found with its score and rank, and a stranger is not', async () => {
  const { files, scored, ranked } = filesOf({ count: 500 });
  for (const place of [0, 1, 77, 499]) {
    const { entry } = await checkBundle(zipOf(files), { entryId: scored[place].entryId });
    assert.deepEqual([entry.isIn, entry.rank, entry.score], [true, place + 1, scored[place].score]);
    assert.equal(entry.prize, ranked.slice(0, 3).findIndex(({ entryId }) => entryId === scored[place].entryId) + 1);
  }
  assert.equal((await checkBundle(zipOf(files), { entryId: '0'.repeat(32) })).entry.isIn, false);
});

const changed = (files, name, change) => ({ ...files, [name]: change(`${files[name]}`) });

test('what was changed is found and named', async () => {
  const { files, commit } = filesOf({ disposedOf: ranked => [ranked[0].entryId, ranked[1].entryId] });
  const announced = filesOf({ beacon: lottery });
  const line = 24 + 77 * 5;
  const cases = {
    'rules-changed': changed(files, 'rules.txt', text => text.replace('No purchase', 'A purchase')),
    'prizes-changed': changed(files, 'prizes.txt', text => text.replace('día', 'mes')),
    'entries-root': changed(files, 'entries.csv', text => text.slice(0, line + 33) + (text[line + 33] === 'a' ? 'b' : 'a') + text.slice(line + 34)),
    'entries-length': changed(files, 'entries.csv', text => text.slice(0, -77)),
    'entries-header': changed(files, 'entries.csv', text => text.replace('entryId', 'EntryId')),
    'entries-row': changed(files, 'entries.csv', text => text.replace(/,(1|2),2026/, ',3,2026')),
    'signature-wrong': changed(files, 'beacon.json', text => text.replace(/.("})$/, '0$1')),
    'beacon-other': changed(files, 'beacon.json', text => text.replace('123', '124')),
    'beacon-form': changed(files, 'beacon.json', text => text.replace(',', ', ')),
    'result-seed': changed(announced.files, 'beacon.json', text => text.replace('/ 7', '/ 8')),
    'result-winner': changed(files, 'result.json', text => text.replace('"place":2', '"place":3')),
    'result-alternate': changed(files, 'result.json', text => text.replace(/"alternates":\["./, '"alternates":["x')),
    'result-alternates': changed(files, 'result.json', text => text.replace(/"(],"dis)/, `","${'0'.repeat(32)}"$1`)),
    'result-end': changed(files, 'result.json', text => `${text}\n`),
    'result-head': changed(files, 'dispositions.jsonl', text => text.slice(0, text.indexOf('\n') + 1)),
    'dispositions-form': changed(files, 'dispositions.jsonl', text => text.replace('NO_RESPONSE', 'BORED')),
    'dispositions-chain': changed(files, 'dispositions.jsonl', text => text.replace('15:00', '15:01')),
  };
  for (const [code, other] of Object.entries(cases)) {
    assert.equal((await answer({ task: 'bundle', blob: zipOf(other) })).refused?.code, code);
  }
  assert.equal((await answer({ task: 'bundle', blob: zipOf(files), commitment: 'f'.repeat(64) })).refused.detail, commit);
  const shorter = zipOf(files).slice(0, -1);
  assert.equal((await answer({ task: 'bundle', blob: shorter })).refused.code, 'zip-form');
});

test('whoever changes everything to fit still has another commitment', async () => {
  const noted = filesOf();
  const other = filesOf({ count: 39 });
  assert.ok((await answer({ task: 'bundle', blob: zipOf(other.files) })).ok);
  assert.equal((await answer({ task: 'bundle', blob: zipOf(other.files), commitment: noted.commit })).refused.code, 'commitment-other');
});

test('every changed byte of a bundle is found', async () => {
  const bytes = new Uint8Array(await zipOf(filesOf({ count: 8, beacon: lottery, disposedOf: ranked => [ranked[0].entryId] }).files).arrayBuffer());
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] ^= 1 << (at % 8);
    assert.ok((await answer({ task: 'bundle', blob: new Blob([bytes]) })).refused, `byte ${at}`);
    bytes[at] ^= 1 << (at % 8);
  }
  assert.ok((await answer({ task: 'bundle', blob: new Blob([bytes]) })).ok);
});

test('somebody who had no place has none to lose, and somebody far down the line has', async () => {
  const settle = disposedOf => answer({ task: 'bundle', blob: zipOf(filesOf({ count: 900, disposedOf }).files) });
  const second = scored => scored.find((one, i) => scored.slice(0, i).some(({ tag }) => tag === one.tag)).entryId;
  assert.equal((await settle((_, scored) => [second(scored.slice(300))])).refused?.code, 'dispositions-stranger');
  assert.equal((await settle(() => ['0'.repeat(32)])).refused.code, 'dispositions-stranger');
  assert.equal((await settle(ranked => [ranked[0].entryId, ranked[0].entryId])).refused.code, 'dispositions-stranger');
  assert.ok((await settle(ranked => [ranked[400].entryId])).ok);
});

test('an inclusion proof leads from every place to the root, and from no other', () => {
  for (const count of [1, 2, 3, 7, 8, 13]) {
    const leaves = Array.from({ length: count }, (_, i) => sha256(Buffer.from(`${i}`)));
    const root = hex(rootOf(leaves));
    for (let index = 0; index < count; index++) {
      const path = pathOf(leaves, index);
      assert.equal(hex(rootFrom(leaves[index], index, count, path)), root);
      for (const [other, of, way] of [[index + 1, count, path], [-1, count, path], [index, count, [...path, leaves[0]]], [index, count, path.slice(1)]]) {
        const end = rootFrom(leaves[index], other, of, way);
        assert.ok(end === undefined || hex(end) !== root || (count === 1 && way.length === 0 && other === index), `${index} of ${count}`);
      }
    }
  }
});

test('the own entry is proved against the commitment that was noted, with its score', async () => {
  const { commit, manifest, entries, leaves, scored, files } = filesOf({ count: 300 });
  const index = 123;
  const entry = entries[index];
  const proof = { manifest: manifest.toString('hex'), index, entry, path: pathOf(leaves, index).map(hex) };
  const ask = (change = {}, known = {}) => answer({
    task: 'entry', proof: { ...proof, ...change }, commitment: commit, entryId: entry.entryId, beacon: Buffer.from(files['beacon.json']), ...known,
  });

  const { ok } = await ask();
  assert.equal(ok.score, scored.find(({ entryId }) => entryId === entry.entryId).score);
  const rank = scored.findIndex(({ entryId }) => entryId === entry.entryId) + 1;
  assert.ok(Math.abs(ok.about - rank) < 60, `about ${ok.about}, is ${rank}`);
  assert.equal((await ask({}, { beacon: undefined })).ok.score, undefined);
  const refusals = {
    'commitment-other': ask({}, { commitment: '0'.repeat(64) }),
    'proof-other': ask({}, { entryId: entries[0].entryId }),
    'proof-root': ask({ entry: { ...entry, date: entry.date === 20261101 ? 20261102 : 20261101 } }),
    'proof-form': ask({ path: 'x' }),
    'beacon-other': ask({}, { beacon: Buffer.from(JSON.stringify(lottery)) }),
    'signature-wrong': ask({}, { beacon: Buffer.from(files['beacon.json'].replace(/.("})$/, '0$1')) }),
  };
  for (const [code, asked] of Object.entries(refusals)) assert.equal((await asked).refused?.code, code);
  for (const nonsense of [undefined, null, 1, {}, { manifest: 'zz' }, { manifest: '', path: [], entry: {} }]) {
    assert.ok((await answer({ task: 'entry', proof: nonsense, commitment: commit, entryId: entry.entryId })).refused);
  }
  assert.equal(hex(leaves[index]), hex(leafOf('2026-11-monthly', entry)));
});

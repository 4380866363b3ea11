// One entry: whether it is in the list that was committed to, and what it scored.
import { fromHex, hex, isHex, refuseUnless, same } from './bytes.js';
import { leafMessage, readBeacon, readManifest, scoring, seedOf } from './protocol.js';
import { fillLeaf, rowFrom } from './rows.js';
import { hmacInto, sha256 } from './sha256.js';
import { rootFrom } from './tree.js';

/**
 * Checks an inclusion proof against a commitment, and the score against the beacon where it is known already. Throws Disagreement.
 * @param {object} proof as /draws/{drawId}/entries/{entryId}/proof.json has it
 * @param {{ commitment: string, entryId: string, beacon?: Uint8Array }} known the commitment that was noted, the entry asked for, the bytes of beacon.json
 */
export function checkEntry(proof, { commitment, entryId, beacon }) {
  const { manifest: published, index, entry, path } = proof ?? {};
  refuseUnless(typeof published === 'string' && isHex(published, published.length) && published.length % 2 === 0
    && Array.isArray(path) && path.length <= 64 && path.every(node => isHex(node, 64)) && entry !== null && typeof entry === 'object', 'proof-form');
  const manifest = readManifest(fromHex(published));
  refuseUnless(commitment === hex(manifest.commit), 'commitment-other', hex(manifest.commit));
  refuseUnless(entry.entryId === entryId, 'proof-other');
  const message = leafMessage(manifest.drawId);
  fillLeaf(message, rowFrom(entry));
  const leaf = sha256(message);
  const root = rootFrom(leaf, index, manifest.count, path.map(fromHex));
  refuseUnless(root && same(root, manifest.root), 'proof-root');
  const about = { entryId, index, count: manifest.count, drawId: manifest.drawId, source: entry.source, date: entry.date };
  if (!beacon) return about;
  const read = readBeacon(beacon, manifest);
  const { key, message: scored } = scoring(seedOf(manifest, read));
  scored.set(leaf, scored.length - 32);
  const score = new Uint8Array(32);
  hmacInto(score, 0, key, scored, scored.length);
  // Scores are spread evenly: a share of about score / 2^256 of all is lower.
  const share = parseInt(hex(score).slice(0, 12), 16) / 2 ** 48;
  return { ...about, kind: read.kind, round: read.round, score: hex(score), about: Math.max(1, Math.round(share * manifest.count)) };
}

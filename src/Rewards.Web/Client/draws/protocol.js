// The draw's bytes (docs/draw-protocol.md): manifest, beacon, seed, leaf, score, prizes, dispositions.
import { fromHex, hex, isHex, joined, number, refuseUnless, S, same, textOf, utf8 } from './bytes.js';
import { hmacKey, sha256 } from './sha256.js';
import { verifyRound } from './quicknet.js';

export const quicknet = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
const lastRound = 83_903_165_811;
const control = /[\u0000-\u001f\u007f-\u009f]/;
const isPlain = text => !control.test(text) && !/[\ud800-\udfff\ufffd]/u.test(text);

/** Reads the bytes of manifest.bin. */
export function readManifest(bytes) {
  const form = holds => refuseUnless(holds, 'manifest-form');
  const kind = S('sweeps/v1/manifest');
  form(bytes.length <= 512 && same(bytes.subarray(0, kind.length), kind));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  form(bytes.length >= kind.length + 4);
  const idLength = view.getUint32(kind.length);
  const fixed = kind.length + 4 + idLength;
  form(idLength >= 1 && idLength <= 100 && bytes.length === fixed + 185);
  const drawId = textOf(bytes.subarray(kind.length + 4, fixed));
  form(drawId !== undefined && isPlain(drawId));
  const part = (from, length) => bytes.slice(fixed + from, fixed + from + length);
  const long = from => view.getUint32(fixed + from) * 0x100000000 + view.getUint32(fixed + from + 4);
  const manifest = {
    drawId,
    sequence: view.getUint32(fixed),
    previous: part(4, 32),
    count: long(36),
    root: part(44, 32),
    rulesHash: part(76, 32),
    prizesHash: part(108, 32),
    prizeCount: view.getUint32(fixed + 140),
    dedupMode: bytes[fixed + 144],
    beaconId: hex(part(145, 32)),
    round: long(177),
    commit: sha256(bytes),
  };
  form(manifest.sequence > 0 && manifest.count <= 10_000_000 && manifest.prizeCount <= 10_000 && manifest.dedupMode <= 1);
  form(manifest.round <= (manifest.beaconId === quicknet ? lastRound : 0));
  return manifest;
}

/** Reads beacon.json: what it says and its randomness. A round's signature is checked, always. */
export function readBeacon(bytes, manifest) {
  refuseUnless(bytes.length <= 32 * 1024, 'beacon-form');
  const beacon = parsed(bytes, 'beacon-form');
  const { kind, beaconId, round, signature, description, announced } = beacon;
  if (kind === 'drand-quicknet') {
    refuseUnless(rendered({ kind, beaconId, round, signature }, bytes) && beaconId === quicknet
      && Number.isSafeInteger(round) && round >= 1 && round <= lastRound && isHex(signature, 96), 'beacon-form');
  } else {
    refuseUnless(kind === 'ceremony' && rendered({ kind, beaconId, round, description, announced }, bytes) && round === 0
      && isCeremonyText(description) && isCeremonyText(announced)
      && beaconId === hex(sha256(joined(S('sweeps/v1/ceremony'), S(description)))), 'beacon-form');
  }
  refuseUnless(beaconId === manifest.beaconId && round === manifest.round, 'beacon-other');
  if (kind === 'drand-quicknet') refuseUnless(verifyRound(round, signature), 'signature-wrong', round);
  return { ...beacon, randomness: sha256(kind === 'ceremony' ? utf8(announced) : fromHex(signature)) };
}

/** What all scores come from. */
export function seedOf({ drawId, commit, beaconId, round }, { randomness }) {
  return sha256(joined(S('sweeps/v1/seed'), S(drawId), commit, fromHex(beaconId), number(round, 8), randomness));
}

/** Room for an entry's leaf: `message` of which all but the last 37 bytes are the draw's. */
export function leafMessage(drawId) {
  return joined(new Uint8Array(1), S('sweeps/v1/entry'), S(drawId), new Uint8Array(37));
}

/** Room for a score: the leaf is the last 32 bytes; and the key. */
export function scoring(seed) {
  return { message: joined(S('sweeps/v1/score'), new Uint8Array(32)), key: hmacKey(seed) };
}

/** The prizes, in prize order. */
export function readPrizes(bytes, count) {
  const text = textOf(bytes);
  refuseUnless(text !== undefined && text.length <= 1024 * 1024, 'prizes-form');
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  refuseUnless(lines.length === count && lines.every(line => line !== '' && !control.test(line)), 'prizes-form');
  return lines;
}

/** The dispositions in their order, each with the hash of its line. */
export function readDispositions(bytes) {
  const dispositions = [];
  let head = new Uint8Array(32);
  for (let at = 0; at < bytes.length;) {
    const place = dispositions.length + 1;
    const end = bytes.indexOf(10, at);
    refuseUnless(end >= 0 && end - at <= 4096, 'dispositions-form', place);
    const line = bytes.subarray(at, end);
    const disposition = parsed(line, 'dispositions-form', place);
    const { entryId, reason, evidence, actors, at: instant, prev } = disposition;
    refuseUnless(rendered({ entryId, reason, evidence, actors, at: instant, prev }, line)
      && isHex(entryId, 32) && isReason(reason) && isHex(evidence, 64) && isHex(prev, 64) && isInstant(instant)
      && Array.isArray(actors) && actors.length === 2 && actors.every(isActor) && actors[0] !== actors[1], 'dispositions-form', place);
    refuseUnless(prev === hex(head), 'dispositions-chain', place);
    head = sha256(line);
    dispositions.push({ entryId, reason, hash: head });
    at = end + 1;
  }
  return dispositions;
}

/** Whether yyyymmdd is a day. */
export function isDay(yyyymmdd) {
  const [year, month, day] = [Math.floor(yyyymmdd / 10000), Math.floor(yyyymmdd / 100) % 100, yyyymmdd % 100];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

const isCeremonyText = text => typeof text === 'string' && text.length > 0 && text.length <= 2000 && !/[\ud800-\udfff\ufffd]/u.test(text);
const isActor = actor => typeof actor === 'string' && actor.length > 0 && actor.length <= 200 && isPlain(actor);
const isReason = reason => typeof reason === 'string' && reason.length <= 64
  && /^(NO_RESPONSE|AFFIDAVIT_LATE|DECLINED|INELIGIBLE_[A-Z0-9_]+)$/.test(reason);

function isInstant(instant) {
  const found = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.exec(instant);
  return found !== null && isDay(Number(found[1] + found[2] + found[3]));
}

// A text has one form only: what was read is written again and compared.
function rendered(object, bytes) {
  return same(utf8(JSON.stringify(object)), bytes);
}

function parsed(bytes, code, detail) {
  const text = textOf(bytes);
  refuseUnless(text !== undefined, code, detail);
  try {
    const object = JSON.parse(text);
    if (object !== null && typeof object === 'object') return object;
  } catch {
    // Told below.
  }
  refuseUnless(false, code, detail);
  return undefined;
}

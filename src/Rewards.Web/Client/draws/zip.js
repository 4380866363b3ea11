// The only form of a bundle's zip (docs/draw-protocol.md §12): stored members, fixed names and times, no gaps.
import { Disagreement, joined, refuseUnless, same, utf8 } from './bytes.js';

const mebibyte = 1024 * 1024;
const files = [
  ['manifest.bin', 512],
  ['entries.csv', 24 + 77 * 10_000_000],
  ['rules.txt', mebibyte],
  ['prizes.txt', mebibyte],
  ['beacon.json', 32 * 1024],
  ['dispositions.jsonl', 16 * mebibyte],
  // Up to 1 GiB where somebody lists every alternate; that is for a program, not for a browser's memory.
  ['result.json', 64 * mebibyte],
];

/**
 * Opens a bundle: { [name]: bytes } of all members but the entries, and entries: { blob, checksum }, whose checksum is to be
 * compared by whoever reads them.
 */
export async function openZip(blob) {
  const members = {};
  const directory = [];
  let offset = 0;
  for (const [name, most] of files) {
    const headerLength = 30 + name.length;
    refuseUnless(offset + headerLength <= blob.size, 'zip-form', name);
    const header = await bytesOf(blob, offset, offset + headerLength);
    const view = new DataView(header.buffer);
    const checksum = view.getUint32(14, true);
    const length = view.getUint32(18, true);
    refuseUnless(same(header, localHeader(name, checksum, length)), 'zip-form', name);
    const start = offset + headerLength;
    refuseUnless(length <= most && start + length <= blob.size, name === 'result.json' && length > most ? 'result-large' : 'zip-form', name);
    if (name === 'entries.csv') {
      members.entries = { blob: blob.slice(start, start + length), checksum };
    } else {
      members[name] = await bytesOf(blob, start, start + length);
      refuseUnless(crc32(members[name]) === checksum, 'zip-checksum', name);
    }
    directory.push(centralHeader(name, checksum, length, offset));
    offset = start + length;
  }
  const listed = joined(...directory);
  const expected = joined(listed, endOf(files.length, listed.length, offset));
  refuseUnless(blob.size - offset === expected.length && same(await bytesOf(blob, offset, blob.size), expected), 'zip-form', 'zip');
  return members;
}

/** The parts of a blob one after another, few in memory at a time. */
export async function* partsOf(blob) {
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(unreadable);
    if (done) return;
    yield value;
  }
}

export async function bytesOf(blob, from, to) {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer().catch(unreadable));
}

const table = Int32Array.from({ length: 256 }, (_, i) => {
  for (let bit = 0; bit < 8; bit++) i = i & 1 ? (i >>> 1) ^ 0xedb88320 : i >>> 1;
  return i;
});

/** CRC-32 as zip has it; `before` is that of the bytes before. */
export function crc32(bytes, before = 0) {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 0xff];
  return ~crc >>> 0;
}

/** The bytes before a member's own. */
export function localHeader(name, checksum, length) {
  return joined(little(0x04034b50, 4), common(name, checksum, length), utf8(name));
}

/** A member's line in the directory. */
export function centralHeader(name, checksum, length, offset) {
  return joined(little(0x02014b50, 4), little(10, 2), common(name, checksum, length), new Uint8Array(10), little(offset, 4), utf8(name));
}

/** The end of the directory. */
export function endOf(count, length, offset) {
  return joined(little(0x06054b50, 4), new Uint8Array(4), little(count, 2), little(count, 2), little(length, 4), little(offset, 4), new Uint8Array(2));
}

// Version, flags, method, time, date, checksum, both sizes, length of the name, no extra field.
function common(name, checksum, length) {
  return joined(little(10, 2), new Uint8Array(6), little(0x21, 2), little(checksum, 4), little(length, 4), little(length, 4), little(name.length, 2), new Uint8Array(2));
}

function little(value, length) {
  return Uint8Array.from({ length }, (_, i) => (value >>> (8 * i)) & 0xff);
}

function unreadable() {
  throw new Disagreement('unreadable');
}

// The rows of entries.csv: all of one length, sorted by entry id, so that one can be found and all can be walked over.
import { hex, refuseUnless, same, utf8 } from './bytes.js';
import { isDay } from './protocol.js';
import { bytesOf, crc32, partsOf } from './zip.js';

export const header = utf8('entryId,tag,source,date\n');
export const rowLength = 77;
const [comma, lineFeed, zero, nine] = [0x2c, 0x0a, 0x30, 0x39];
const nibbles = Int8Array.from({ length: 256 }, (_, byte) => '0123456789abcdef'.indexOf(String.fromCharCode(byte)));

/** Walks over all rows once and says them as { bytes, at, index }, the same object each time; then compares the checksum. */
export async function walk({ blob, checksum }, count, visit, progress) {
  refuseUnless(blob.size === header.length + count * rowLength, 'entries-length', count);
  const row = { bytes: undefined, at: 0, index: 0 };
  const carry = new Uint8Array(rowLength);
  let [carried, wanted, seen, crc] = [0, header.length, 0, 0];
  for await (const part of partsOf(blob)) {
    crc = crc32(part, crc);
    let at = 0;
    while (at < part.length) {
      if (carried === 0 && wanted === rowLength && part.length - at >= rowLength) {
        [row.bytes, row.at] = [part, at];
        at += rowLength;
      } else {
        const taken = part.subarray(at, at + wanted - carried);
        carry.set(taken, carried);
        carried += taken.length;
        at += taken.length;
        if (carried < wanted) break;
        carried = 0;
        if (wanted === header.length) {
          refuseUnless(same(carry.subarray(0, header.length), header), 'entries-header');
          wanted = rowLength;
          continue;
        }
        [row.bytes, row.at] = [carry, 0];
      }
      visit(row);
      row.index++;
    }
    seen += part.length;
    progress(seen / blob.size);
  }
  refuseUnless(crc === checksum, 'zip-checksum', 'entries.csv');
}

/** The row of an entry: { bytes, at, index }; undefined where there is none. */
export async function find({ blob }, count, entryId) {
  for (let [low, high] = [0, count - 1]; low <= high;) {
    const index = Math.floor((low + high) / 2);
    const start = header.length + index * rowLength;
    const bytes = await bytesOf(blob, start, start + rowLength);
    const found = String.fromCharCode(...bytes.subarray(0, 32));
    if (found === entryId) return { bytes, at: 0, index };
    if (found < entryId) low = index + 1;
    else high = index - 1;
  }
  return undefined;
}

/** Writes entry id, tag, source and day to the last 37 bytes of a leaf's message. */
export function fillLeaf(message, { bytes, at, index }) {
  const end = message.length - 37;
  let isWhole = bytes[at + 32] === comma && bytes[at + 65] === comma && bytes[at + 67] === comma && bytes[at + 76] === lineFeed;
  for (let i = 0; i < 32; i++) {
    const from = at + 2 * i + (i < 16 ? 0 : 1);
    const high = nibbles[bytes[from]], low = nibbles[bytes[from + 1]];
    isWhole = isWhole && high >= 0 && low >= 0;
    message[end + i] = (high << 4) | low;
  }
  const source = bytes[at + 66] - zero;
  let day = 0;
  for (let i = at + 68; i < at + 76; i++) {
    isWhole = isWhole && bytes[i] >= zero && bytes[i] <= nine;
    day = day * 10 + bytes[i] - zero;
  }
  refuseUnless(isWhole && (source === 1 || source === 2) && isDay(day), 'entries-row', index + 2);
  message[end + 32] = source;
  message[end + 33] = day >>> 24;
  message[end + 34] = day >>> 16;
  message[end + 35] = day >>> 8;
  message[end + 36] = day;
}

/** What a leaf's message says of entry and person, as hexadecimal digits. */
export const entryOf = message => hex(message.subarray(message.length - 37, message.length - 21));
export const tagOf = message => hex(message.subarray(message.length - 21, message.length - 5));

/** The same row from its parts, as an inclusion proof tells them. */
export function rowFrom({ entryId, tag, source, date }) {
  const bytes = utf8(`${entryId},${tag},${source},${date}\n`);
  refuseUnless(bytes.length === rowLength, 'proof-form');
  return { bytes, at: 0, index: 0 };
}

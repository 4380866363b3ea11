/** Something that does not agree: `code` names the words for it, `detail` fills them in. */
export class Disagreement extends Error {
  constructor(code, detail = '') {
    super(`${code} ${detail}`.trim());
    this.code = code;
    this.detail = `${detail}`;
  }
}

export function refuseUnless(holds, code, detail) {
  if (!holds) throw new Disagreement(code, detail);
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Hexadecimal digits in lower case. */
export function hex(bytes) {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** The bytes that hexadecimal digits in lower case stand for. */
export function fromHex(text) {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

/** Whether this is a text of so many hexadecimal digits in lower case. */
export const isHex = (text, length) => typeof text === 'string' && text.length === length && /^[0-9a-f]*$/.test(text);

const encoder = new TextEncoder();
export const utf8 = text => encoder.encode(text);

/** The text, where the bytes are well-formed UTF-8 without a byte order mark; else undefined. */
export function textOf(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

/** A number below 2^53, big-endian, in so many bytes. */
export function number(value, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--, value = Math.floor(value / 256)) bytes[i] = value % 256;
  return bytes;
}

/** S(x) of the protocol: the length of a text in bytes, and the bytes. */
export function S(text) {
  const bytes = utf8(text);
  return joined(number(bytes.length, 4), bytes);
}

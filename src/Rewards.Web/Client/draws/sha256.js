// SHA-256 and HMAC-SHA256 (FIPS 180-4, RFC 2104) over typed arrays, without an allocation a hash: ten million entries take six
// blocks each. The browser's own crypto.subtle answers by promise only, some microseconds later each time, for every hash.
const rounds = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const start = new Int32Array([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]);
const schedule = new Int32Array(64);
const state = new Int32Array(8);
const tail = new Uint8Array(128);
const inner = new Uint8Array(32);

/** The hash of the bytes: 32 bytes. */
export function sha256(bytes) {
  const out = new Uint8Array(32);
  hashInto(out, 0, bytes, bytes.length);
  return out;
}

/** Writes the hash of the first `length` bytes to `out` from `to` on. `from` is the state after `before` bytes, a multiple of 64. */
export function hashInto(out, to, bytes, length, from = start, before = 0) {
  state.set(from);
  let at = 0;
  for (; at + 64 <= length; at += 64) compress(bytes, at);
  const left = length - at;
  const end = left < 56 ? 64 : 128;
  tail.fill(0);
  for (let i = 0; i < left; i++) tail[i] = bytes[at + i];
  tail[left] = 0x80;
  const total = before + length;
  writeWord(tail, end - 8, Math.floor(total / 0x20000000));
  writeWord(tail, end - 4, total << 3);
  compress(tail, 0);
  if (end === 128) compress(tail, 64);
  for (let i = 0; i < 8; i++) writeWord(out, to + 4 * i, state[i]);
}

/** What every HMAC under a key of at most 64 bytes begins with, worked out once. */
export function hmacKey(key) {
  return { inner: padded(key, 0x36), outer: padded(key, 0x5c) };
}

/** Writes HMAC-SHA256 of the first `length` bytes to `out` from `to` on. */
export function hmacInto(out, to, key, bytes, length) {
  hashInto(inner, 0, bytes, length, key.inner, 64);
  hashInto(out, to, inner, 32, key.outer, 64);
}

function padded(key, pad) {
  const block = new Uint8Array(64).fill(pad);
  key.forEach((byte, i) => { block[i] ^= byte; });
  state.set(start);
  compress(block, 0);
  return state.slice();
}

function writeWord(bytes, at, word) {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

function compress(bytes, at) {
  const w = schedule;
  for (let i = 0; i < 16; i++, at += 4) w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15], y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
}

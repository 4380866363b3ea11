// Writes the vectors that the portal's own BLS12-381 is held against (tests/Rewards.Domain.Tests/vectors/bls.json), by @noble/curves:
//   node tests/bls-vectors.mjs > ../../../tests/Rewards.Domain.Tests/vectors/bls.json
// The values come from hashes of numbers, so that the file is the same each time.
import { createHash } from 'node:crypto';
import { bls12_381 as curve } from '@noble/curves/bls12-381.js';

const { G1, G2, shortSignatures: bls } = curve;
const hex = bytes => Buffer.from(bytes).toString('hex');
const bytes = name => createHash('sha256').update(name).digest();
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const p = G1.Point.Fp.ORDER;

const hashes = Array.from({ length: 24 }, (_, i) => {
  const message = Buffer.concat(Array.from({ length: i }, (_, j) => bytes(`message ${i} ${j}`))).subarray(0, i * 7);
  const tag = i % 2 ? domain : `another domain ${i}`;
  return { message: hex(message), domain: tag, point: G1.hashToCurve(message, { DST: tag }).toHex(true) };
});

const signatures = Array.from({ length: 8 }, (_, i) => {
  const key = bytes(`key ${i}`);
  key[0] &= 0x3f;
  const message = bytes(`signed ${i}`);
  return {
    key: bls.getPublicKey(key).toHex(true), domain, message: hex(message),
    signature: bls.Signature.toHex(bls.sign(bls.hash(message, domain), key)),
  };
});

// Points of the curves that are not of the groups: of an x by chance, one in 2^126 is (and of G2 one in 2^508).
const { Fp, Fp2 } = curve.fields;
const number = name => Fp.create(BigInt(`0x${hex(bytes(`${name} a`))}${hex(bytes(`${name} b`))}`));
const digits = value => value.toString(16).padStart(96, '0');
const compressed = text => (BigInt(`0x${text}`) | (1n << BigInt(text.length * 4 - 1))).toString(16);
const stray = (field, b, xOf, write) => {
  const found = [];
  for (let i = 0; i < 100 && found.length < 6; i++) {
    const x = xOf(i);
    try {
      field.sqrt(field.add(field.mul(field.sqr(x), x), b));
      found.push(compressed(write(x)));
    } catch { /* no such x */ }
  }
  return found;
};
const outsideG1 = stray(Fp, 4n, i => number(`g1 ${i}`), digits);
const outsideG2 = stray(
  Fp2, Fp2.create({ c0: 4n, c1: 4n }), i => Fp2.create({ c0: number(`g2 ${i} 0`), c1: number(`g2 ${i} 1`) }), x => digits(x.c1) + digits(x.c0));

// The same point with x + p for x, where that fits into the 381 bits.
const overflowing = hashes.map(({ point }) => {
  const flags = BigInt(`0x${point.slice(0, 2)}`) & 0xe0n;
  const x = (BigInt(`0x${point}`) & ((1n << 381n) - 1n)) + p;
  return x < 1n << 381n ? { point, overflowing: (x | (flags << 376n)).toString(16) } : undefined;
}).filter(Boolean);

process.stdout.write(`${JSON.stringify({ hashes, signatures, outsideG1, outsideG2, overflowing }, null, 1)}\n`);

// A round of drand's quicknet, scheme bls-unchained-g1-rfc9380 (docs/draw-protocol.md §7).
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { fromHex, isHex, number } from './bytes.js';
import { sha256 } from './sha256.js';

const publicKey = '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451'
  + '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const bls = bls12_381.shortSignatures;

/** Whether these 96 hexadecimal digits are the round's signature. Refuses anything else quietly. */
export function verifyRound(round, signature) {
  const point = pointOf(signature);
  return point !== undefined && bls.verify(point, bls.hash(sha256(number(round, 8)), domain), bls12_381.G2.Point.fromHex(publicKey));
}

/**
 * The point of the group that a signature stands for; undefined where it is none, or is written in another way than the only one.
 * What is hashed to randomness are the signature's bytes: a second way of writing the same point would be a second chance at the draw.
 */
export function pointOf(signature) {
  if (!isHex(signature, 96)) return undefined;
  try {
    const point = bls.Signature.fromBytes(fromHex(signature));
    point.assertValidity();
    return !point.is0() && point.toHex(true) === signature ? point : undefined;
  } catch {
    return undefined;
  }
}

// What a voucher's QR says of it, signed: read, verified and weighed without network (docs: vouchers-offline).
import { alphabet, symbolsOf } from '../common/code.js';

const untilSpent = 1;
const once = 2;
const fixedLength = 14;
const signatureLength = 64;
const firstDay = Date.UTC(2020, 0, 1);
const dayMs = 86_400_000;

/** The parts of a voucher's link, https://host/v/CODE/FORM, as scanned; undefined where it has no form. */
export function partsOf(scanned) {
  const [, code, form] = /\/v\/([^/?#]+)\/([0-9a-z]+)$/i.exec(scanned.trim()) ?? [];
  return form && { code: symbolsOf(code), form: form.toUpperCase() };
}

/** Five bits a symbol, most significant first; undefined for what the portal would not have written. */
export function bytesOf(symbols) {
  const bytes = [];
  let buffer = 0;
  let bits = 0;
  for (const symbol of symbols) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return undefined;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
  }
  return bits < 5 && (buffer & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : undefined;
}

/**
 * What the form says, if one of the keys has signed it for this code: { limitCents, lastDay: '2026-12-31', minimumPurchaseCents,
 * stores: [] for all, singleUse }. Else undefined: whether it was changed or never ours, it is refused alike.
 */
export async function readForm({ code, form }, keys, subtle = crypto.subtle) {
  const bytes = bytesOf(form);
  if (!bytes || bytes.length < fixedLength + signatureLength || ![untilSpent, once].includes(bytes[0])) return undefined;
  const payload = bytes.slice(0, -signatureLength);
  const view = new DataView(payload.buffer);
  if (payload.length !== fixedLength + 2 * payload[13]) return undefined;
  const message = Uint8Array.from([...prefixed('rewards/offline-voucher/v1'), ...prefixed(code), ...payload]);
  for (const { id, point } of keys.filter(key => key.id === view.getUint16(1))) {
    const key = await subtle.importKey('raw', fromBase64(point), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    if (!await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes.slice(-signatureLength), message)) continue;
    return {
      keyId: id,
      limitCents: view.getInt32(3),
      lastDay: new Date(firstDay + view.getUint16(7) * dayMs).toISOString().slice(0, 10),
      minimumPurchaseCents: view.getInt32(9),
      stores: Array.from({ length: payload[13] }, (_, place) => view.getUint16(fixedLength + 2 * place)),
      singleUse: bytes[0] === once,
    };
  }
  return undefined;
}

/** Why a voucher is not good here and today; undefined where it is. */
export function whyNot(terms, { store, today }) {
  if (terms.stores.length > 0 && !terms.stores.includes(store)) return 'voucher-of-another-store';
  return today > terms.lastDay ? 'voucher-expired' : undefined;
}

/** What can be taken of it without network, in cents. */
export function mostOf(terms, { mostCents }) {
  return Math.min(terms.limitCents, mostCents);
}

/** Whether something is lost when so much, in cents, is taken: of a voucher that is good once, what is left. */
export function losesRest(terms, cents) {
  return terms.singleUse && cents < terms.limitCents;
}

/** Why these amounts, in cents and undefined where they cannot be read, may not be taken; undefined where they may. */
export function whyNotTake(terms, limits, cents, purchaseCents, mayLose) {
  if (!(cents > 0)) return 'voucher-amount-invalid';
  if (cents > mostOf(terms, limits)) return 'offline-amount';
  if (losesRest(terms, cents) && !mayLose) return 'offline-rest';
  if (terms.minimumPurchaseCents === 0) return undefined;
  if (!(purchaseCents > 0)) return 'voucher-purchase-missing';
  return purchaseCents < terms.minimumPurchaseCents ? 'voucher-purchase-too-small' : undefined;
}

/** Cents of an amount as a cashier types it, 2.50 or 2,50 or $2.5 or .50 or 1,000.50; undefined for anything else. */
export function centsOf(text) {
  const typed = text.replace(/\s/g, '').replace(/^(\$?\d{1,3}(?:,\d{3})+)(?=\.|$)/, whole => whole.replaceAll(',', ''));
  const [whole, units, cents = ''] = /^\$?(?=[.,]?\d)(\d{0,7})(?:[.,](\d{0,2}))?$/.exec(typed) ?? [];
  return whole === undefined ? undefined : Number(units) * 100 + Number(cents.padEnd(2, '0'));
}

/** The day at an instant in a time zone, 2026-12-31. */
export function dayIn(timeZone, at) {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** What a desk remembers a voucher by: not the code, which is money. */
export async function nameOf(code, subtle = crypto.subtle) {
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(code)));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}

function prefixed(text) {
  const bytes = new Uint8Array(4 + text.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(new TextEncoder().encode(text), 4);
  return bytes;
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

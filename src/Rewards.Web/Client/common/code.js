// Receipt and voucher codes: 15 symbols and a check symbol, shown in groups of four (docs: protocols, 1 and 2).

export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** The symbols in what somebody typed: any case, I and L are 1, O is 0; what is neither letter nor digit is dropped. */
export function symbolsOf(text) {
  return text.normalize('NFKC').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0').replace(/[^0-9A-Z]/g, '');
}

/** The code in a voucher's link, https://host/v/CODE; any other text as it is. */
export function codeIn(text) {
  return /\/v\/([^/?#]+)/i.exec(text)?.[1] ?? text;
}

export function grouped(symbols) {
  return symbols.match(/.{1,4}/g)?.join('-') ?? '';
}

/** 'short' until there are 16 symbols, then 'right' or 'slip'; 'letter' for the U that no code has, 'long' for too many. */
export function verdictOn(symbols) {
  if (symbols.includes('U')) return 'letter';
  if (symbols.length !== length) return symbols.length < length ? 'short' : 'long';
  return checkSymbolOf(symbols.slice(0, -1)) === symbols.at(-1) ? 'right' : 'slip';
}

export function missingFrom(symbols) {
  return length - symbols.length;
}

/** Σ αⁱ⁺¹·dᵢ over GF(32) with x⁵+x²+1 and α = 2, by Horner's rule. */
export function checkSymbolOf(symbols) {
  let sum = 0;
  for (let i = symbols.length - 1; i >= 0; i--) {
    sum = (sum ^ alphabet.indexOf(symbols[i])) << 1;
    if (sum > 31) sum ^= 0b100101;
  }
  return alphabet[sum];
}

/**
 * What a code field shows after an edit, and where its caret goes: beside the same symbol as before.
 * Erasing only a hyphen means the symbol beyond it; `erased` is 'Backward' or 'Forward' then.
 */
export function regrouped(value, caret, before = '', erased = '') {
  let symbols = symbolsOf(codeIn(value));
  let at = Math.min(symbolsOf(value.slice(0, caret)).length, symbols.length);
  if (erased && symbols === symbolsOf(before)) {
    if (erased === 'Backward') at--;
    symbols = symbols.slice(0, Math.max(at, 0)) + symbols.slice(at + 1);
  }
  at = Math.max(at, 0);
  return { text: grouped(symbols), caret: at + Math.max(Math.ceil(at / 4) - 1, 0), symbols };
}

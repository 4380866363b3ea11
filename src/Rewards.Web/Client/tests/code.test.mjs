import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSymbolOf, codeIn, grouped, missingFrom, regrouped, symbolsOf, verdictOn } from '../common/code.js';

// The receipt codes that an independent implementation made.
const codes = [
  '122S-AY0S-F811-P6R5', '2XHY-1VE3-XSW2-405T', 'AT51-9ARH-JB25-NWYH', '8CM6-A9N6-NG8Y-RFTP',
  'V5ZY-8A13-32ET-M5ZH', '8RP3-SECJ-1XW3-59TY', 'Y784-5J9G-7FQV-W7FM', 'HQTA-VYEF-0M5V-HK6V',
  'VS2J-32GN-7291-EZPF', 'VNK4-ZB3Y-1TM5-5830', '5Q98-K2DA-QVKN-MW3K', '7VG6-QP5N-TJWA-X5E1',
  'WZNX-VAMX-DTVY-BY10', 'C5QA-APAZ-2WMT-W9TA', 'GER7-Q1MQ-NG7T-C8CH', 'VQ6C-2Z6H-5XWC-RGPJ',
];
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('every code that was printed has the right check symbol', () => {
  for (const code of codes) {
    const symbols = symbolsOf(code);
    assert.equal(checkSymbolOf(symbols.slice(0, 15)), symbols[15], code);
    assert.equal(verdictOn(symbols), 'right', code);
  }
});

test('every single wrong symbol is a slip', () => {
  for (const code of codes) {
    const symbols = symbolsOf(code);
    for (let i = 0; i < 16; i++) {
      for (const other of alphabet.replace(symbols[i], '')) {
        assert.equal(verdictOn(symbols.slice(0, i) + other + symbols.slice(i + 1)), 'slip', `${code}, ${other} at ${i}`);
      }
    }
  }
});

test('every adjacent swap is a slip', () => {
  for (const code of codes) {
    const symbols = symbolsOf(code);
    for (let i = 0; i < 15; i++) {
      if (symbols[i] === symbols[i + 1]) continue;
      const swapped = symbols.slice(0, i) + symbols[i + 1] + symbols[i] + symbols.slice(i + 2);
      assert.equal(verdictOn(swapped), 'slip', `${code} at ${i}`);
    }
  }
});

test('what looks alike is read alike, in any case, with any spacing', () => {
  assert.equal(symbolsOf(' 8cm6–a9n6 ng8y.rftp '), '8CM6A9N6NG8YRFTP');
  assert.equal(symbolsOf('oOiIlL'), '001111');
  assert.equal(symbolsOf('８ＣＭ６'), '8CM6');
});

test('a code that is not complete is no slip, and one that cannot be is named', () => {
  assert.equal(verdictOn(''), 'short');
  assert.equal(verdictOn('8CM6A9N6NG8YRFT'), 'short');
  assert.equal(missingFrom('8CM6A9N6NG8YRFT'), 1);
  assert.equal(verdictOn('8CM6A9N6NG8YRFTPP'), 'long');
  assert.equal(verdictOn('8CU6'), 'letter');
});

test('groups of four, without a hyphen that nothing follows', () => {
  assert.deepEqual(['', '8', '8CM6', '8CM6A', '8CM6A9N6NG8YRFTP'].map(grouped), ['', '8', '8CM6', '8CM6-A', '8CM6-A9N6-NG8Y-RFTP']);
});

test('typed one by one, the caret stays at the end', () => {
  let shown = '';
  for (const key of '8cm6a9n6ng8yrftp') {
    const after = regrouped(shown + key, shown.length + 1, shown);
    shown = after.text;
    assert.equal(after.caret, shown.length);
  }
  assert.equal(shown, '8CM6-A9N6-NG8Y-RFTP');
});

test('erased one by one from the end, nothing gets stuck', () => {
  let shown = '8CM6-A9N6-NG8Y-RFTP';
  for (let left = 15; left >= 0; left--) {
    const after = regrouped(shown.slice(0, -1), shown.length - 1, shown, 'Backward');
    shown = after.text;
    assert.equal(symbolsOf(shown).length, left);
    assert.equal(after.caret, shown.length);
  }
});

test('typed in the middle, the caret stays beside what was typed', () => {
  // 8C|M6-A9 and then X
  assert.deepEqual(regrouped('8CXM6-A9', 3, '8CM6-A9'), { text: '8CXM-6A9', caret: 3, symbols: '8CXM6A9' });
  // 8CM6|-A9 and then X: it goes behind the hyphen
  assert.deepEqual(regrouped('8CM6X-A9', 5, '8CM6-A9'), { text: '8CM6-XA9', caret: 6, symbols: '8CM6XA9' });
});

test('erasing a hyphen erases the symbol beyond it', () => {
  assert.deepEqual(regrouped('8CM6A9', 4, '8CM6-A9', 'Backward'), { text: '8CMA-9', caret: 3, symbols: '8CMA9' });
  assert.deepEqual(regrouped('8CM6A9', 4, '8CM6-A9', 'Forward'), { text: '8CM6-9', caret: 4, symbols: '8CM69' });
});

test('a paste brings its own spacing, or a whole link', () => {
  assert.equal(regrouped('8CM6 A9N6 NG8Y RFTP', 19).text, '8CM6-A9N6-NG8Y-RFTP');
  const link = 'https://rewards.example/v/8CM6-A9N6-NG8Y-RFTP?from=mail';
  assert.deepEqual(regrouped(link, link.length), { text: '8CM6-A9N6-NG8Y-RFTP', caret: 19, symbols: '8CM6A9N6NG8YRFTP' });
  assert.equal(codeIn('8CM6-A9N6'), '8CM6-A9N6');
});

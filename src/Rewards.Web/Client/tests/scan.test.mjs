import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScannedKeys } from '../desk/scan.js';

function type(keys, text, everyMs, from = 1000) {
  let scanned;
  [...text, 'Enter'].forEach((key, place) => { scanned = keys.press(key, from + place * everyMs); });
  return scanned;
}

test('a scanner types a code and presses Enter', () => {
  assert.equal(type(new ScannedKeys(), 'M4KD77QX2VTA91HE', 8), 'M4KD77QX2VTA91HE');
});

test('a scanner types a link, with Shift pressed now and then', () => {
  const keys = new ScannedKeys();
  let at = 1000;
  for (const key of ['h', 't', 't', 'p', 's', 'Shift', ':', '/', '/', 'r', '.', 'e', '/', 'v', '/', 'M', '4', 'K', 'D']) keys.press(key, at += 5);
  assert.equal(keys.press('Enter', at + 5), 'https://r.e/v/M4KD');
});

test('a hand is not a scanner', () => {
  assert.equal(type(new ScannedKeys(), 'M4KD77QX2VTA91HE', 90), undefined);
  assert.equal(type(new ScannedKeys(), '12.50', 8), undefined);
});

test('a scan right after typing by hand is taken alone', () => {
  const keys = new ScannedKeys();
  keys.press('1', 100);
  keys.press('2', 300);
  assert.equal(type(keys, 'M4KD77QX2VTA91HE', 8), 'M4KD77QX2VTA91HE');
});

test('an Enter pressed later belongs to no scan', () => {
  const keys = new ScannedKeys();
  [...'M4KD77QX2VTA91HE'].forEach((key, place) => keys.press(key, place * 8));
  assert.equal(keys.press('Enter', 2000), undefined);
});

test('it knows the first key, so that what it typed can be taken back', () => {
  const keys = new ScannedKeys();
  assert.ok(keys.begins('h', 0));
  keys.press('h', 0);
  assert.ok(!keys.begins('t', 8));
  assert.ok(!keys.begins('Shift', 8));
  assert.ok(keys.begins('t', 500));
});

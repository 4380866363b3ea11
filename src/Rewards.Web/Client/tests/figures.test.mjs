import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, numberIn } from '../office/figures.js';

test('a number is read as the language writes it', () => {
  assert.equal(numberIn('1,980', 'en'), 1980);
  assert.equal(numberIn('82 %', 'en'), 82);
  assert.equal(numberIn('−0.5', 'en'), -0.5);
  assert.equal(numberIn('$1,234.50', 'en'), 1234.5);
  assert.equal(numberIn('12.345,6', 'es'), 12345.6);
  assert.equal(numberIn('−3,5 %', 'es'), -3.5);
});

test('words and ranges are no number', () => {
  assert.equal(numberIn('not enough answers yet', 'en'), null);
  assert.equal(numberIn('9 to 35', 'en'), null);
  assert.equal(numberIn('', 'en'), null);
});

const cell = (textContent, dataset = {}) => ({ textContent, dataset, querySelector: () => null });
const row = (cells, dataset = {}) => ({ cells, dataset });

test('among bars a row without a figure has no place, on a line it is a gap', () => {
  const table = {
    tHead: { rows: [row([cell('Touchpoint'), cell('Satisfaction')])] },
    tBodies: [{ rows: [row([cell('Grocery'), cell('80 %')]), row([cell('Garden'), cell('not enough answers yet')])] }],
  };
  assert.deepEqual(figuresOf(table, 'bar', 'en').labels, ['Grocery']);
  assert.deepEqual(figuresOf(table, 'line', 'en').series[0].values, [80, null]);
});

test('a table becomes labels and series', () => {
  const table = {
    tHead: { rows: [row([cell('Week'), cell('Unhappy'), cell('Mean', { series: 'dashed' }), cell('95 %', { series: 'none' })])] },
    tBodies: [{ rows: [
      row([cell('9 Nov'), cell('13.6 %'), cell('9.4 %'), cell('9 to 18')]),
      row([cell('16 Nov'), cell('eighteen', { value: '18' }), cell('', { value: '' }), cell('')], { signal: 'beyond the limit' }),
    ] }],
  };
  assert.deepEqual(figuresOf(table, 'line', 'en'), {
    labels: ['9 Nov', '16 Nov'],
    links: [undefined, undefined],
    signals: [undefined, 'beyond the limit'],
    series: [
      { name: 'Unhappy', drawn: 'line', values: [13.6, 18] },
      { name: 'Mean', drawn: 'dashed', values: [9.4, null] },
    ],
  });
});

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bundle } from '../bundle.mjs';

// A shopper's first page is at most 25 KB in all, on one bar of signal.
const budgets = { 'app.css': 15_000, 'feedback.js': 3_072 };

test('what a shopper downloads stays light', async () => {
  const files = Object.fromEntries((await bundle()).map(({ path, contents }) => [basename(path), contents]));
  for (const [name, budget] of Object.entries(budgets)) {
    assert.ok(files[name].length <= budget, `${name}: ${files[name].length} of ${budget} bytes`);
  }
  const firstPage = gzipSync(files['app.css']).length + gzipSync(files['feedback.js']).length;
  assert.ok(firstPage <= 7_000, `compressed: ${firstPage} of 7000 bytes`);
});

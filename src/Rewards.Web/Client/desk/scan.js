import { codeIn, grouped, symbolsOf } from '../common/code.js';

const fastestHandMs = 50;
const shortestScan = 16;

/** Tells a scanner from a hand: sixteen keys or more, each within 50 ms of the one before, and then Enter. */
export class ScannedKeys {
  #keys = '';
  #last = -Infinity;

  /** The text that was scanned, if `key`, pressed at `at` (ms), completes it. */
  press(key, at) {
    if (at - this.#last > fastestHandMs) this.#keys = '';
    this.#last = at;
    if (key.length === 1) this.#keys += key;
    if (key !== 'Enter') return undefined;
    const scanned = this.#keys;
    this.#keys = '';
    return scanned.length >= shortestScan ? scanned : undefined;
  }

  /** Whether `key` would be the first of a scan. */
  begins(key, at) {
    return key.length === 1 && (this.#keys === '' || at - this.#last > fastestHandMs);
  }
}

/**
 * <input data-scan>: a scan, of a code or of a voucher's link, lands in this field and is looked up, wherever the focus is.
 */
export function scans() {
  const field = document.querySelector('[data-scan]');
  if (!field) return;
  onScan(scanned => {
    field.value = grouped(symbolsOf(codeIn(scanned)));
    field.form.requestSubmit();
  });
}

/** Calls back with what was scanned, wherever the focus is. What it typed there is taken back, and its Enter presses nothing. */
export function onScan(take) {
  const keys = new ScannedKeys();
  let before;

  document.addEventListener('keydown', event => {
    if (keys.begins(event.key, event.timeStamp)) before = { element: document.activeElement, value: document.activeElement.value };
    const scanned = keys.press(event.key, event.timeStamp);
    if (!scanned) return;
    event.preventDefault();
    event.stopPropagation();
    if (before.value !== undefined) before.element.value = before.value;
    take(scanned);
  }, true);
}

/** [data-focus]: where the page starts, after an error or at the desk. */
export function startWhereItMatters() {
  const start = document.querySelector('[data-focus]');
  start?.focus();
  start?.select?.();
}

/** <textarea maxlength data-count="id">: the element with that id says data-left, {0} = how many characters are left. */
export function countCharacters() {
  for (const area of document.querySelectorAll('[data-count]')) {
    const counter = document.getElementById(area.dataset.count);
    const count = () => {
      const left = area.maxLength - area.value.length;
      counter.textContent = counter.dataset.left.replace('{0}', left.toLocaleString(document.documentElement.lang));
      // Read out only towards the end, not at every key.
      counter.setAttribute('aria-live', left < area.maxLength / 10 ? 'polite' : 'off');
    };
    area.addEventListener('input', count);
    count();
  }
}

/** <button data-print hidden>: of no use without script, so script shows it. */
export function printButtons() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

/** <p role="status" data-offline="words">: says the words while the device has no network. */
export function sayWhenOffline() {
  const status = document.querySelector('[data-offline]');
  if (!status) return;
  const say = () => { status.textContent = navigator.onLine ? '' : status.dataset.offline; };
  addEventListener('online', say);
  addEventListener('offline', say);
  say();
}

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

/** <span data-until="instant" data-in="in {0}" hidden>: how long until then; without script the time beside it says enough. */
export function countdowns() {
  for (const element of document.querySelectorAll('[data-until]')) {
    const show = () => {
      const minutes = Math.ceil((Date.parse(element.dataset.until) - Date.now()) / 60_000);
      element.hidden = minutes <= 0;
      element.textContent = element.dataset.in.replace('{0}', spelled(minutes));
    };
    show();
    setInterval(show, 20_000);
  }
}

function spelled(minutes) {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return days ? `${days} d ${hours} h` : hours ? `${hours} h ${rest} min` : `${rest} min`;
}

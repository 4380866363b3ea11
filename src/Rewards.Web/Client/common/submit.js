const patienceMs = 8000;

/** The same act, but a call while one is under way does nothing. */
export function oneAtATime(act) {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await act();
    } finally {
      isUnderWay = false;
    }
  };
}

/**
 * A second press while the first is on its way does nothing. Nothing stays locked: the form is free again after a moment, and
 * when the page comes back by way of Back. A button's data-busy is what it says meanwhile.
 */
export function submitOnce() {
  const underWay = new Map();

  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (underWay.has(form)) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    const label = button?.textContent;
    button?.setAttribute('aria-disabled', 'true');
    if (button?.dataset.busy) button.textContent = button.dataset.busy;
    underWay.set(form, () => {
      underWay.delete(form);
      button?.removeAttribute('aria-disabled');
      if (button?.dataset.busy) button.textContent = label;
    });
    setTimeout(() => underWay.get(form)?.(), patienceMs);
  });

  addEventListener('pageshow', () => underWay.forEach(release => release()));
}

import { missingFrom, regrouped, symbolsOf, verdictOn } from './code.js';

/**
 * <input data-code="id of the element that speaks">: groups of four as they are typed, and a word at once about a slip.
 * The words are the speaking element's data-right, -slip, -long, -letter, and -missing (on leaving; {0} = how many).
 */
export function codeFields() {
  for (const field of document.querySelectorAll('[data-code]')) {
    const speaker = document.getElementById(field.dataset.code);
    let before = field.value;

    field.addEventListener('input', event => {
      if (event.isComposing && /[^ -~]/.test(field.value)) return;
      const erased = /^deleteContent(Backward|Forward)$/.exec(event.inputType)?.[1];
      const { text, caret, symbols } = regrouped(field.value, field.selectionStart, before, erased);
      if (field.value.toUpperCase() !== text) {
        field.value = text;
        if (field === document.activeElement) field.setSelectionRange(caret, caret);
      }
      before = text;
      say(verdictOn(symbols), symbols);
    });

    field.addEventListener('change', () => {
      const symbols = symbolsOf(field.value);
      if (symbols && verdictOn(symbols) === 'short') say('missing', symbols);
    });

    function say(verdict, symbols) {
      field.setAttribute('aria-invalid', !['right', 'short', 'missing'].includes(verdict));
      if (!speaker) return;
      const message = (speaker.dataset[verdict] ?? '').replace('{0}', missingFrom(symbols));
      if (speaker.textContent !== message) speaker.textContent = message;
      speaker.className = { right: 'good', missing: 'hint' }[verdict] ?? 'err';
    }
  }
}

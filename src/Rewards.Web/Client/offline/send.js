// Sends what a desk took. Whatever breaks off is sent again whole: the portal takes each id once.

const atOnce = 20;

/** Somebody has to sign in first. */
export class SignedOut extends Error {}

/**
 * Sends all that waits, oldest first.
 * @param desk all(), note(id, answer), id()
 * @param freshTerms asks the portal for the page's terms of now; throws SignedOut or what fetch throws
 * @param post sends a form's fields and answers { answers: [{ id, state, words, left }] }
 * @returns how many were answered for good
 */
export async function sendAll(desk, freshTerms, post) {
  const waiting = (await desk.all()).filter(({ state }) => state === 'waiting').sort((a, b) => (a.at < b.at ? -1 : 1));
  if (waiting.length === 0) return 0;
  const { token } = await freshTerms();
  let answered = 0;
  for (let from = 0; from < waiting.length; from += atOnce) {
    const batch = waiting.slice(from, from + atOnce);
    const { answers } = await post({ __RequestVerificationToken: token, desk: await desk.id(), items: JSON.stringify(batch.map(item)) });
    for (const answer of answers) {
      if (answer.state === 'later' || !batch.some(({ id }) => id === answer.id)) continue;
      await desk.note(answer.id, answer);
      answered++;
    }
  }
  return answered;
}

function item({ id, code, form, cents, purchaseCents, at, pass }) {
  return { id, code, form, cents, purchaseCents, at, pass };
}

/** Sends a form's fields. The header says to the portal that a page to sign in on is no answer. */
export async function post(fields) {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  const response = await fetch('/store/offline?handler=Send', { method: 'POST', headers, body: new URLSearchParams(fields) });
  if (response.status === 401 || response.status === 403) throw new SignedOut();
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

// The page and its files as they were last opened, for the worker to answer with.
import { SignedOut } from './send.js';

const shelf = 'offline-desk';
const page = '/store/offline';
const patienceMs = 8000;

/**
 * Opens the page anew behind the one that is shown, puts it and its files on the shelf and says its terms. `ahead` is by how much the
 * portal's clock is before the desk's, which may be wrong. Throws SignedOut, or what fetch throws.
 */
export async function freshTerms(desk) {
  const answer = await fetch(page, { headers: { 'X-Requested-With': 'XMLHttpRequest' }, signal: AbortSignal.timeout(patienceMs) });
  if (answer.status === 401 || answer.status === 403 || answer.redirected) throw new SignedOut();
  if (!answer.ok) throw new Error(`${answer.status}`);
  const kept = answer.clone();
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const terms = termsOf(fresh.getElementById('offline'));
  const ahead = terms.now - Date.now();
  await desk.setAbout('clock', { pass: terms.pass, ahead });
  await keep(kept, [...fresh.querySelectorAll('link[rel~=stylesheet], link[rel=icon], script[src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src')));
  return { ...terms, ahead, isKept: true };
}

/** The terms of the page that is shown: from the shelf, perhaps days old, or from the portal a moment ago. */
export async function keptTerms(desk, root) {
  const terms = termsOf(root);
  const clock = await desk.about('clock');
  return clock?.pass === terms.pass
    ? { ...terms, ahead: clock.ahead, isKept: true }
    : { ...terms, ahead: terms.now - Date.now(), isKept: false };
}

function termsOf(root) {
  return JSON.parse(root.dataset.terms);
}

async function keep(answer, files) {
  const kept = await caches.open(shelf);
  await kept.addAll(files);
  await kept.put(page, answer);
  const wanted = [page, ...files].map(file => new URL(file, location.href).href);
  for (const { url } of await kept.keys()) if (!wanted.includes(url)) await kept.delete(url);
  await navigator.serviceWorker.register('/offline-worker.js', { scope: page });
  await navigator.serviceWorker.ready;
}

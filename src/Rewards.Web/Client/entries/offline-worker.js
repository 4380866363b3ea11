// Answers for the desk's page without network, and for nothing else: the portal's answer where there is one soon, else the page and
// its files as they were when it was last opened.
const shelf = 'offline-desk';
const page = '/store/offline';
const patienceMs = 4000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') {
    if (pathname === page && !search.includes('handler')) event.respondWith(soonOrKept(event.request));
  } else if (!search && pathname !== page) {
    event.respondWith(caches.match(url, { cacheName: shelf }).then(kept => kept ?? fetch(event.request)));
  }
});

async function soonOrKept(request) {
  const kept = () => caches.match(page, { cacheName: shelf, ignoreVary: true });
  const asked = fetch(request);
  const late = new Promise(resolve => setTimeout(resolve, patienceMs)).then(kept);
  try {
    const answer = await Promise.race([asked, late]) ?? await asked;
    return answer.status >= 500 ? await kept() ?? answer : answer;
  } catch (problem) {
    const before = await kept();
    if (before) return before;
    throw problem;
  }
}

/** Who signs out takes the desk's page without network along: it is theirs. What waits to be sent stays on the desk. */
export function forgetThePageOnSignOut() {
  document.querySelector('form[action="/account/sign-out"]')?.addEventListener('submit', () => {
    globalThis.caches?.delete('offline-desk');
  });
}

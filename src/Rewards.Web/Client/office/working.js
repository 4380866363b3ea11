const everyMs = 1000;

/** [data-working="address"]: shows how far something long has come, and what came of it; without script the page has a link. */
export function working() {
  const card = document.querySelector('[data-working]');
  if (!card) return;
  const [bar, said] = [card.querySelector('progress'), card.querySelector('[role=status]')];
  const look = async () => {
    try {
      const answer = await fetch(card.dataset.working, { headers: { accept: 'application/json' } });
      const state = answer.ok ? await answer.json() : { isDone: true };
      if (state.isDone) return location.reload();
      bar.value = Math.min(state.walked, bar.max);
      said.textContent = state.said;
    } catch {
      // The network is gone for a moment, or the portal is: look again.
    }
    setTimeout(look, everyMs);
  };
  setTimeout(look, everyMs);
}

import { answer } from '../draws/tasks.js';

const pauseMs = 100;

addEventListener('message', async ({ data }) => {
  let told = 0;
  const progress = share => {
    const now = Date.now();
    if (now - told < pauseMs && share < 1) return;
    told = now;
    postMessage({ id: data.id, share });
  };
  postMessage({ id: data.id, ...await answer(data, progress) });
});

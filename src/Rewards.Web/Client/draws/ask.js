/** Opens the worker at the first question only: it brings the whole protocol along. Answers come as they are ready. */
export function openWorker(address) {
  const waiting = new Map();
  let worker;
  let last = 0;
  return (question, progress = () => {}) => new Promise((resolve, reject) => {
    worker ??= start();
    const id = ++last;
    waiting.set(id, { resolve, reject, progress });
    worker.postMessage({ ...question, id });
  });

  function start() {
    const started = new Worker(address);
    started.addEventListener('message', ({ data: { id, share, ...answer } }) => {
      if (share !== undefined) {
        waiting.get(id).progress(share);
        return;
      }
      waiting.get(id).resolve(answer);
      waiting.delete(id);
    });
    started.addEventListener('error', () => {
      for (const { reject } of waiting.values()) reject(new Error('worker'));
      waiting.clear();
      worker = undefined;
    });
    return started;
  }
}

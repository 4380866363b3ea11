// What the page asks of its worker. Answers { ok } or { refused: { code, detail } }; progress is told between.
import { checkBundle } from './bundle.js';
import { Disagreement } from './bytes.js';
import { checkEntry } from './entry.js';
import { verifyRound } from './quicknet.js';

const tasks = {
  bundle: ({ blob, ...known }, progress) => checkBundle(blob, { ...known, progress }),
  entry: ({ proof, ...known }) => checkEntry(proof, known),
  round: ({ round, signature }) => ({ isRight: verifyRound(round, signature) }),
};

export async function answer({ task, ...what }, progress = () => {}) {
  try {
    return { ok: await tasks[task](what, progress) };
  } catch (problem) {
    if (!(problem instanceof Disagreement)) throw problem;
    return { refused: { code: problem.code, detail: problem.detail } };
  }
}

// The checks of a draw's page: what is typed or dropped goes to the worker, and what comes back is said in words.
import { openWorker } from './ask.js';
import { bundleSaid, entrySaid, refused, roundSaid } from './said.js';

const element = id => document.getElementById(id);
const ownNumber = text => text.replace(/[\s-]/g, '').toLowerCase();

export function drawChecks() {
  const root = element('check');
  if (!root || !globalThis.Worker || !Blob.prototype.stream) return;
  const { draw, commit, round, drawn } = root.dataset;
  const ask = openWorker(new URL('draw-worker.js', import.meta.url));
  const words = (key, ...values) => values.reduce(
    (text, value, i) => text.replace(`{${i}}`, () => (typeof value === 'number' ? value.toLocaleString(document.documentElement.lang) : value)),
    root.querySelector('template').content.querySelector(`[data-why="${key}"]`)?.textContent ?? key);
  const say = (id, ...what) => element(id).replaceChildren(...what);

  element('unfit').hidden = true;
  element('fit').hidden = false;
  element('entry').value = /^#entry=([0-9a-f]{32})$/.exec(location.hash)?.[1] ?? '';
  onSubmit('own', checkOwn);
  onSubmit('round', checkRound);
  onSubmit('whole', fetchBundle);
  element('bundle')?.addEventListener('change', ({ target }) => target.files[0] && run('whole-said', () => checkWhole(target.files[0])));
  dropOn(root);

  /** The commitment to compare with, and whether the visitor brought it; undefined where what was typed is none. */
  function known() {
    const noted = ownNumber(element('noted').value);
    const isForm = noted === '' || /^[0-9a-f]{64}$/.test(noted);
    return complain('noted', isForm ? '' : words('noted-form')) ? undefined : { commitment: noted || commit, isNoted: noted !== '' };
  }

  async function checkOwn() {
    const reference = known();
    const entryId = ownNumber(element('entry').value);
    const isForm = /^[0-9a-f]{32}$/.test(entryId);
    if (complain('entry', isForm ? '' : words('own-form')) || !reference) return;
    const [proof, beacon] = await Promise.all([
      get(`/draws/${draw}/entries/${entryId}/proof.json`), drawn ? get(`/draws/${draw}/beacon.json`) : undefined,
    ]);
    if (proof.status === 404) return say('own-said', refused(words('own-none'), words('own-none-text')));
    if (proof.status === 409) return say('own-said', refused(words('disagrees'), words('own-changed')));
    if (!proof.ok || beacon?.ok === false) throw new TypeError(`${proof.status}`);
    const answer = await ask({
      task: 'entry', proof: JSON.parse(new TextDecoder().decode(proof.bytes)), commitment: reference.commitment, entryId, beacon: beacon?.bytes,
    });
    say('own-said', entrySaid(words, answer, reference));
  }

  // Read to its end, also where it is refused: a browser keeps a request open whose answer nobody reads.
  async function get(address) {
    const answer = await fetch(address);
    return { ok: answer.ok, status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  async function checkRound() {
    const said = readRound(element('signature').value);
    if (complain('signature', said ? '' : words('round-form'))) return;
    if (said.round !== undefined && `${said.round}` !== round) {
      say('round-said', refused(words('round-wrong'), words('round-other', said.round, Number(round))));
      return;
    }
    say('round-said', roundSaid(words, await ask({ task: 'round', round: Number(round), signature: said.signature }), Number(round)));
  }

  async function fetchBundle() {
    if (!known()) return;
    element('state').textContent = words('fetching');
    const answer = await fetch(`/draws/${draw}/bundle.zip`);
    if (!answer.ok) throw new TypeError(`${answer.status}`);
    await checkWhole(await answer.blob());
  }

  async function checkWhole(blob) {
    const reference = known();
    if (!reference) return;
    const entryId = ownNumber(element('entry').value);
    say('whole-said');
    element('busy').hidden = false;
    const progress = share => {
      element('bar').value = share;
      // Read out at every tenth only.
      element('state').textContent = words('working', Math.floor(share * 10) * 10);
    };
    progress(0);
    const answer = await ask({
      task: 'bundle', blob, commitment: reference.commitment, entryId: /^[0-9a-f]{32}$/.test(entryId) ? entryId : undefined,
    }, progress);
    say('whole-said', bundleSaid(words, answer, { ...reference, draw }));
  }

  function onSubmit(id, check) {
    element(id)?.addEventListener('submit', event => {
      event.preventDefault();
      run(`${id}-said`, check);
    });
  }

  async function run(id, check) {
    const button = element(id.replace('-said', '')).querySelector('.btn');
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    try {
      say(id);
      await check();
    } catch (problem) {
      say(id, refused(words('failed'), words(problem instanceof TypeError ? 'offline' : 'broken')));
    } finally {
      button.removeAttribute('aria-disabled');
      if (id === 'whole-said') {
        element('busy').hidden = true;
        element('state').textContent = '';
        element('bundle').value = '';
      }
    }
  }

  function dropOn(card) {
    if (!drawn) return;
    card.addEventListener('dragover', event => event.preventDefault());
    card.addEventListener('drop', event => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) run('whole-said', () => checkWhole(file));
    });
  }
}

/** Says at a field what is wrong with it, if anything; answers whether something is. */
function complain(id, problem) {
  element(`${id}-err`).textContent = problem;
  element(id).toggleAttribute('aria-invalid', false);
  if (problem === '') return false;
  element(id).setAttribute('aria-invalid', 'true');
  element(id).focus();
  return true;
}

/** What was pasted of a round: drand's whole answer or the signature alone; undefined where it is neither. */
export function readRound(text) {
  const pasted = text.trim();
  let said = { signature: pasted.toLowerCase() };
  if (pasted.startsWith('{')) {
    try {
      said = JSON.parse(pasted);
    } catch {
      return undefined;
    }
  }
  return /^[0-9a-f]{96}$/.test(said.signature) ? { round: said.round, signature: said.signature } : undefined;
}

import { codeIn, grouped, symbolsOf } from '../common/code.js';
import { oneAtATime } from '../common/submit.js';
import { onScan } from '../desk/scan.js';
import { openDesk, sumOf, takenBefore } from './desk.js';
import { centsOf, dayIn, losesRest, mostOf, nameOf, partsOf, readForm, whyNot, whyNotTake } from './form.js';
import { freshTerms, keptTerms } from './shelf.js';
import { post, sendAll, SignedOut } from './send.js';

const sendAgainMs = 30_000;
const element = id => document.getElementById(id);
const locale = { es: 'es-US' }[document.documentElement.lang] ?? 'en-US';
const localeOfDays = { es: 'es-US' }[document.documentElement.lang] ?? 'en-GB';

/** The desk's page without network. Everything it needs of the portal stands in the page, as it was when it was last opened. */
export async function offlineDesk() {
  const root = element('offline');
  if (!root || !globalThis.crypto?.subtle || !navigator.serviceWorker || !globalThis.indexedDB) return;
  const words = key => root.querySelector('template').content.querySelector(`[data-why="${key}"]`)?.textContent ?? key;
  const money = cents => (cents / 100).toLocaleString(locale, { style: 'currency', currency: terms.currency });
  const desk = await openDesk();
  let terms = await keptTerms(desk, root);
  const now = () => Date.now() + terms.ahead;
  let scanned;
  let sending = false;
  // A second press while the first is written down would find the voucher taken, and say so of what was just kept.
  const takeOnce = oneAtATime(take);

  element('unfit').hidden = true;
  element('fit').hidden = false;
  await desk.forget(dayIn(terms.timeZone, new Date(now() - 86_400_000)));
  await show();
  refresh().then(() => say('ready'), problem => say(problem instanceof SignedOut ? 'signed-out' : terms.isKept ? 'ready' : 'not-kept'));
  onScan(look);
  element('look').addEventListener('submit', event => {
    event.preventDefault();
    look(element('code').value);
  });
  element('take').addEventListener('submit', event => {
    event.preventDefault();
    takeOnce();
  });
  element('amount').addEventListener('input', askWhetherToLose);
  element('send').addEventListener('click', () => send(true));
  addEventListener('online', () => send(false));
  setInterval(() => navigator.onLine && send(false), sendAgainMs);
  send(false);

  async function look(text) {
    element('code').value = '';
    scanned = undefined;
    element('take').hidden = true;
    const parts = partsOf(text);
    if (!parts) return refuse('offline-code-only', grouped(symbolsOf(codeIn(text))).slice(-4));
    if (now() > terms.until) return refuse('offline-too-long');
    const read = await readForm(parts, terms.keys);
    const refusal = read ? whyNot(read, { store: terms.store, today: dayIn(terms.timeZone, new Date(now())) }) : 'voucher-form-refused';
    if (refusal) return refuse(refusal, parts.code.slice(-4));
    const voucher = await nameOf(parts.code);
    if (takenBefore(await desk.all(), voucher)) return refuse('offline-taken-here', parts.code.slice(-4));
    scanned = { ...parts, voucher, terms: read };
    element('result').hidden = true;
    element('good-for').textContent = money(mostOf(read, terms));
    element('about').textContent = [
      `…${parts.code.slice(-4)}`, words('until').replace('{0}', dayInWords(read.lastDay)), ...(read.singleUse ? [words('once')] : []),
    ].join(' · ');
    element('amount').value = (mostOf(read, terms) / 100).toFixed(2);
    element('purchase-field').hidden = read.minimumPurchaseCents === 0;
    element('purchase-label').textContent = words('purchase').replace('{0}', money(read.minimumPurchaseCents));
    element('purchase').value = '';
    element('may-lose').checked = false;
    askWhetherToLose();
    element('take').hidden = false;
    (read.minimumPurchaseCents === 0 ? element('take-now') : element('purchase')).focus();
  }

  function askWhetherToLose() {
    const cents = centsOf(element('amount').value);
    const loses = scanned && losesRest(scanned.terms, cents);
    element('may-lose').checked &&= loses;
    element('may-lose-field').hidden = !loses;
    if (loses) element('may-lose-label').textContent = words('lose').replace('{0}', money(scanned.terms.limitCents - cents));
  }

  async function take() {
    if (!scanned) return undefined;
    const { code, form, voucher, terms: read } = scanned;
    const cents = centsOf(element('amount').value);
    const purchaseCents = read.minimumPurchaseCents === 0 ? undefined : centsOf(element('purchase').value);
    const ending = code.slice(-4);
    const wrong = whyNotTake(read, terms, cents, purchaseCents, element('may-lose').checked);
    if (wrong) return refuse(wrong, ending);
    const one = {
      id: crypto.randomUUID(), voucher, code, form, ending, cents, purchaseCents, lastDay: read.lastDay,
      at: new Date(now()).toISOString(), pass: terms.pass, state: 'waiting',
    };
    const refusal = await desk.take(one, terms);
    scanned = undefined;
    element('take').hidden = true;
    if (refusal) return refuse(refusal, ending);
    tell('ok', words('taken'), money(cents), `…${ending} · ${words('kept')}`);
    await show();
    send(false);
    return undefined;
  }

  function refuse(key, ending) {
    tell('no', words('refused'), words(key), ending ? `…${ending}` : '');
  }

  function tell(kind, word, amount, more) {
    const result = element('result');
    result.className = `result ${kind}`;
    result.dataset.result = kind;
    result.replaceChildren(line('p', word, 'word'), line('p', amount, 'amount'), line('p', more));
    result.hidden = false;
    element('code').focus();
  }

  async function show() {
    const taken = (await desk.all()).sort((a, b) => (a.at < b.at ? 1 : -1));
    element('waiting-sum').textContent = money(sumOf(taken));
    element('send').hidden = sumOf(taken) === 0;
    element('list').hidden = taken.length === 0;
    element('lines').replaceChildren(...taken.map(row));
  }

  function row({ ending, cents, at, state, words: why, left }) {
    const tr = document.createElement('tr');
    const when = new Date(at);
    const time = `${dayInWords(dayIn(terms.storeTimeZone, when))}, ${when.toLocaleTimeString(locale, { timeZone: terms.storeTimeZone, timeStyle: 'short' })}`;
    const pill = line('span', words(state), `pill ${{ redeemed: 'ok', exception: 'bad' }[state] ?? ''}`.trim());
    const outcome = document.createElement('span');
    outcome.append(pill, ' ', line('small', why ?? (left === undefined ? '' : words('left').replace('{0}', money(left)))));
    tr.append(cell('th', 0, time), cell('td', 1, line('code', `…${ending}`)), cell('td', 2, money(cents), 'num'), cell('td', 3, outcome));
    tr.firstChild.scope = 'row';
    return tr;
  }

  function cell(tag, place, content, className) {
    const made = line(tag, '', className);
    made.dataset.label = element('list').querySelectorAll('thead th')[place].textContent;
    made.append(content);
    return made;
  }

  async function refresh() {
    terms = await freshTerms(desk);
    return terms;
  }

  async function send(asked) {
    if (sending) return;
    sending = true;
    try {
      const before = await refused();
      const answered = await sendAll(desk, refresh, post);
      if (answered > 0 || asked) say(await refused() > before ? 'sent-refused' : 'sent');
    } catch (problem) {
      if (problem instanceof SignedOut) say('signed-out');
      else if (asked) say('no-network');
    } finally {
      sending = false;
      await show();
    }
  }

  async function refused() {
    return (await desk.all()).filter(({ state }) => state === 'exception').length;
  }

  function say(key) {
    element('state').textContent = words(key).replace('{0}', dayInWords(dayIn(terms.timeZone, new Date(terms.until))));
    element('said').className = ['ready', 'sent'].includes(key) ? 'panel ok' : 'panel';
    element('sign-in').hidden = key !== 'signed-out';
  }

  function dayInWords(day) {
    return new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOfDays, { dateStyle: 'long', timeZone: 'UTC' });
  }
}

function line(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

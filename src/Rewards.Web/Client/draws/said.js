// Answers of the worker as parts of the page.
const prizesShown = 100;
const columns = ['place', 'prize', 'entry'];

/** Something that was refused: what, and why. */
export function refused(what, why) {
  return panel('bad', what, [why]);
}

export function entrySaid(words, { ok, refused: refusal }, reference) {
  if (refusal) return refused(words('disagrees'), words(refusal.code, refusal.detail));
  const lines = [words('own-in-text', ok.index + 1, ok.count), compared(words, reference)];
  if (!ok.score) return panel('ok', words('own-in'), [...lines, words('own-no-score')]);
  return panel('ok', words('own-in'), [...lines, words('own-about', ok.about, ok.count), words('own-score'), code(ok.score)]);
}

export function roundSaid(words, { ok }, round) {
  return ok.isRight
    ? panel('ok', words('round-right'), [words('round-right-text', round)])
    : refused(words('round-wrong'), words('round-wrong-text', round));
}

export function bundleSaid(words, { ok, refused: refusal }, reference) {
  if (refusal) return refused(words('disagrees'), words(refusal.code, refusal.detail));
  const { entry } = ok;
  const did = [
    `${words('did-commit')} ${compared(words, reference)}`,
    words('did-entries', ok.count),
    ok.kind === 'ceremony' ? words('did-ceremony', ok.announced) : words('did-drand', ok.round),
    words('did-result'),
    ...(ok.dispositions > 0 ? [words('did-dispositions', ok.dispositions)] : []),
    ...(ok.dispositions > 0 && !ok.bindsHead ? [words('did-no-head')] : []),
  ];
  return panel('ok', words('agrees'), [
    ...(ok.drawId === reference.draw ? [] : [words('other-draw', ok.drawId)]),
    words('agrees-text'),
    ...(entry ? [entry.isIn ? `${words('own-rank', entry.rank, ok.count)} ${fate(words, entry)}` : words('own-missing')] : []),
    list(did),
    prizesOf(words, ok.prizes),
  ]);
}

function fate(words, { prize, line }) {
  return prize > 0 ? words('own-prize', prize) : line > 0 ? words('own-line', line) : words('own-no-prize');
}

const compared = (words, { isNoted }) => words(isNoted ? 'with-noted' : 'with-page');

function panel(kind, heading, parts) {
  const made = node('div');
  made.className = `panel ${kind}`;
  made.dataset.result = kind;
  made.append(node('h4', heading), ...parts.map(part => (typeof part === 'string' ? node('p', part) : part)));
  return made;
}

function prizesOf(words, prizes) {
  const all = node('details');
  const box = node('div');
  const table = node('table');
  const head = node('tr');
  const body = node('tbody');
  box.className = 'table stacked';
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', words('prizes'));
  for (const key of columns) {
    const cell = node('th', words(key));
    cell.scope = 'col';
    head.append(cell);
  }
  prizes.slice(0, prizesShown).forEach(({ prize, drawn, holder }, i) => {
    const row = node('tr');
    const place = node('th', `${i + 1}`);
    const entry = node('td');
    place.scope = 'row';
    entry.append(holder ? node('code', holder) : words('nobody'));
    if (drawn && drawn !== holder) entry.append(' ', node('small', words('instead', drawn)));
    row.append(place, node('td', inLanguage(prize)), entry);
    [...row.children].forEach((cell, column) => { cell.dataset.label = words(columns[column]); });
    body.append(row);
  });
  const top = node('thead');
  top.append(head);
  table.append(top, body);
  box.append(table);
  if (prizes.length > prizesShown) box.append(node('p', words('more', prizes.length - prizesShown)));
  all.append(node('summary', words('prizes')), box);
  return all;
}

// A line of prizes.txt says the prize in English and, after the first " / ", in Spanish.
function inLanguage(prize) {
  const at = prize.indexOf(' / ');
  if (at < 0) return prize;
  return document.documentElement.lang === 'es' ? prize.slice(at + 3) : prize.slice(0, at);
}

function list(lines) {
  const made = node('ul');
  made.append(...lines.map(text => node('li', text)));
  return made;
}

function code(text) {
  const made = node('code', text);
  made.className = 'hash';
  return made;
}

function node(tag, text = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

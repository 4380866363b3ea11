import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { oneAtATime } from '../common/submit.js';
import { noted, sumOf, takenBefore, whyNotKept } from '../offline/desk.js';
import { bytesOf, centsOf, dayIn, losesRest, mostOf, nameOf, partsOf, readForm, whyNot, whyNotTake } from '../offline/form.js';
import { sendAll } from '../offline/send.js';

// Computed by an independent implementation; the portal's own tests read the same.
const { keys, forms } = JSON.parse(readFileSync(new URL('../../../../tests/Rewards.Domain.Tests/vectors/offline-vouchers.json', import.meta.url)));
const [plain, scoped] = forms;
const limits = { mostCents: 1000, mostCentsADesk: 2000 };

test('forms of the vectors are read', async () => {
  for (const form of forms) {
    const read = await readForm({ code: form.code, form: form.text }, keys);
    const { limitCents, lastDay, minimumPurchaseCents, stores, singleUse } = form;
    assert.deepEqual({ ...read, keyId: undefined }, { keyId: undefined, limitCents, lastDay, minimumPurchaseCents, stores, singleUse });
  }
});

test('a form in which any one symbol was changed is refused', async () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let at = 0; at < plain.text.length; at++) {
    const other = alphabet[(alphabet.indexOf(plain.text[at]) + 1) % 32];
    assert.equal(await readForm({ code: plain.code, form: plain.text.slice(0, at) + other + plain.text.slice(at + 1) }, keys), undefined, `${at}`);
  }
});

test('a form of another voucher, of a key that is not known, cut off or lengthened is refused', async () => {
  assert.equal(await readForm({ code: scoped.code, form: plain.text }, keys), undefined);
  assert.equal(await readForm({ code: plain.code, form: plain.text }, [keys[1]]), undefined);
  assert.equal(await readForm({ code: plain.code, form: plain.text }, [{ id: keys[0].id, point: keys[1].point }]), undefined);
  for (const form of [plain.text.slice(0, -1), `${plain.text}0`, plain.text.slice(0, 20), '', 'U']) {
    assert.equal(await readForm({ code: plain.code, form }, keys), undefined);
  }
});

test('a voucher is good until the end of its last day and at its stores', () => {
  const terms = { lastDay: '2026-12-31', stores: [27, 46] };
  assert.equal(whyNot(terms, { store: 27, today: '2026-12-31' }), undefined);
  assert.equal(whyNot(terms, { store: 27, today: '2027-01-01' }), 'voucher-expired');
  assert.equal(whyNot(terms, { store: 28, today: '2026-12-31' }), 'voucher-of-another-store');
  assert.equal(whyNot({ ...terms, stores: [] }, { store: 28, today: '2026-12-31' }), undefined);
});

test('what is taken is within the voucher, the limit and the purchase', () => {
  const terms = { limitCents: 1500, minimumPurchaseCents: 0 };
  assert.equal(mostOf(terms, limits), 1000);
  assert.equal(whyNotTake(terms, limits, 1000), undefined);
  assert.equal(whyNotTake(terms, limits, 1001), 'offline-amount');
  assert.equal(whyNotTake({ ...terms, limitCents: 500 }, limits, 501), 'offline-amount');
  assert.equal(whyNotTake(terms, limits, 0), 'voucher-amount-invalid');
  assert.equal(whyNotTake(terms, limits, undefined), 'voucher-amount-invalid');
  const least = { ...terms, minimumPurchaseCents: 2000 };
  assert.equal(whyNotTake(least, limits, 500, undefined), 'voucher-purchase-missing');
  assert.equal(whyNotTake(least, limits, 500, 1999), 'voucher-purchase-too-small');
  assert.equal(whyNotTake(least, limits, 500, 2000), undefined);
});

test('a part of a voucher that is good once is taken only by agreement', () => {
  const once = { limitCents: 500, minimumPurchaseCents: 0, singleUse: true };
  assert.equal(whyNotTake(once, limits, 499, undefined, false), 'offline-rest');
  assert.equal(whyNotTake(once, limits, 499, undefined, true), undefined);
  assert.equal(whyNotTake(once, limits, 500, undefined, false), undefined);
  assert.equal(whyNotTake({ ...once, limitCents: 1500 }, limits, 1000, undefined, false), 'offline-rest');
  assert.equal(whyNotTake({ ...once, singleUse: false }, limits, 499, undefined, false), undefined);
  assert.equal(losesRest(once, undefined), false);
});

test('a desk takes a voucher once and not more than its limit until it has sent', () => {
  const taken = [{ voucher: 'a', cents: 1000, state: 'waiting' }, { voucher: 'b', cents: 900, state: 'redeemed' }];
  assert.equal(whyNotKept(taken, { voucher: 'a', cents: 1 }, 2000), 'offline-taken-here');
  assert.equal(whyNotKept(taken, { voucher: 'b', cents: 1 }, 2000), 'offline-taken-here');
  assert.equal(whyNotKept(taken, { voucher: 'c', cents: 1000 }, 2000), undefined);
  assert.equal(whyNotKept(taken, { voucher: 'c', cents: 1001 }, 2000), 'offline-desk-limit');
  assert.equal(sumOf(taken), 1000);
});

test('a voucher that this desk took is known at the scan, sent or not', () => {
  const taken = [{ voucher: 'a', state: 'waiting' }, { voucher: 'b', state: 'redeemed' }];
  assert.deepEqual(['a', 'b', 'c'].map(name => takenBefore(taken, name)), [true, true, false]);
});

test('what is pressed twice is done once, and again when it is done or has failed', async () => {
  let done = 0;
  let finish;
  const press = oneAtATime(() => new Promise((resolve, reject) => { done++; finish = { resolve, reject }; }));
  const first = press();
  await press();
  assert.equal(done, 1);
  finish.resolve();
  await first;
  const second = press();
  finish.reject(new Error('disk'));
  await assert.rejects(second, /disk/);
  press();
  assert.equal(done, 3);
});

test('a scanned link has a code and a form, whatever Caps Lock made of it', () => {
  const parts = { code: plain.code, form: plain.text };
  assert.deepEqual(partsOf(`HTTPS://FEEDBACK.EXAMPLE/V/${plain.code}/${plain.text}`), parts);
  assert.deepEqual(partsOf(`https://feedback.example/v/${plain.code}/${plain.text}`.toLowerCase()), parts);
  assert.equal(partsOf(`https://feedback.example/v/${plain.code}`), undefined);
  assert.equal(partsOf('8CM6-A9N6-W0KY-R3T2'), undefined);
});

test('symbols are bytes in one form only', () => {
  assert.equal(bytesOf('ZZ'), undefined);
  assert.equal(bytesOf('01'), undefined);
  assert.deepEqual([...bytesOf('ZW')], [255]);
  assert.equal(bytesOf('ZX'), undefined);
  assert.equal(bytesOf('z'), undefined);
});

test('amounts are read as a cashier types them', () => {
  const read = { '2.50': 250, '2,5': 250, '$5': 500, '.5': 50, ' 1 000 ': 100000, '1,000': 100000, '$1,000.50': 100050 };
  for (const [text, cents] of Object.entries(read)) assert.equal(centsOf(text), cents, text);
  for (const text of ['', '.', '$', '-1', '1.234', '1,0000', '1,000,50', 'five']) assert.equal(centsOf(text), undefined, text);
});

test('a day is of the programme, not of the desk', () => {
  assert.equal(dayIn('America/New_York', new Date('2027-01-01T04:59:00Z')), '2026-12-31');
  assert.equal(dayIn('America/New_York', new Date('2027-01-01T05:00:00Z')), '2027-01-01');
});

test('what is remembered of a voucher after it was sent is not its code', async () => {
  const voucher = await nameOf(plain.code);
  const one = { id: '1', voucher, code: plain.code, form: plain.text, ending: 'R3T2', cents: 500, at: 'now', lastDay: '2026-12-31', pass: 'p', state: 'waiting' };
  assert.deepEqual(noted(one, { state: 'redeemed', left: 0 }),
    { id: '1', voucher, ending: 'R3T2', cents: 500, at: 'now', lastDay: '2026-12-31', state: 'redeemed', words: undefined, left: 0 });
});

class DeskInMemory {
  constructor(taken) { this.taken = taken; }
  async all() { return this.taken; }
  async id() { return 'desk'; }
  async note(id, answer) { this.taken = this.taken.map(one => (one.id === id ? noted(one, answer) : one)); }
}

const waiting = count => Array.from({ length: count }, (_, i) => ({ id: `${i}`, voucher: `v${i}`, cents: 100, at: `${1000 + i}`, state: 'waiting' }));

test('all that waits is sent, oldest first, and what is to come later stays', async () => {
  const desk = new DeskInMemory(waiting(45).reverse());
  const sent = [];
  const post = async ({ __RequestVerificationToken, items }) => {
    assert.equal(__RequestVerificationToken, 'fresh');
    const batch = JSON.parse(items);
    sent.push(...batch.map(({ id }) => id));
    return { answers: batch.map(({ id }) => ({ id, state: id === '7' ? 'later' : 'redeemed' })) };
  };
  assert.equal(await sendAll(desk, async () => ({ token: 'fresh' }), post), 44);
  assert.deepEqual(sent, Array.from({ length: 45 }, (_, i) => `${i}`));
  assert.deepEqual(desk.taken.filter(({ state }) => state === 'waiting').map(({ id }) => id), ['7']);
});

test('a connection that breaks off loses nothing, and what was sent is sent again with the same id', async () => {
  const desk = new DeskInMemory(waiting(30));
  const sent = [];
  let calls = 0;
  const post = async ({ items }) => {
    const batch = JSON.parse(items);
    sent.push(...batch.map(({ id }) => id));
    if (++calls === 2) throw new TypeError('network');
    return { answers: batch.map(({ id }) => ({ id, state: 'redeemed' })) };
  };
  await assert.rejects(sendAll(desk, async () => ({ token: '' }), post), TypeError);
  assert.equal(desk.taken.filter(({ state }) => state === 'waiting').length, 10);
  assert.equal(await sendAll(desk, async () => ({ token: '' }), post), 10);
  assert.deepEqual(sent.slice(20, 30), sent.slice(30));
});

test('a desk with nothing to send asks for nothing', async () => {
  const desk = new DeskInMemory([]);
  assert.equal(await sendAll(desk, () => assert.fail('asked'), () => assert.fail('sent')), 0);
});

// What this desk took without network, kept in its browser: each with the id by which the portal takes it once.

const name = 'offline-desk';

/** Opens the desk's book. */
export function openDesk() {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('taken', { keyPath: 'id' }).createIndex('voucher', 'voucher', { unique: true });
    opening.result.createObjectStore('about');
  };
  return done(opening).then(db => new Desk(db));
}

class Desk {
  #db;

  constructor(db) {
    this.#db = db;
  }

  /** The desk's own id, chosen at random the first time. */
  async id() {
    return await this.about('desk') ?? this.setAbout('desk', crypto.randomUUID());
  }

  about(key) {
    return done(this.#db.transaction('about').objectStore('about').get(key));
  }

  async setAbout(key, value) {
    await done(this.#db.transaction('about', 'readwrite').objectStore('about').put(value, key));
    return value;
  }

  all() {
    return done(this.#db.transaction('taken').objectStore('taken').getAll());
  }

  /**
   * Writes one down, unless this desk took that voucher before or would come over its limit: then the reason. Both are looked at in
   * the transaction that writes, so that two windows of one desk are one desk.
   */
  take(one, { mostCentsADesk }) {
    return new Promise((resolve, reject) => {
      const transaction = this.#db.transaction('taken', 'readwrite', { durability: 'strict' });
      const taken = transaction.objectStore('taken');
      let refusal;
      taken.getAll().onsuccess = ({ target: { result } }) => {
        refusal = whyNotKept(result, one, mostCentsADesk);
        if (!refusal) taken.add(one);
      };
      transaction.oncomplete = () => resolve(refusal);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  /** Notes what the portal answered; the code and what was signed are money no more, and go. */
  async note(id, answer) {
    const taken = this.#db.transaction('taken', 'readwrite').objectStore('taken');
    const one = await done(taken.get(id));
    if (one) await done(taken.put(noted(one, answer)));
  }

  /** Forgets what was answered and is too old to come again. */
  async forget(before) {
    const taken = this.#db.transaction('taken', 'readwrite').objectStore('taken');
    for (const one of await done(taken.getAll())) if (one.state !== 'waiting' && one.lastDay < before) taken.delete(one.id);
  }
}

/** Why one more may not be kept beside what was taken. */
export function whyNotKept(taken, one, mostCentsADesk) {
  if (takenBefore(taken, one.voucher)) return 'offline-taken-here';
  return sumOf(taken) + one.cents > mostCentsADesk ? 'offline-desk-limit' : undefined;
}

/** Whether this desk took from a voucher before, by the name it remembers it by. */
export function takenBefore(taken, name) {
  return taken.some(({ voucher }) => voucher === name);
}

/** What waits to be sent, in cents. */
export function sumOf(taken) {
  return taken.filter(({ state }) => state === 'waiting').reduce((sum, { cents }) => sum + cents, 0);
}

export function noted({ id, voucher, ending, cents, at, lastDay }, { state, words, left }) {
  return { id, voucher, ending, cents, at, lastDay, state, words, left };
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

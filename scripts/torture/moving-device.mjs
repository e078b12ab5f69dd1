// One phone with a profile of its own: Chromium is started on it, signed in on, killed, started again.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

const ME = '/me/';
const SIGN_IN = '/sign-in/';
const PATIENCE_MS = 20_000;

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {string} program @param {string} profile @returns a browser with one page. */
export async function wake(program, profile) {
  const browser = await puppeteer.launch({
    executablePath: program,
    userDataDir: profile,
    args: ['--no-sandbox', '--lang=zh-CN'],
  });
  const [page = await browser.newPage()] = await browser.pages();
  page.setDefaultTimeout(PATIENCE_MS);
  return { browser, page };
}

/** As a battery ends: the whole group of processes at once. @param {import('puppeteer-core').Browser} browser */
export async function kill(browser) {
  const own = browser.process();
  if (!own?.pid || own.exitCode !== null || own.signalCode !== null) return;
  const gone = once(own, 'exit');
  try {
    process.kill(-own.pid, 'SIGKILL');
  } catch {
    own.kill('SIGKILL');
  }
  await gone;
}

/**
 * Lay a record on the phone as if it had been made there: facts, an open check, a picture; and the nickname it is sent for.
 * @param {Page} page @param {string} origin @param {{ facts: readonly object[], nickname?: { id: string, cookie: string } }} lot
 */
export async function study(page, origin, { facts, nickname }) {
  await page.goto(`${origin}${ME}`);
  await page.waitForFunction(hasRecord);
  await page.evaluate(lay, facts, nickname?.id);
  if (!nickname) return;
  const [name = '', ...value] = nickname.cookie.split('=');
  const expires = Date.now() / 1000 + 86_400;
  await page.browserContext().setCookie({
    ...{ name, value: value.join('='), domain: new URL(origin).hostname, path: '/', expires },
    ...{ httpOnly: true, sameSite: 'Lax' },
  });
  await page.reload();
  await page.waitForFunction(isAllSent);
}

/**
 * Sign in and answer the question, until the record is the account's; begun anywhere in between, it goes on from there.
 * @param {Page} page @param {string} origin
 * @param {{ username: string, password: string }} account @param {'yes' | 'no'} answer
 * @param {(step: 'ways' | 'signing' | 'asked' | 'answered') => void | Promise<void>} [reached]
 */
export async function arrive(page, origin, { username, password }, answer, reached = () => {}) {
  await page.goto(`${origin}${SIGN_IN}`);
  let at = '';
  for (let steps = 0; steps < 8; steps += 1) {
    at = await nextStage(page, at);
    if (at === 'arrived') return;
    if (at === 'ways') {
      await reached('ways');
      await page.type('.sign-in form input[type=text]', username);
      await page.type('.sign-in form input[type=password]', password);
      await page.click('.sign-in form button[type=submit]');
      await reached('signing');
    } else if (at === 'asked') {
      await reached('asked');
      const [yes, no] = await page.$$('.answer button');
      await (answer === 'yes' ? yes : no)?.click();
      await reached('answered');
    } else await page.click('.fold-acts button');
  }
  throw new Error(`signing in came to no end, last at “${at}”`);
}

/** @param {Page} page @param {string} before */
async function nextStage(page, before) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(20)) {
    // A page that is being left answers nothing.
    const at = await page.evaluate(stageOf).catch(() => '');
    if (at !== '' && at !== before) return at;
  }
  const text = await page.evaluate(() => document.querySelector('main')?.textContent);
  throw new Error(`the sign-in page stays as it is: ${text}`);
}

/** On the page of the own record: everything is sent. @param {Page} page @param {string} origin */
export async function seeAllSent(page, origin) {
  await page.goto(`${origin}${ME}`);
  await page.waitForFunction(isAllSent);
}

/** What lies on the phone. @param {Page} page */
export const lookInto = (page) => page.evaluate(look);

// What follows runs in the page.

const isAllSent = () => document.body.textContent?.includes('这台设备上的都送到了。');

function hasRecord() {
  return indexedDB.databases().then((all) => all.some(({ name }) => name === 'sanxiu-local'));
}

/** @param {readonly { id: string }[]} facts @param {string | undefined} learnerId */
function lay(facts, learnerId) {
  if (learnerId) localStorage.setItem('sanxiu.sync', learnerId);
  const snapshot = { status: 'active' };
  const open = { v: 1, machine: 'quiz@1', seq: 3, lessonId: 'm1-x', savedAt: 5, snapshot };
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sanxiu-local');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['facts', 'snapshots', 'blobs'], 'readwrite', {
        durability: 'strict',
      });
      for (const fact of facts) writing.objectStore('facts').put(fact, fact.id);
      writing.objectStore('snapshots').put(open, 'check:m1-x');
      const picture = { v: 1, type: 'image/png', bytes: new Uint8Array(50_000) };
      writing.objectStore('blobs').put(picture, 'picture-1');
      writing.onerror = reject;
      writing.oncomplete = () => resolve(opening.result.close());
    };
  });
}

/** @returns {'ways' | 'asked' | 'told' | 'arrived' | ''} '' while the page is at something. */
function stageOf() {
  if (location.pathname.endsWith('/me/')) return 'arrived';
  if (document.querySelector('astro-island[ssr]')) return '';
  if (document.querySelector('#merge-question')) return 'asked';
  if (document.querySelector('.sign-in form input[type=password]')) return 'ways';
  if (document.querySelector('.sign-in a.btn.line')) return 'arrived';
  return document.querySelector('.sign-in .fold-acts button') ? 'told' : '';
}

/** @returns {Promise<{ lines: Record<string, string | null>, records: Record<string, Record<string, string[]>> }>} */
async function look() {
  /** @type {Record<string, Record<string, string[]>>} */
  const records = {};
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await /** @type {Promise<IDBDatabase>} */ (
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      })
    );
    /** @type {Record<string, string[]>} */
    const held = {};
    for (const store of ['facts', 'snapshots', 'blobs']) {
      if (!database.objectStoreNames.contains(store)) continue;
      held[store] = await new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAllKeys();
        request.onsuccess = () => resolve(request.result.map(String).sort());
        request.onerror = () => reject(request.error);
      });
    }
    records[name] = held;
    database.close();
  }
  const line = (/** @type {string} */ key) => localStorage.getItem(`sanxiu.${key}`);
  return { records, lines: { owner: line('owner'), sync: line('sync'), shelf: line('shelf') } };
}

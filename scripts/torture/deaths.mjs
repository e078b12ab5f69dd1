// Chromium is killed at random moments of a check, like a phone whose battery ends, and opened again on the same profile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { answerItem } from '../answer-item.mjs';

const LESSON = '/learn/m2-fab-pitch/';
const LONGEST_LIFE_MS = 2_500;
const ALIVE = '#check form.item:not([data-first]), #check .outcome';

/**
 * @param {string} program a Chromium.
 * @param {string} origin
 * @param {number} deaths
 * @returns {Promise<number>} deaths after which something was lost.
 */
export async function dieAndComeBack(program, origin, deaths) {
  const profile = mkdtempSync(join(tmpdir(), 'sanxiu-torture-'));
  console.log(`\nChromium, ${deaths} sudden deaths`);
  let failed = 0;
  let sure = 0;
  try {
    for (let death = 1; death <= deaths; death += 1) {
      const life = Math.random() * LONGEST_LIFE_MS;
      const result = await liveAndDie(program, profile, `${origin}${LESSON}#check`, sure, life);
      if (result.problem) {
        failed += 1;
        console.log(`  FAIL  death ${death} after ${Math.round(life)} ms: ${result.problem}`);
      }
      sure = result.sure;
    }
    if (sure === 0) {
      failed += 1;
      console.log('  FAIL  no life was long enough to keep anything; this says nothing');
    }
    if (failed === 0) console.log(`  pass  each of the ${sure} facts that were seen kept is there`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return failed;
}

/**
 * Open the profile, look what is left, go on for a while, be killed.
 * @param {string} program @param {string} profile @param {string} url
 * @param {number} sure  facts known to be kept before.
 * @param {number} life  ms.
 * @returns {Promise<{ sure: number, problem?: string }>}
 */
async function liveAndDie(program, profile, url, sure, life) {
  const browser = await puppeteer.launch({
    executablePath: program,
    userDataDir: profile,
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  let known = sure;
  let problem;
  try {
    await page.goto(url);
    await page.waitForSelector(ALIVE);
    const found = await page.evaluate(look);
    if (found.facts < sure) problem = `${found.facts} facts left of ${sure}`;
    else if (found.damage) problem = `the page says: ${found.damage}`;
    known = found.facts;
    const play = goOn(page, (facts) => {
      known = facts;
    }).catch(() => {}); // its browser dies under it
    await Promise.race([play, pause(life)]);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  browser.process()?.kill('SIGKILL');
  await pause(200); // children notice
  return { sure: known, ...(problem && { problem }) };
}

/**
 * Answer items for ever, a new attempt after each; tell how many facts were kept at each step.
 * @param {import('puppeteer-core').Page} page
 * @param {(facts: number) => void} kept
 */
async function goOn(page, kept) {
  while (true) {
    if (await page.$('#check .outcome')) await page.click('#check .outcome button');
    else {
      if (!(await page.$('#check .feedback'))) await page.evaluate(answerItem);
      await page.click('#check button[type=submit]');
    }
    kept((await page.evaluate(look)).facts);
  }
}

/** Runs in the page: facts in the record, and what the page says when it could not read them. */
async function look() {
  let facts = 0;
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await /** @type {Promise<IDBDatabase>} */ (
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      })
    );
    if (database.objectStoreNames.contains('facts'))
      facts += await /** @type {Promise<number>} */ (
        new Promise((resolve, reject) => {
          const request = database.transaction('facts').objectStore('facts').count();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        })
      );
    database.close();
  }
  const notices = [...document.querySelectorAll('#check .notice')].map((one) => one.textContent ?? '');
  return {
    facts,
    damage: notices.filter((text) => /读不出来|没有取到|不让保存|空间满了/.test(text)).join(' '),
  };
}

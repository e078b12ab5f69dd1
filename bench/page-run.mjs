// One cold visit in a new browser, throttled in the browser as performance.md §1 says.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { answerItem } from '../scripts/answer-item.mjs';
import { useCheckAtOnce, watchPaints } from './in-page.mjs';

/** Lighthouse's mobile numbers. */
const NETWORK = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1_474_560 / 8,
  uploadThroughput: 675_000 / 8,
};
const CPU_SLOWDOWN = 4;
const VIEWPORT = { width: 412, height: 823 };
const IDLE_MS = 3_000;
/** Kinds of items that "the check was used" means. */
const KINDS = ['S', 'M', 'sorting'];
/** Checks the answer; goes on once there is feedback. */
const GO = 'button[type=submit], .go';

/**
 * @typedef {object} Visit bytes on the wire with headers, ms since the navigation began.
 * @property {number} requests @property {number} total @property {number} html @property {number} css
 * @property {number} js @property {number} other
 * @property {number} fcp @property {number} lcp @property {number} tbt @property {number} cls
 * @property {number} jsUsed    all scripts after the check was used.
 * @property {string} answered  kinds of items that were answered for `jsUsed`.
 */

/**
 * @param {string} program a Chromium.
 * @param {boolean} throttled
 */
async function openCold(program, throttled) {
  const browser = await chromium.launch({ executablePath: program });
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (throttled) {
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  }
  return { browser, page, traffic: watchTraffic(session) };
}

/** @param {import('@playwright/test').CDPSession} session */
function watchTraffic(session) {
  /** @type {Map<string, { type: string, url: string, bytes: number }>} */
  const requests = new Map();
  const open = new Set();
  let last = performance.now();
  session.on('Network.requestWillBeSent', ({ requestId, type = 'Other', request }) => {
    if (request.url.startsWith('data:')) return;
    last = performance.now();
    open.add(requestId);
    requests.set(requestId, { type, url: request.url, bytes: 0 });
  });
  const close = (/** @type {{ requestId: string, encodedDataLength?: number }} */ event) => {
    const request = requests.get(event.requestId);
    if (request) request.bytes = event.encodedDataLength ?? 0;
    last = performance.now();
    open.delete(event.requestId);
  };
  session.on('Network.loadingFinished', close);
  session.on('Network.loadingFailed', close);
  return {
    /** Resolves when nothing has been on the line for some time. @param {number} ms */
    async idle(ms) {
      while (open.size > 0 || performance.now() - last < ms) await pause(100);
    },
    /** @param {(request: { type: string }) => boolean} [wanted] */
    bytes: (wanted = () => true) =>
      [...requests.values()].filter(wanted).reduce((sum, one) => sum + one.bytes, 0),
    count: () => requests.size,
  };
}

/** Load, wait, read; then scroll to the check and use it. @param {string} program @param {string} url @returns {Promise<Visit>} */
export async function visit(program, url) {
  const { browser, page, traffic } = await openCold(program, true);
  try {
    await page.addInitScript(watchPaints);
    await page.goto(url, { waitUntil: 'load' });
    await traffic.idle(IDLE_MS);
    const ofType = (/** @type {string} */ type) => traffic.bytes((one) => one.type === type);
    const [html, css, js] = [ofType('Document'), ofType('Stylesheet'), ofType('Script')];
    const before = { requests: traffic.count(), total: traffic.bytes(), html, css, js };
    const paints = await page.evaluate(readPaints);
    const answered = await useCheck(page, traffic);
    const other = before.total - html - css - js;
    return { ...before, other, ...paints, jsUsed: ofType('Script'), answered };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function readPaints() {
  const { lcp, cls, tasks } = /** @type {any} */ (globalThis).__seen;
  const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const blocking = tasks.filter((/** @type {number[]} */ [start = 0]) => start >= fcp);
  const tbt = blocking.reduce(
    (/** @type {number} */ sum, /** @type {number[]} */ [, ms = 0]) => sum + ms - 50,
    0,
  );
  return { fcp, lcp, cls, tbt };
}

/**
 * Scroll through the lesson like a reader, then answer items until one S, one M and one sorting item were checked.
 * @param {import('@playwright/test').Page} page
 * @param {ReturnType<typeof watchTraffic>} traffic
 */
async function useCheck(page, traffic) {
  const check = page.locator('#check');
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await check.scrollIntoViewIfNeeded();
  await traffic.idle(1_000);
  /** @type {Set<string>} */
  const answered = new Set();
  for (let item = 0; item < 12 && !KINDS.every((kind) => answered.has(kind)); item += 1) {
    if (item > 0) await goOn(check);
    if ((await check.locator(GO).count()) === 0) break; // the attempt is over
    answered.add(await page.evaluate(answerItem));
    await check.locator(GO).click();
    await check.locator('.feedback').waitFor();
  }
  await traffic.idle(1_000);
  return [...answered].sort().join(' ');
}

/** To the next item, or the outcome. @param {import('@playwright/test').Locator} check */
async function goOn(check) {
  await check.locator(GO).click();
  await check.locator('.feedback').waitFor({ state: 'detached' });
  await check.locator(`${GO}, .outcome`).first().waitFor();
}

/**
 * Open a page with the check in view and use it as soon as it lets us.
 * @param {string} program
 * @param {string} url
 * @param {string} reacted matches once the page has taken a choice up.
 * @returns {Promise<{ usable: number, judged: number }>}
 */
export async function visitCheck(program, url, reacted) {
  const { browser, page } = await openCold(program, true);
  try {
    await page.addInitScript(useCheckAtOnce, reacted);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => /** @type {any} */ (globalThis).__check?.judged, undefined, {
      timeout: 60_000,
    });
    const { chosen, judged } = await page.evaluate(() => /** @type {any} */ (globalThis).__check);
    return { usable: chosen, judged };
  } finally {
    await browser.close();
  }
}

import { test as base, expect } from '@playwright/test';
import lighthouse from 'lighthouse';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { answerItem } from '../../scripts/answer-item.mjs';
import { ensureChromium } from '../../scripts/browser.mjs';

/**
 * Lighthouse on every kind of page. What does not hang on the machine's speed is asserted; performance is measured by
 * `npm run bench`, where a noisy machine fails nobody's build.
 */
const ASSERTED = ['accessibility', 'best-practices', 'seo'];
const LESSON = '/learn/m2-fab-pitch/';

// Lighthouse takes a few seconds alone; on a busy machine many.
base.describe.configure({ timeout: 90_000 });

const test = base.extend<{ puppet: Page }, { browserByPuppeteer: Browser }>({
  browserByPuppeteer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const browser = await puppeteer.launch({
        executablePath: ensureChromium().path,
        args: ['--no-sandbox', '--lang=zh-CN'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  puppet: async ({ browserByPuppeteer }, use) => {
    const context = await browserByPuppeteer.createBrowserContext();
    await use(await context.newPage());
    await context.close();
  },
});

/** Audits that cost points, in words a reader of the failed test can act on. */
async function audit(page: Page, url: string, categories: readonly string[], keepStorage = false) {
  const result = await lighthouse(
    url,
    {
      onlyCategories: [...categories],
      logLevel: 'error',
      disableFullPageScreenshot: true,
      // Pages that are served from this machine need no long look whether something still arrives. (Throttling stays
      // "simulate": with any other Lighthouse waits five seconds at each of these points, whatever stands here.)
      pauseAfterFcpMs: 0,
      pauseAfterLoadMs: 0,
      networkQuietThresholdMs: 300,
      cpuQuietThresholdMs: 100,
      disableStorageReset: keepStorage,
    },
    undefined,
    page,
  );
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return Object.values(lhr.categories).flatMap((category) => {
    const lost = category.auditRefs
      .map(({ id, weight }) => ({ audit: lhr.audits[id], weight }))
      .filter(({ audit, weight }) => weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1)
      .map(({ audit }) => `${audit?.id}: ${audit?.title} ${nodesOf(audit?.details)}`);
    return category.score === 1 ? [] : [`${category.title} ${category.score}`, ...lost];
  });
}

/** Where on the page, or what the console said. */
function nodesOf(details: unknown): string {
  const { items = [] } = (details ?? {}) as { items?: Record<string, unknown>[] };
  return items
    .map(({ node, text, href, description, sourceLocation }) => {
      const { snippet } = (node ?? {}) as { snippet?: string };
      return [snippet, text, href, description, (sourceLocation as { url?: string } | undefined)?.url]
        .filter(Boolean)
        .join(' ');
    })
    .slice(0, 5)
    .join(' | ');
}

for (const path of ['/', LESSON, '/me/'].flatMap((one) => [one, `/en${one}`]))
  test(`${path} loses no point in ${ASSERTED.join(', ')}`, async ({ puppet, baseURL }) => {
    expect(await audit(puppet, `${baseURL}${path}`, ASSERTED)).toEqual([]);
  });

for (const prefix of ['', '/en'])
  test(`${prefix}${LESSON} with feedback on screen after coming back is as good`, async ({
    puppet,
    baseURL,
  }) => {
    const url = `${baseURL}${prefix}${LESSON}#check`;
    await puppet.goto(url);
    await puppet.waitForSelector('#check form:not([data-first])');
    await puppet.evaluate(answerItem);
    await puppet.click('#check button[type=submit]');
    await puppet.waitForSelector('#check .feedback');
    // Another address first: a hash alone would not load the page again.
    await puppet.goto('about:blank');
    const lost = await audit(puppet, url, ['accessibility', 'best-practices'], true);
    expect(await puppet.$('#check .feedback'), 'the audited page showed the feedback').not.toBeNull();
    expect(lost).toEqual([]);
  });

// Pictures of every surface at 390×844 and 1280×800, light and dark, zh and en, into test-results/screens (or the folder
// named as argument). `npm run screenshots -- --readme` writes the few that README.md shows into docs/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureChromium } from './browser.mjs';
import { serveBuilt } from './serve-built.mjs';

const readme = process.argv.includes('--readme');
const folder = readme ? 'docs/screenshots' : 'test-results/screens';
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** @type {Record<string, (page: import('@playwright/test').Page, prefix: string) => Promise<void>>} */
const surfaces = {
  async home(page, prefix) {
    await page.goto(`${prefix}/`);
  },
  async lesson(page, prefix) {
    await page.goto(`${prefix}/learn/m2-fab-pitch/`);
  },
  async sort(page, prefix) {
    await page.goto(`${prefix}/learn/m2-fab-pitch/#sort-nine`);
    const bins = page.locator('#sort-nine .bin');
    await bins.nth(1).click();
    await bins.nth(2).click();
  },
  async dialogue(page, prefix) {
    await page.goto(`${prefix}/learn/m2-fab-pitch/#just-looking`);
    await page.locator('#just-looking input').first().check();
  },
  async check(page, prefix) {
    await page.goto(`${prefix}/learn/m2-fab-pitch/#check`);
    await page.locator('#check input').first().waitFor();
  },
  async feedback(page, prefix) {
    await page.goto(`${prefix}/learn/m2-fab-pitch/#check`);
    const form = page.locator('#check');
    for (const group of await form.locator('fieldset.options').all())
      await group.locator('input').first().check();
    await form.getByRole('button', { name: /看看对不对|See if it holds/ }).click();
  },
  async me(page, prefix) {
    await page.goto(`${prefix}/me/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  async missing(page, prefix) {
    await page.goto(`${prefix}/learn/nothing/`);
  },
};

const wanted = readme
  ? [
      ['home', 'phone'],
      ['lesson', 'phone'],
      ['feedback', 'phone'],
      ['home', 'desk'],
    ]
  : undefined;
const { path } = ensureChromium();
const { origin, stop } = await serveBuilt();
const browser = await chromium.launch({ executablePath: path });
mkdirSync(folder, { recursive: true });
for (const language of (process.env.LANGS ?? 'zh,en').split(','))
  for (const theme of (process.env.THEMES ?? 'light,dark').split(','))
    for (const [size, viewport] of Object.entries(sizes))
      for (const [name, visit] of Object.entries(surfaces)) {
        if (readme && (language !== 'zh' || theme !== 'light')) continue;
        if (wanted && !wanted.some(([n, s]) => n === name && s === size)) continue;
        const context = await browser.newContext({
          viewport,
          colorScheme: /** @type {'light' | 'dark'} */ (theme),
          locale: language === 'en' ? 'en-GB' : 'zh-CN',
          deviceScaleFactor: readme ? 2 : 1,
        });
        const page = await context.newPage();
        const problems = [];
        page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
        page.on('pageerror', (error) => problems.push(String(error)));
        try {
          await visit(page, `${origin}${language === 'en' ? '/en' : ''}`);
          await page.waitForLoadState('networkidle');
        } catch (error) {
          problems.push(String(error).split('\n')[0]);
        }
        const file = readme
          ? `${folder}/${name}-${size}.png`
          : `${folder}/${name}-${size}-${theme}-${language}.png`;
        await page.screenshot({ path: file, fullPage: name === 'home' && !readme });
        console.log(file, problems.join(' | '));
        await context.close();
      }
await browser.close();
stop();

// Pictures of every surface at 390×844 and 1280×800, light and dark, zh and en, into test-results/screens:
// `npm run screenshots`, or `npm run screenshots -- d-a m1` for those whose name begins so. SIZES=phone, THEMES=dark and
// LANGS=en narrow it further. `-- --kept` renews what the documents show, docs/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureChromium } from './browser.mjs';
import { surfaces } from './screenshots/surfaces.mjs';
import { serveBuilt } from './serve-built.mjs';

const kept = process.argv.includes('--kept');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const folder = kept ? 'docs/screenshots' : 'test-results/screens';
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** What README.md and the reviews show: Chinese, light, as the screen is. */
const KEPT = [
  /^(home|lesson)-(phone|desk)$/,
  /^(feedback|practice|toolbox|t-01|lesson-sheet|glossary|sources|me-sync|privacy)-phone$/,
  /^m1-.*-(phone|desk)$/,
  /^[dfr]-a-.*-phone$/,
];

/** @param {string} name @returns {readonly string[]} the choices named by a setting, or all. */
const chosen = (name, /** @type {readonly string[]} */ all) => process.env[name]?.split(',') ?? all;

const { path } = ensureChromium();
// Forwarding is set, to where nobody answers: then /admin has something to say of it.
const lrs = { LRS_ENDPOINT: 'http://localhost:9/xapi/', LRS_AUTH: 'key:secret' };
const server = await serveBuilt((ORIGIN) => ({ ORIGIN, ...lrs }));
const { origin, stop } = server;
const browser = await chromium.launch({ executablePath: path });
mkdirSync(folder, { recursive: true });

let failed = 0;
for (const language of kept ? ['zh'] : chosen('LANGS', ['zh', 'en']))
  for (const theme of kept ? ['light'] : chosen('THEMES', ['light', 'dark']))
    for (const size of chosen('SIZES', Object.keys(sizes)))
      for (const [name, surface] of Object.entries(surfaces)) {
        if (asked.length > 0 && !asked.some((start) => name.startsWith(start))) continue;
        if (kept && !KEPT.some((one) => one.test(`${name}-${size}`))) continue;
        await picture(name, surface, {
          language: /** @type {'zh' | 'en'} */ (language),
          theme: /** @type {'light' | 'dark'} */ (theme),
          size: /** @type {keyof typeof sizes} */ (size),
        });
      }
await browser.close();
stop();
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {import('./screenshots/reach.mjs').Surface} surface
 * @param {{ language: 'zh' | 'en', theme: 'light' | 'dark', size: keyof typeof sizes }} how
 */
async function picture(name, { visit, whole }, { language, theme, size }) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: sizes[size],
    colorScheme: theme,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    deviceScaleFactor: kept ? 1.5 : 1,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await visit(page, language, server);
    await page.waitForLoadState('networkidle');
  } catch (error) {
    problems.push(String(error).split('\n').slice(0, 3).join(' '));
  }
  // Only a surface that shows a refusal may complain of one.
  const isRefused =
    /^(missing|failed)$|-(out|busy|wrong|closed|failed|no-server|ended|forgotten|passkeys)$/.test(name);
  const worth = problems.filter((problem) => !isRefused || !problem.startsWith('Failed to load resource'));
  failed += worth.length;
  const file = kept ? `${folder}/${name}-${size}.jpg` : `${folder}/${name}-${size}-${theme}-${language}.jpg`;
  await page.screenshot({ path: file, type: 'jpeg', quality: kept ? 55 : 80, fullPage: whole && !kept });
  console.log(file, worth.join(' | '));
  await context.close();
}

// Firefox by WebDriver BiDi.
import puppeteer from 'puppeteer-core';

/** @param {string} program @returns {Promise<import('./driver.mjs').Driver>} */
export async function openFirefox(program) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 412, height: 823 });
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return {
    name: `Firefox ${await browser.version()}`,
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    run: (action, ...values) => page.evaluate(action, ...values),
    click: (selector) => page.locator(selector).click(),
    problems: () => problems,
    close: () => browser.close(),
  };
}

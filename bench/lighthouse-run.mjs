// Lighthouse's performance score of one page, in a browser of its own.
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

/**
 * @param {string} program a Chromium.
 * @param {string} url
 * @returns {Promise<number>} 0 to 100; 0 when the page could not be loaded.
 */
export async function lighthousePerformance(program, url) {
  const browser = await puppeteer.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const result = await lighthouse(
      url,
      { onlyCategories: ['performance'], logLevel: 'error' },
      undefined,
      page,
    );
    return Math.round((result?.lhr.categories.performance?.score ?? 0) * 100);
  } finally {
    await browser.close();
  }
}

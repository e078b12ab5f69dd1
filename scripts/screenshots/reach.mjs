// What every surface needs: its type, and the way to a page.
/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {'zh' | 'en'} Language
 *
 * @typedef {object} Surface
 * @property {(page: Page, language: Language, server: import('./seed.mjs').Server) => Promise<void>} visit
 * @property {boolean} [whole] picture the page from top to foot instead of the screen.
 */

/** @param {Language} language */
export const prefix = (language) => (language === 'en' ? '/en' : '');

/** @param {string} path @returns {(page: Page, language: Language) => Promise<void>} */
export const at = (path) => async (page, language) => {
  await page.goto(`${prefix(language)}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

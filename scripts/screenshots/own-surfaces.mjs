// One's own record and account: `/me` and `/sign-in` on the way from a nickname to an account, and out of it again.
// What goes wrong on that way, and what is asked before something final, stands in own-states.mjs.
import { accountStrings } from '../../src/i18n/account.ts';
import { syncStrings } from '../../src/i18n/me-sync.ts';
import { at, prefix } from './reach.mjs';
import { PASSWORD } from './seed.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./reach.mjs').Language} Language
 * @typedef {import('./reach.mjs').Surface} Surface
 */

/** A nickname on the server. @param {Page} page @param {Language} language */
export async function toNickname(page, language) {
  await at('/me/')(page, language);
  const words = syncStrings(language);
  await page.getByLabel(words.nickname).fill(language === 'zh' ? '小林' : 'Lin');
  await page.getByRole('button', { name: words.turnOn }).click();
  await page.locator('#me-account').waitFor();
}

/** The same, with something written in a lesson before. @param {Page} page @param {Language} language */
export async function toPlace(page, language) {
  await page.goto(`${prefix(language)}/learn/m1-goals-plans-rehearsal/#first-entry`);
  const block = page.locator('#first-entry');
  await block.locator('astro-island:not([ssr])').first().waitFor();
  await block
    .locator('textarea')
    .first()
    .fill(language === 'zh' ? '先问她哪一步最费事' : 'Ask her first');
  await page.locator('h1').click();
  await toNickname(page, language);
}

/** @param {Page} page @param {Language} language @returns {Promise<string>} the username. */
async function toCode(page, language) {
  await toPlace(page, language);
  const words = accountStrings(language);
  const name = `lin.${Math.random().toString(36).slice(2, 8)}`;
  const form = page.getByRole('region', { name: words.heading });
  await form.getByLabel(words.username).fill(name);
  await form.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await form.getByRole('button', { name: words.claim, exact: true }).click();
  await page.locator('.recovery').waitFor();
  return name;
}

/** @param {Page} page @param {Language} language */
export async function noteCode(page, language) {
  const words = accountStrings(language);
  await page.getByLabel(words.codeNoted).check();
  await page.getByRole('button', { name: words.codeDone }).click();
  await page.getByRole('button', { name: words.signOut }).waitFor();
}

/** @param {Page} page @param {Language} language @returns {Promise<string>} the username. */
export async function toAccount(page, language) {
  const name = await toCode(page, language);
  await noteCode(page, language);
  return name;
}

/** The way in by username and password. @param {Page} page @param {Language} language @param {string} name @param {string} [password] */
export async function signIn(page, language, name, password = PASSWORD) {
  await at('/sign-in/')(page, language);
  const words = accountStrings(language);
  const form = page.locator('main form').first();
  await form.getByLabel(words.username).fill(name);
  await form.getByLabel(words.password, { exact: true }).fill(password);
  await form.getByRole('button', { name: words.signIn, exact: true }).click();
}

/** Signed out, another nickname on the same device, and in again. @param {Page} page @param {Language} language */
export async function toQuestion(page, language) {
  const name = await toAccount(page, language);
  const words = accountStrings(language);
  await page.getByRole('button', { name: words.signOut }).click();
  await page.getByRole('button', { name: words.signOutGo, exact: true }).click();
  await page.getByRole('button', { name: syncStrings(language).turnOn }).waitFor();
  await toPlace(page, language);
  await signIn(page, language, name);
  await page.getByText(words.askTitle).waitFor();
}

/** @type {Record<string, Surface>} */
export const ownSurfaces = {
  me: { visit: at('/me/') },
  'me-sync': {
    whole: true,
    async visit(page, language) {
      await toNickname(page, language);
      const words = syncStrings(language);
      await page.getByRole('button', { name: words.showCode }).click();
      await page.getByText(words.codeSecret).waitFor();
    },
  },
  'sign-in': {
    whole: true,
    async visit(page, language) {
      await at('/sign-in/')(page, language);
      await page.getByText(accountStrings(language).forgotten, { exact: true }).click();
    },
  },
  'sign-in-admin': {
    whole: true,
    async visit(page, language) {
      await page.goto(`${prefix(language)}/sign-in/#admin=a-link-for-the-picture`);
      await page.getByRole('heading', { name: accountStrings(language).adminNew }).waitFor();
    },
  },
  'sign-in-company': {
    async visit(page, language) {
      await page.route('**/api/contact', (route) =>
        route.fulfill({ json: { reportTo: null, companySignIn: '云帆集团' } }),
      );
      await page.goto(`${prefix(language)}/sign-in/#company-failed=denied`);
      await page.getByRole('button', { name: /云帆集团/ }).waitFor();
    },
  },
  'sign-in-nickname': {
    async visit(page, language) {
      await toNickname(page, language);
      await at('/sign-in/')(page, language);
      await page.locator('.sign-in .notice').waitFor();
    },
  },
  'sign-in-already': {
    async visit(page, language) {
      await toAccount(page, language);
      await at('/sign-in/')(page, language);
      await page.getByText(accountStrings(language).signInOther).waitFor();
    },
  },
  'me-claim': { whole: true, visit: toPlace },
  'me-code': {
    async visit(page, language) {
      await toCode(page, language);
      await page.locator('.recovery').evaluate((element) => element.scrollIntoView());
    },
  },
  'me-account': {
    whole: true,
    async visit(page, language) {
      await toAccount(page, language);
      for (const fold of await page.locator('section:has(#me-account) summary').all()) await fold.click();
    },
  },
  'sign-out': {
    async visit(page, language) {
      await toAccount(page, language);
      await page.getByRole('button', { name: accountStrings(language).signOut }).click();
      await page.getByText(accountStrings(language).signOutSent).waitFor();
    },
  },
  'merge-question': { visit: toQuestion },
};

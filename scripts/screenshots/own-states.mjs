// `/me` and `/sign-in` when something went wrong, or is about to be final.
import { accountStrings } from '../../src/i18n/account.ts';
import { cohortStrings } from '../../src/i18n/cohorts.ts';
import { meStrings } from '../../src/i18n/me.ts';
import { syncStrings } from '../../src/i18n/me-sync.ts';
import { noteCode, signIn, toAccount, toNickname, toPlace, toQuestion } from './own-surfaces.mjs';
import { seeded } from './people-surfaces.mjs';
import { at, prefix } from './reach.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./reach.mjs').Language} Language
 * @typedef {import('./reach.mjs').Surface} Surface
 */

/** @param {Page} page @param {string} name of a row or button on the page. */
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** @param {Page} page @param {string} words */
async function show(page, words) {
  const told = page.getByText(words).first();
  await told.waitFor();
  await told.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** A device that can hold passkeys, and says yes to each. @param {Page} page */
async function withPasskeys(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

/** @type {Record<string, Surface>} */
export const ownStates = {
  'me-learnt': seeded(async (page, language) => {
    await signIn(page, language, 'learner0');
    await page.locator('.can .does').first().waitFor();
    for (const fold of await page.locator('#assigned summary').all()) await fold.click();
  }),
  'me-sure': {
    whole: true,
    async visit(page, language) {
      await page.goto(`${prefix(language)}/learn/m2-fab-pitch/#check`);
      const form = page.locator('#check');
      await form.locator('fieldset.options').first().waitFor();
      for (const group of await form.locator('fieldset.options, fieldset:has(.seg)').all())
        await group.locator('input').first().check({ force: true });
      await form.getByRole('button', { name: /看看对不对|See if it holds/ }).click();
      await form.locator('.feedback').waitFor();
      await page.waitForTimeout(1_000);
      await at('/me/')(page, language);
      await page.locator('#me-confidence').waitFor();
    },
  },
  'me-off': {
    async visit(page, language) {
      await toPlace(page, language);
      await press(page, syncStrings(language).turnOff);
      await show(page, syncStrings(language).off);
    },
  },
  'me-export': {
    async visit(page, language) {
      await at('/me/')(page, language);
      const words = meStrings(language);
      await page.getByText(words.exportTitle).click();
      await page.getByRole('button', { name: words.exportCopy }).click();
      await page.getByText(words.exportTitle).evaluate((element) => element.scrollIntoView());
    },
  },
  'me-import-wrong': {
    async visit(page, language) {
      await at('/me/')(page, language);
      const words = meStrings(language);
      await page.getByText(words.importTitle).click();
      await page.getByLabel(words.importText).fill('SX 12345');
      await press(page, words.importGo);
      await page.getByText(words.importTitle).evaluate((element) => element.scrollIntoView());
    },
  },
  'me-delete': {
    async visit(page, language) {
      await toPlace(page, language);
      const words = meStrings(language);
      await press(page, words.deleteTitle);
      // Not yet ticked: it is no button that can be pressed, and says so when somebody does.
      await page.getByRole('dialog').getByText(words.deleteGo, { exact: true }).click({ force: true });
      await page.getByText(words.deleteAsk).waitFor();
    },
  },
  'me-remove-copy': {
    async visit(page, language) {
      await toAccount(page, language);
      await press(page, syncStrings(language).removeTitle);
    },
  },
  'me-removed': {
    async visit(page, language) {
      await toPlace(page, language);
      const words = syncStrings(language);
      await press(page, words.removeTitle);
      const question = page.getByRole('dialog');
      await question.getByLabel(meStrings(language).deleteKnow).check();
      await question.getByRole('button', { name: meStrings(language).deleteGo }).click();
      await show(page, words.removed);
    },
  },
  'me-everywhere': {
    async visit(page, language) {
      await toAccount(page, language);
      await press(page, accountStrings(language).everywhere);
    },
  },
  'me-passkeys': {
    async visit(page, language) {
      await withPasskeys(page);
      await toPlace(page, language);
      const words = accountStrings(language);
      await press(page, words.claimPasskey);
      await page.locator('.recovery').waitFor();
      await noteCode(page, language);
      await page.getByText(words.passkeys, { exact: true }).click();
      await press(page, words.passkeyRemove.replace('{name}', words.passkeyNameHere));
      await show(page, words.refused['last-way']);
    },
  },
  'me-password-wrong': {
    async visit(page, language) {
      await toAccount(page, language);
      const words = accountStrings(language);
      await page.getByText(words.passwordChange).click();
      await page.getByLabel(words.passwordCurrent).fill('not this one');
      await page.getByLabel(words.newPassword).fill('rain in april 2026');
      await press(page, words.passwordSave);
      await show(page, words.refused['wrong-current']);
    },
  },
  'me-name-wrong': {
    async visit(page, language) {
      await toPlace(page, language);
      const words = accountStrings(language);
      await page.getByLabel(words.username).fill('a b');
      await page.getByLabel(words.password, { exact: true }).fill('rain in april 2026');
      await press(page, words.claim);
      await show(page, words.refused['name-signs']);
    },
  },
  'me-unfinished': {
    whole: true,
    async visit(page, language) {
      await toQuestion(page, language);
      await at('/me/')(page, language);
      await page.getByText(accountStrings(language).unfinishedTitle).waitFor();
    },
  },
  'me-no-server': {
    async visit(page, language) {
      await toAccount(page, language);
      await page.route(/\/api\/|\/healthz/, (route) => route.abort());
      await at('/me/')(page, language);
      await press(page, syncStrings(language).now);
      await show(page, syncStrings(language).problems.offline);
    },
  },
  'me-ended': {
    whole: true,
    async visit(page, language) {
      await toAccount(page, language);
      await page.context().clearCookies();
      await at('/me/')(page, language);
      await page.getByRole('link', { name: accountStrings(language).again }).waitFor();
    },
  },
  'me-forgotten': {
    whole: true,
    async visit(page, language) {
      await toPlace(page, language);
      await page.context().clearCookies();
      await press(page, syncStrings(language).now);
      await page.getByText(syncStrings(language).problems.unknown).waitFor();
    },
  },
  'me-wechat': {
    whole: true,
    async visit(page, language) {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'userAgent', { value: 'MicroMessenger/8.0' }),
      );
      await at('/me/')(page, language);
      await page.getByText(meStrings(language).wechatTitle).waitFor();
    },
  },
  'me-blocked': {
    async visit(page, language) {
      await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
      await at('/me/')(page, language);
      await show(page, meStrings(language).memory.blocked);
    },
  },
  'me-leave': seeded(async (page, language) => {
    await signIn(page, language, 'learner1');
    const { own, told } = cohortStrings(language);
    await page.locator('#assigned summary', { hasText: told.heading }).click();
    await press(page, own.leave);
  }, false),
  'me-transfer-wrong': {
    async visit(page, language) {
      await at('/me/')(page, language);
      const words = syncStrings(language);
      await page.getByText(words.joinTitle).click();
      await page.getByLabel(words.code).fill('ABCD2345');
      await press(page, words.join);
      await page.getByText(words.turnRefused['wrong-code']).waitFor();
      await page.getByText(words.joinTitle).evaluate((element) => element.scrollIntoView());
    },
  },
  'me-nickname-wrong': {
    async visit(page, language) {
      await at('/me/')(page, language);
      await press(page, syncStrings(language).turnOn);
      await show(page, syncStrings(language).turnRefused.nickname);
    },
  },
  'sign-in-wrong': {
    async visit(page, language) {
      await signIn(page, language, 'nobody', 'wrong wrong');
      await page.getByText(accountStrings(language).refused['wrong-sign-in']).waitFor();
    },
  },
  'sign-in-busy': {
    async visit(page, language) {
      await toNickname(page, language);
      const sorry = { status: 503, headers: { 'retry-after': '5' }, json: { error: 'busy' } };
      await page.route('**/api/account', (route) => route.fulfill(sorry));
      await at('/sign-in/')(page, language);
      await page.getByText(accountStrings(language).unknown.busy).waitFor();
    },
  },
  'sign-in-no-server': {
    async visit(page, language) {
      await page.route('**/healthz', (route) => route.fulfill({ status: 404, body: '' }));
      await at('/sign-in/')(page, language);
      await page.getByText(accountStrings(language).unknown['no-server']).waitFor();
    },
  },
};

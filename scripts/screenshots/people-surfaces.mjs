// Surfaces for which the server has to know people: classes, joining one, administration, and what is said when a server
// fails. Made once for each run by seed.mjs.
import { readFileSync } from 'node:fs';
import { adminStrings } from '../../src/i18n/admin.ts';
import { cohortStrings } from '../../src/i18n/cohorts.ts';
import { at, prefix } from './reach.mjs';
import { seed } from './seed.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./reach.mjs').Language} Language
 * @typedef {import('./reach.mjs').Surface} Surface
 * @typedef {import('./seed.mjs').Server} Server
 * @typedef {import('./seed.mjs').Seeded} Seeded
 * @typedef {import('../../src/islands/cohorts/cohorts-props.ts').LeadStrings} LeadStrings
 * @typedef {(page: Page, language: Language, seeded: Seeded) => Promise<unknown>} Go
 */

/** @type {Promise<Seeded> | undefined} */
let seeding;

/** @param {Go} go @param {boolean} [whole] @returns {Surface} */
export const seeded = (go, whole = true) => ({
  whole,
  async visit(page, language, server) {
    seeding ??= seed(server);
    await go(page, language, await seeding);
  },
});

/** With the session of somebody. @param {'admin' | 'trainer'} who @param {Go} go @param {boolean} [whole] */
const as = (who, go, whole) =>
  seeded(async (page, language, people) => {
    await page.goto('/privacy/');
    await page.context().addCookies([{ ...people[who], url: new URL('/', page.url()).href }]);
    await go(page, language, people);
  }, whole);

/** Asked for `path`, the server says that it cannot just now. @param {string} path @param {string} asked @returns {Surface} */
const busy = (path, asked) => ({
  async visit(page, language) {
    const sorry = { status: 503, headers: { 'retry-after': '5' }, json: { error: 'busy' } };
    await page.route(asked, (route) => route.fulfill(sorry));
    await page.goto(`${prefix(language)}${path}`);
    await page.locator('main [role="status"]').first().waitFor();
  },
});

/** @param {(seeded: Seeded) => string} id @param {(page: Page, language: Language) => Promise<unknown>} [then] @param {boolean} [whole] */
const cohort = (id, then = async () => {}, whole = true) =>
  as(
    'trainer',
    async (page, language, people) => {
      await page.goto(`${prefix(language)}/cohorts/#${id(people)}`);
      await page.locator('#cohort-manage').waitFor();
      await then(page, language);
    },
    whole,
  );

/** The question that a button of a class asks, the first of that name. @param {(strings: LeadStrings) => string} name @returns {Surface} */
const asked = (name) =>
  cohort(
    ({ cohortId }) => cohortId,
    (page, language) => ask(page, name(cohortStrings(language).lead)),
    false,
  );

/** @param {Page} page @param {string} name */
async function ask(page, name) {
  for (const fold of await page.locator('.people summary').all()) await fold.click();
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.locator('dialog[open]').waitFor();
}

/** @param {string} part @param {(page: Page, language: Language) => Promise<unknown>} [then] @param {boolean} [whole] */
const admin = (part, then = async () => {}, whole = true) =>
  as(
    'admin',
    async (page, language) => {
      await page.goto(`${prefix(language)}/admin/#${part}`);
      await page.locator('#admin-part').waitFor();
      await page.waitForLoadState('networkidle');
      await then(page, language);
    },
    whole,
  );

/** A part of /admin of a server with nothing in it. @param {string} part @param {unknown} json */
const emptyAdmin = (part, json) =>
  as('admin', async (page, language) => {
    await page.route('**/api/admin/*', (route) => route.fulfill({ json }));
    await page.goto(`${prefix(language)}/admin/#${part}`);
    await page.locator('#admin-part').waitFor();
    await page.waitForLoadState('networkidle');
  });

/** @param {Page} page @param {Language} language @param {string} code */
async function toInvitation(page, language, code) {
  await page.goto(`${prefix(language)}/join/#c=${code}`);
  await page.locator('.told').waitFor();
}

/** @param {Page} page @param {Language} language @param {string} code */
async function joined(page, language, code) {
  await toInvitation(page, language, code);
  const { join } = cohortStrings(language);
  await page.getByLabel(join.nickname).fill(language === 'zh' ? '小林' : 'Lin');
  await page.getByRole('button', { name: join.go }).click();
  await page.locator('.join-done').waitFor();
}

/** @param {Page} page @param {Language} language @param {string} code */
async function lookUp(page, language, code) {
  const { join } = cohortStrings(language);
  await at('/join/')(page, language);
  await page.locator('main astro-island:not([ssr])').waitFor();
  await page.getByLabel(join.code).fill(code);
  await page.getByRole('button', { name: join.look }).click();
  await page.getByText(join.refused.wrong).waitFor();
}

/** @type {Record<string, Surface>} */
export const peopleSurfaces = {
  join: { visit: at('/join/') },
  'join-open': seeded((page, language, { code }) => toInvitation(page, language, code)),
  'join-joined': seeded((page, language, { code }) => joined(page, language, code)),
  'join-known': seeded(async (page, language, { code }) => {
    await joined(page, language, code);
    await page.goto('/privacy/');
    await toInvitation(page, language, code);
  }),
  'join-closed': seeded((page, language, { closed }) => lookUp(page, language, closed)),
  'join-wrong': { visit: (page, language) => lookUp(page, language, 'ABCD2345') },
  'join-busy': {
    async visit(page, language) {
      await page.route('**/api/invitations/*', (route) => route.fulfill({ status: 503, json: {} }));
      await page.goto(`${prefix(language)}/join/#c=ABCD2345`);
      await page.getByText(cohortStrings(language).join.refused.busy).waitFor();
    },
  },
  'me-class': seeded(async (page, language, { code }) => {
    await joined(page, language, code);
    await at('/me/')(page, language);
    await page.locator('#assigned .set').first().waitFor();
    for (const fold of await page.locator('#assigned summary').all()) await fold.click();
  }),
  'me-leave': seeded(async (page, language, { code }) => {
    await joined(page, language, code);
    await at('/me/')(page, language);
    const { own, told } = cohortStrings(language);
    await page.locator('#assigned summary', { hasText: told.heading }).click();
    await page.getByRole('button', { name: own.leave }).click();
  }, false),
  'home-class': seeded(async (page, language, { code }) => {
    await joined(page, language, code);
    await at('/')(page, language);
  }, false),
  'cohorts-out': { visit: at('/cohorts/') },
  'cohorts-busy': busy('/cohorts/', '**/api/cohorts'),
  'cohorts-none': as('trainer', async (page, language) => {
    await page.route('**/api/cohorts', (route) => route.fulfill({ json: { cohorts: [] } }));
    await at('/cohorts/')(page, language);
  }),
  cohorts: as('trainer', (page, language) => at('/cohorts/')(page, language)),
  class: cohort(
    ({ cohortId }) => cohortId,
    async (page) => {
      for (const fold of await page.locator('.cohorts summary').all()) await fold.click();
    },
  ),
  'class-top': cohort(({ cohortId }) => cohortId, undefined, false),
  'class-empty': cohort(({ emptyId }) => emptyId),
  'class-closed': cohort(({ closedId }) => closedId),
  'class-sure': asked((t) => t.manage.removeCohort),
  'class-renew': asked((t) => t.invite.renew),
  'class-stop': asked((t) => t.invite.close),
  'class-withdraw': asked((t) => t.tasks.remove),
  'class-code': asked((t) => t.manage.resetCode),
  'class-code-given': cohort(
    ({ cohortId }) => cohortId,
    async (page, language) => {
      await ask(page, cohortStrings(language).lead.manage.resetCode);
      await page.locator('dialog[open] .btn').last().click();
      await page.locator('.given').waitFor();
    },
    false,
  ),
  'class-remove': asked((t) => t.manage.removeMember),
  'admin-out': { visit: at('/admin/') },
  'admin-busy': busy('/admin/', '**/api/learner'),
  admin: admin('overview'),
  'admin-people': admin('people', undefined, false),
  'admin-people-all': admin('people'),
  'admin-person': admin('people', async (page, language) => {
    const t = adminStrings(language).people;
    await page.getByLabel(t.search).fill('周大勇');
    await page.getByRole('button', { name: t.go, exact: true }).click();
    await page.locator('.people summary').nth(1).waitFor({ state: 'detached' });
    await page.locator('.people summary').click();
  }),
  'admin-delete': admin(
    'people',
    async (page, language) => {
      await page.locator('.people summary').first().click();
      await page.getByRole('button', { name: adminStrings(language).people.deleteTitle }).click();
    },
    false,
  ),
  'admin-reset': admin(
    'people',
    async (page, language) => {
      const t = adminStrings(language).people;
      await page.getByLabel(t.search).fill('周大勇');
      await page.getByRole('button', { name: t.go, exact: true }).click();
      await page.locator('.people summary').nth(1).waitFor({ state: 'detached' });
      await page.locator('.people summary').click();
      await page.getByRole('button', { name: t.recovery }).click();
    },
    false,
  ),
  'admin-people-failed': as('admin', async (page, language) => {
    await page.route('**/api/admin/people*', (route) => route.fulfill({ status: 503, json: {} }));
    await page.goto(`${prefix(language)}/admin/#people`);
    await page.locator('[role="alert"]').waitFor();
  }),
  'admin-not': as('trainer', async (page, language) => {
    await at('/admin/')(page, language);
    await page.locator('main [role="status"] .btn').waitFor();
  }),
  'admin-nobody': admin('people', async (page, language) => {
    const t = adminStrings(language).people;
    await page.getByLabel(t.search).fill('没有的人');
    await page.getByRole('button', { name: t.go, exact: true }).click();
    await page.getByText(t.none).waitFor();
  }),
  'admin-retention': admin('retention', async (page, language) => {
    const t = adminStrings(language).retention;
    await page.getByText(t.after).click();
    await page.getByRole('button', { name: t.preview }).click();
    await page.locator('[role="status"]', { hasText: /365/ }).waitFor();
  }),
  'admin-audit': admin('audit'),
  'admin-quarantine': admin('quarantine', (page) => page.locator('.aside summary').first().click()),
  'admin-quarantine-none': emptyAdmin('quarantine', { items: [] }),
  'admin-inbox': admin('inbox'),
  'admin-inbox-none': emptyAdmin('inbox', { reports: [] }),
  'admin-inbox-failed': as('admin', async (page, language) => {
    await page.route('**/api/admin/*', (route) => route.fulfill({ status: 503, json: {} }));
    await page.goto(`${prefix(language)}/admin/#inbox`);
    await page.locator('[role="alert"]').waitFor();
  }),
  failed: {
    async visit(page, language) {
      const file = language === 'en' ? 'dist/client/en/500/index.html' : 'dist/client/500.html';
      const body = readFileSync(file, 'utf8').replaceAll(
        'REQUEST-ID',
        '0193a4d2-1111-7000-8000-000000000000',
      );
      await page.route('**/failed/', (route) =>
        route.fulfill({ status: 500, contentType: 'text/html', body }),
      );
      await page.goto(`${prefix(language)}/failed/`);
    },
  },
};

// How each surface is reached, as a learner reaches it. A surface is visited in a fresh browser, and pictured when the
// visit is done.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { debriefStrings } from '../../src/i18n/practice-debrief.ts';
import { taskStrings } from '../../src/i18n/practice-tasks.ts';
import { worksheetStrings } from '../../src/i18n/worksheet.ts';
import { PracticePage } from '../../tests/e2e/models/practice-page.ts';
import { ownStates } from './own-states.mjs';
import { ownSurfaces } from './own-surfaces.mjs';
import { peopleSurfaces } from './people-surfaces.mjs';
import { at, prefix } from './reach.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./reach.mjs').Language} Language
 * @typedef {import('./reach.mjs').Surface} Surface
 */

/** @returns {string[]} ids of the live lessons, in the order of the course. */
function liveLessons() {
  const folder = 'content/lessons';
  return readdirSync(folder).flatMap((module) =>
    readdirSync(join(folder, module)).flatMap((name) => {
      const lesson = parse(readFileSync(join(folder, module, name, 'lesson.yaml'), 'utf8'));
      return lesson.status === 'live' ? [lesson.id] : [];
    }),
  );
}

/** Every block of the page comes alive, then the page is at its top again. @param {Page} page */
async function wake(page) {
  for (const island of await page.locator('astro-island').all()) await island.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, 0));
}

/** @param {string} id @returns {Surface} */
const wholeLesson = (id) => ({
  whole: true,
  async visit(page, language) {
    await at(`/learn/${id}/`)(page, language);
    await wake(page);
  },
});

/**
 * A role-play up to its first task or its end.
 * @param {string} path e.g. `fab-pitch/f-a`
 * @param {(practice: PracticePage, page: Page) => Promise<void>} go what to do once it is open.
 * @returns {Surface}
 */
const practice = (path, go) => ({
  async visit(page, language) {
    const one = new PracticePage(page, language);
    await one.open(path);
    await go(one, page);
  },
});

/** The papers that may come before the first talk are left alone. @param {PracticePage} one */
async function pastPapers(one) {
  const { dataroom } = taskStrings(one.language);
  const { scenario } = await one.content();
  if (scenario.stages[0]?.kind === 'dataroom')
    await one.page.locator('.task').getByRole('button', { name: dataroom.done }).click();
}

/** To the first line that can be said; sums that come before it are left undone but for the decision. @param {PracticePage} one */
async function toTalk(one) {
  const { desk } = taskStrings(one.language);
  await one.begin(1);
  await pastPapers(one);
  const { scenario } = await one.content();
  const sums = scenario.stages[1];
  if (sums?.kind === 'desk') {
    const best = sums.labels[sums.decision.best[0] ?? ''] ?? '';
    await one.page.locator('.task').getByLabel(best, { exact: true }).check();
    await one.page.locator('.task').getByRole('button', { name: desk.done }).click();
  }
  await one.options.first().waitFor();
}

/** @param {PracticePage} one */
async function toTask(one) {
  await one.begin(1);
  await one.talk('best');
}

/** Left after some rounds and rated: the look back. @param {PracticePage} one */
async function toDebrief(one) {
  await toTalk(one);
  for (const aim of /** @type {const} */ (['worst', 'best', 'best'])) {
    await one.options.first().waitFor();
    await one.sayByKey(aim);
  }
  await one.leave();
  await one.rate(2);
  await one.page.locator('.debrief').waitFor();
}

/** @param {string} id of the scenario @param {string} simulator @returns {Record<string, Surface>} */
function simulatorSurfaces(id, simulator) {
  const path = `${simulator}/${id}`;
  return {
    [`${id}-briefing`]: { whole: true, visit: at(`/practice/${path}/`) },
    [`${id}-prep`]: practice(path, async (one, page) => {
      await one.startButton.click();
      await page.getByRole('button', { name: one.strings.prepGoNone }).waitFor();
    }),
    [`${id}-talk`]: practice(path, async (one) => {
      await toTalk(one);
      await one.sayByKey('worst');
    }),
    [`${id}-sentence`]: practice(path, async (one, page) => {
      await one.begin(2);
      await page.getByRole('button', { name: one.strings.say }).waitFor();
      await page.locator('.chips input, .topics input').first().check({ force: true });
    }),
    [`${id}-free`]: practice(path, async (one, page) => {
      await one.begin(3);
      await page.getByRole('button', { name: one.strings.read }).waitFor();
    }),
    [`${id}-task`]: practice(path, toTask),
    [`${id}-story`]: practice(path, async (one) => {
      await toTalk(one);
      await one.sayByKey('best');
      await one.leave();
    }),
    [`${id}-rating`]: practice(path, async (one, page) => {
      await toTalk(one);
      await one.sayByKey('best');
      await one.leave();
      await page.getByRole('button', { name: one.strings.toRating }).click();
    }),
    [`${id}-debrief`]: { ...practice(path, toDebrief), whole: true },
  };
}

/** @type {Record<string, Surface>} */
export const surfaces = {
  home: { visit: at('/'), whole: true },
  lesson: { visit: at('/learn/m2-fab-pitch/') },
  sort: {
    async visit(page, language) {
      await page.goto(`${prefix(language)}/learn/m2-fab-pitch/#sort-nine`);
      const bins = page.locator('#sort-nine .bin');
      await bins.nth(1).click();
      await bins.nth(2).click();
    },
  },
  dialogue: {
    async visit(page, language) {
      await page.goto(`${prefix(language)}/learn/m2-fab-pitch/#just-looking`);
      await page.locator('#just-looking input').first().check();
      await page.locator('#just-looking .why').waitFor();
    },
  },
  check: {
    async visit(page, language) {
      await page.goto(`${prefix(language)}/learn/m2-fab-pitch/#check`);
      await page.locator('#check input').first().waitFor();
    },
  },
  feedback: {
    async visit(page, language) {
      await page.goto(`${prefix(language)}/learn/m2-fab-pitch/#check`);
      const form = page.locator('#check');
      for (const group of await form.locator('fieldset.options').all())
        await group.locator('input').first().check();
      await form.getByRole('button', { name: /看看对不对|See if it holds/ }).click();
      await form.locator('.feedback').waitFor();
    },
  },
  'lesson-sheet': {
    async visit(page, language) {
      await at('/learn/m1-goals-plans-rehearsal/')(page, language);
      const tool = page.locator('#tool-goal-board');
      await tool.getByText(worksheetStrings(language).fillHere).click();
      await tool.locator('.sheet').waitFor();
      await tool.evaluate((element) => element.scrollIntoView());
    },
  },
  ...ownSurfaces,
  ...ownStates,
  ...peopleSurfaces,
  privacy: { visit: at('/privacy/'), whole: true },
  missing: { visit: at('/learn/nothing/') },
  practice: { visit: at('/practice/'), whole: true },
  glossary: { visit: at('/glossary/') },
  sources: { visit: at('/sources/') },
  toolbox: { visit: at('/toolbox/') },
  ...Object.fromEntries(
    ['t-01', 't-02'].map((id) => [
      id,
      {
        whole: true,
        async visit(/** @type {Page} */ page, /** @type {Language} */ language) {
          await at(`/toolbox/${id}/`)(page, language);
          await page.getByRole('button', { name: worksheetStrings(language).example }).click();
          await page.locator('.sheet-row').first().waitFor();
        },
      },
    ]),
  ),
  ...Object.fromEntries(liveLessons().map((id) => [id, wholeLesson(id)])),
  ...simulatorSurfaces('f-a', 'fab-pitch'),
  ...simulatorSurfaces('d-a', 'sales-doctor'),
  ...simulatorSurfaces('r-a', 'roi-selling'),
  'f-a-advert': practice('fab-pitch/f-a', async (one, page) => {
    const { pitch } = taskStrings(one.language);
    await toTask(one);
    const { scenario } = await one.content();
    const task = scenario.stages.find((stage) => stage.kind === 'pitch');
    if (task?.kind !== 'pitch') throw new Error('f-a has no pitch');
    const { benefits, advantages, features, evidence } = task;
    for (const list of [benefits, advantages, features, evidence])
      await page
        .locator('.task')
        .getByLabel(list[0]?.text ?? '', { exact: true })
        .check();
    await page.locator('.task').getByLabel(pitch.orders.BAF, { exact: true }).check();
    await page.locator('.task').getByRole('button', { name: pitch.say }).click();
    await page.locator('.task').getByRole('button', { name: pitch.start }).click();
    await page.locator('.task').getByRole('button', { name: pitch.finish }).click();
    await one.talk('best');
  }),
  'd-a-board': practice('sales-doctor/d-a', async (one, page) => {
    const { walk } = taskStrings(one.language);
    await toTask(one);
    await page.locator('.task').getByRole('button', { name: walk.done }).click();
    await one.talk('best');
  }),
  'r-a-desk': practice('roi-selling/r-a', async (one) => {
    await one.begin(1);
    await pastPapers(one);
    await one.page.locator('.desk-row').first().waitFor();
  }),
  'd-a-expert': {
    ...practice('sales-doctor/d-a', async (one, page) => {
      await toDebrief(one);
      await page.locator('.rub summary').first().click();
      await page.getByText(debriefStrings(one.language).expertOpen, { exact: true }).click();
    }),
    whole: true,
  },
};

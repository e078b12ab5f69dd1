import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import papa from 'papaparse';
import { TOLD_VERSION } from '#core/cohort/cohort.ts';
import { finished, reflected } from '../contract/facts.ts';
import { expect, test } from './fixtures.ts';
import { AdminDesk } from './models/admin-desk.ts';
import { TrainerDesk } from './models/class-room.ts';
import { CORPUS, Trap } from './models/trap.ts';

/** Fault 16: names and words that are markup or script, through the pages of learners, trainers and admins. */

const [CLASS, TRAINER] = ['<img src=x onerror=trap("class")>', '<svg/onload=trap("trainer")>'];
const mark = Math.random().toString(36).slice(2, 10);

/** A learner of this name joins, writes these words, lets the class read them, and contradicts itself. */
async function comes(request: APIRequestContext, name: string, code: string) {
  const send = async (path: string, data: unknown) => {
    const reply = await request.post(path, { data, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(reply.ok(), `${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
    return reply.json();
  };
  await send('/api/learner', { nickname: name });
  const { cohortId } = await send('/api/enrolments', { code, told: TOLD_VERSION });
  const id = `${name}${mark}`;
  const odd = { ...finished(id), lessonId: name, blockId: name };
  await send('/api/facts', { facts: [odd, { ...odd, slips: 1 }, reflected(`${id} note`, name)] });
  await send(`/api/enrolments/${cohortId}/shares`, { factId: `${id} note` });
  return send;
}

test('names and words that are markup stay words on every page, and in the table', async ({
  browser,
  playwright,
  baseURL,
}) => {
  test.slow(); // thirteen learners and all parts of three pages
  const desk = await TrainerDesk.of(browser);
  const trap = await Trap.in(desk.context);
  const { page } = desk;

  await test.step('a trainer and a class of such names; everybody of the corpus joins', async () => {
    await page.goto('/cohorts/');
    await desk.signIn(TRAINER);
    await page.reload();
    await desk.make(CLASS);
    const link = await desk.part('邀请').getByRole('textbox', { name: '链接' }).inputValue();
    const code = link.split('=')[1] ?? '';
    for (const [place, name] of CORPUS.entries()) {
      const request = await playwright.request.newContext(baseURL ? { baseURL } : {});
      const send = await comes(request, name, code);
      // One report with all of them: there is a limit for one address.
      const words = [mark, ...CORPUS].join('\n');
      const report = { id: crypto.randomUUID(), lessonId: 'm2-fab-pitch', language: 'zh', words };
      if (place === 0) await send('/api/mistakes', report);
      await request.dispose();
    }
    await page.goto(new URL(link).pathname + new URL(link).hash);
    await expect(page.getByRole('heading', { name: CLASS })).toBeVisible();
    await trap.holds(page, [`讲师：${TRAINER}`]);
  });

  await test.step('the list of classes, the class, what was shared', async () => {
    await page.goto('/cohorts/');
    await page.getByRole('link', { name: CLASS }).click();
    await expect(desk.part('学员')).toContainText(CORPUS[0]);
    await trap.holds(page, [CLASS, TRAINER, ...CORPUS]);
    const given = page.locator('.given-to-read li');
    await expect(given).toHaveCount(CORPUS.length);
    for (const [index, name] of CORPUS.entries()) {
      const one = given.filter({ hasText: name }).first();
      await one.locator('summary').click();
      await expect(one.locator('details > :not(summary)').first(), `${index}`).toContainText(name);
    }
    await trap.holds(page);
  });

  await test.step('the table holds each name in its cell, and no formula', async () => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格（CSV）' }).click();
    const text = (await readFile(await (await coming).path(), 'utf8')).replace(/^\ufeff/, '');
    const { data, errors } = papa.parse<string[]>(text.trim());
    expect(errors).toEqual([]);
    const names = data.slice(1).map(([name = '']) => name);
    expect(names.map((name) => name.replace(/^'(?=[=+\-@])/, '')).sort()).toEqual([...CORPUS].sort());
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  await test.step('the pages of an admin', async () => {
    const admin = new AdminDesk(page);
    admin.makeAdmin(await admin.join(`<b onclick=trap("admin")>${mark}`));
    await admin.open();
    await trap.holds(page);
    await admin.go('人员');
    for (const name of CORPUS) {
      await page.getByLabel('找人').fill(name);
      await page.getByRole('button', { name: '找', exact: true }).click();
      const row = page.getByRole('listitem').filter({ hasText: name }).first();
      await row.locator('summary').click();
      await trap.holds(page, [name]);
    }
    // As an act upon somebody of such a name is told.
    const row = page
      .getByRole('listitem')
      .filter({ hasText: CORPUS.at(-1) as string })
      .first();
    await row.getByLabel('角色').selectOption('讲师');
    await row.getByRole('button', { name: '改角色' }).click();
    await expect(row.getByText('已改为讲师。')).toBeVisible();
    await admin.go('操作记录');
    await trap.holds(page, [TRAINER, `把${CORPUS.at(-1)}的角色`]);
    await admin.go('隔离区');
    const first = page.getByRole('listitem').filter({ hasText: `${CORPUS[0]}${mark}` });
    await first.locator('summary').click();
    await expect(first.locator('pre').first()).toContainText(CORPUS[0]);
    await trap.holds(page);
    await admin.go('反馈收件箱');
    await trap.holds(page, [mark, ...CORPUS]);
  });
  await desk.context.close();
});

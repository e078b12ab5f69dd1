import { readFile } from 'node:fs/promises';
import type { Fact } from '#core/model/fact.ts';
import { isKept, rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { AccountDevice } from './models/account-device.ts';
import { TrainerDesk } from './models/class-room.ts';
import { LessonPage } from './models/lesson-page.ts';
import { MePage } from './models/me-page.ts';
import { SyncDevice } from './models/sync-device.ts';

const LESSON = 'm1-goals-plans-rehearsal';
const PASSWORD = '三月的雨 2026';
const ON_A = '甲手机上写给自己的';
const ON_B = '乙手机上写给自己的';
/** Of its own for each run: they meet on one server. */
const mark = () => Math.random().toString(36).slice(2, 10);

/** What the browser saves when the whole record is exported. */
async function exportedFrom(device: AccountDevice): Promise<{ facts: Fact[] }> {
  await device.openMe();
  await new MePage(device.page).unfold('导出全部记录');
  const saving = device.page.waitForEvent('download');
  await device.page.getByRole('button', { name: '存成文件' }).click();
  return JSON.parse(await readFile(await (await saving).path(), 'utf8'));
}

const idsOn = async ({ page }: AccountDevice) =>
  (await rowsOf(page, 'facts')).map((row) => JSON.parse(row).id).sort();

test('one learner, two phones: studied offline, into a class, claimed, merged, exported, deleted', async ({
  browser,
}) => {
  test.slow(); // seven chapters with three browsers: on a busy machine more than the usual minute
  const [username, cohort, nickname] = [`小红.${mark()}`, `夏季班${mark()}`, `小红${mark()}`];
  const desk = await TrainerDesk.of(browser);
  const a = await AccountDevice.of(browser);
  const b = await AccountDevice.of(browser);
  const openCheck = new LessonPage(b.page);
  const learnerRow = desk.part('学员').getByRole('row').filter({ hasText: nickname });

  await test.step('phone A studies with no network: a private note, and the check of the lesson', async () => {
    const lesson = new LessonPage(a.page, LESSON);
    const phone = new SyncDevice(a.context, a.page);
    await phone.openLesson();
    await lesson.openCheck();
    await a.page.waitForLoadState('networkidle');
    // The test needs the keys; it reads them before the network goes.
    const content = await lesson.content();
    lesson.content = async () => content;
    await a.context.setOffline(true);
    await phone.write(ON_A);
    await lesson.finish(() => 'right');
    await isKept(a.page, 'facts', /lesson\.completed/);
    await a.context.setOffline(false);
  });

  await test.step('A joins a class by its link, knowing what is shared, and everything is sent', async () => {
    await desk.page.goto('/cohorts/');
    await desk.signIn('王老师');
    await desk.page.reload();
    await desk.make(cohort);
    await a.page.goto(await desk.part('邀请').getByRole('textbox', { name: '链接' }).inputValue());
    await expect(a.page.getByRole('region', { name: '讲师看得到什么' })).toContainText('你写下的话');
    await a.page.getByLabel('你的称呼').fill(nickname);
    await a.page.getByRole('button', { name: '我看过了，加入' }).click();
    await expect(a.page.getByText(`已加入「${cohort}」。`)).toBeVisible();
    await a.openMe();
    await a.seesAllSent();
  });

  await test.step('phone B has begun by itself, a check still open; A becomes an account', async () => {
    await b.write(ON_B);
    await b.turnOn('红');
    await openCheck.openCheck();
    await openCheck.answer('right');
    await openCheck.next();
    // What is open lies on this phone alone: the server's copy cannot stand in for it.
    await isKept(b.page, 'snapshots', /"cursor":1/);
    await a.claim(username, PASSWORD);
    await expect(a.account).toContainText(`用户名是${username}`);
  });

  await test.step('B signs in and says that what it has is the learner’s own: both have both', async () => {
    await b.openSignIn();
    await b.signIn(username, PASSWORD);
    await expect(b.main).toContainText('学过2课，写下1处');
    await expect(b.main).toContainText('它的称呼是「红」，服务器上也有一份');
    await b.main.getByRole('button', { name: '是我的，并进我的账号' }).click();
    await expect(b.page).toHaveURL(/\/me\/$/);
    await b.seesAllSent();
    await a.sync.getByRole('button', { name: '现在同步' }).click();
    for (const { main, notes } of [a, b]) {
      await expect(notes).toContainText(ON_A);
      await expect(notes).toContainText(ON_B);
      await expect(main).toContainText('学成1课');
    }
    await expect.poll(() => idsOn(a)).toEqual(await idsOn(b));
    await openCheck.openCheck();
    await expect(openCheck.check.locator('.label.num').first()).toHaveText('想一想·第2题，共5题');
    await b.openMe();
  });

  await test.step('the class has the check of the one learner, and no note of either phone', async () => {
    // Scores count once the server has checked them.
    await expect(async () => {
      await desk.refresh();
      await expect(learnerRow.getByRole('cell').first()).toHaveText(/^1\/\d+$/, { timeout: 1_000 });
    }).toPass();
    await expect(desk.part('学员').getByRole('row')).toHaveCount(2); // the head, and one learner
    const report = await desk.page.evaluate(async () =>
      (await fetch(`/api/cohorts/${location.hash.slice(1)}/report`)).text(),
    );
    expect(report).toContain(LESSON);
    for (const note of [ON_A, ON_B]) {
      expect(report).not.toContain(note);
      await expect(desk.page.locator('body')).not.toContainText(note);
    }
  });

  await test.step('A takes everything along: what both phones did and wrote', async () => {
    const { facts } = await exportedFrom(a);
    expect(facts.map(({ id }) => id).sort()).toEqual(await idsOn(a));
    expect(new Set(facts.map(({ deviceId }) => deviceId)).size).toBe(2);
    const written = JSON.stringify(facts.filter(({ type }) => type === 'reflection.saved'));
    for (const note of [ON_A, ON_B]) expect(written).toContain(note);
    expect(facts.map(({ type }) => type)).toContain('attempt.submitted');
  });

  await test.step('A deletes the copy on the server: B is told and keeps its own, the class has nobody', async () => {
    await a.sync.getByRole('button', { name: '删掉服务器上的那一份' }).click();
    const question = a.page.getByRole('dialog');
    await expect(question).toContainText('账号也会一起删掉');
    await question.getByLabel('我知道删除后找不回来').check();
    await question.getByRole('button', { name: '删除', exact: true }).click();
    await expect(a.sync).toContainText('服务器上的那一份已经删除。这台设备上的记录还在。');
    await b.sync.getByRole('button', { name: '现在同步' }).click();
    await expect(b.sync).toContainText('服务器上的那一份已经删除，可能是在你的另一台设备上删的');
    for (const { notes } of [a, b]) await expect(notes).toContainText(ON_B);
    await desk.refresh();
    await expect(desk.page.getByText('班里还没有学员')).toBeVisible();
    await b.openSignIn();
    await b.signIn(username, PASSWORD);
    await expect(b.main).toContainText('用户名或密码不对');
  });
  await Promise.all([desk, a, b].map(({ context }) => context.close()));
});

import { randomFrom } from '#core/model/random.ts';
import { dieWhileMoving } from '../../scripts/torture/move-deaths.mjs';
import { accountOn, copyOf, noteFact } from '../../scripts/torture/moving-server.mjs';
import { rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { AccountDevice } from './models/account-device.ts';

/** Fault 22, the browser's side. More: `npm run torture -- --only deaths`. Repeated with SEED=<the one printed>. */
const ROUNDS = 3;

test('a browser killed while a record moves to an account: nothing lost, nothing in a foreign copy', async ({
  baseURL,
  launchOptions,
  playwright,
}) => {
  test.slow(); // nine browsers are started: on a busy machine more than the usual minute
  const seed = process.env.SEED ?? String(Date.now());
  const { moments, problems } = await dieWhileMoving({
    program: launchOptions.executablePath ?? playwright.chromium.executablePath(),
    origin: baseURL as string,
    rounds: ROUNDS,
    random: randomFrom(seed),
  });
  console.log(`killed in the middle of a move, SEED=${seed}\n  ${moments.join('\n  ')}`);
  expect(problems, `SEED=${seed}`).toEqual([]);
});

test.describe('the cookie of a sign-in reached the disk, and what the pages noted of it did not', () => {
  test.use({ expectedErrors: [/401/] });
  test('nothing of the device is sent to the account, and the question comes', async ({ page, baseURL }) => {
    const origin = baseURL as string;
    const mark = Math.random().toString(36).slice(2, 10);
    const account = await accountOn(origin, `小兰.${mark}`, [noteFact(`account-${mark}`, '账号里的')]);
    const phone = new AccountDevice(page.context(), page);
    await phone.write('这台设备上写的');
    await phone.turnOn('兰');
    const status = await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/sign-in', { method: 'POST', headers, body })).status;
      },
      JSON.stringify({ username: account.username, password: account.password }),
    );
    expect(status).toBe(200);

    const asked = page.waitForResponse((reply) => reply.url().includes('/api/facts'));
    await phone.openMe();
    expect((await asked).status()).toBe(401);
    await expect(phone.account).toContainText('登录还差一步');
    // The button that would make a place for a nickname gives the account's to nobody either.
    await phone.sync.getByLabel('怎么称呼你').fill('兰');
    await phone.sync.getByRole('button', { name: '打开同步' }).click();
    await expect(phone.sync).toContainText('登录的是另一个账号');
    expect(await copyOf(origin, account)).toEqual([`account-${mark}`]);
    await expect(phone.notes).not.toContainText('账号里的');

    await phone.account.getByRole('link', { name: '去说一下' }).click();
    await phone.main.getByRole('button', { name: '是我的，并进我的账号' }).click();
    await expect(page).toHaveURL(/\/me\/$/);
    await phone.seesAllSent();
    await expect(phone.notes).toContainText('这台设备上写的');
    const here = (await rowsOf(page, 'facts')).map((row) => JSON.parse(row).id).sort();
    expect(here.length).toBeGreaterThan(1);
    expect(await copyOf(origin, account)).toEqual(here);
  });
});

// The browser is killed at a random moment while a record moves to an account, and opened again on the same profile. The
// answer to the one question is “mine” in one round and “somebody else's” in the next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../src/core/model/random.ts';
import { arrive, kill, lookInto, seeAllSent, study, wake } from './moving-device.mjs';
import { accountOn, copyOf, nicknameOn, noteFact } from './moving-server.mjs';

/** A life ends so long after one of its steps at most, ms. */
const LONGEST_MS = 400;
/** How long somebody thinks before a step, ms: Chromium writes localStorage within 5 s and cookies within 30 s of a change. */
const PAUSES_MS = [0, 6_000, 28_500, 31_000];
const NOTES = 60;

/** @typedef {{ program: string, origin: string, rounds: number, random: () => number, isPatient?: boolean }} MovePlan */

/**
 * @param {MovePlan} plan `isPatient`: in some rounds somebody thinks before they sign in or answer.
 * @returns {Promise<{ moments: string[], problems: string[] }>} when each round died; what was wrong after which.
 */
export async function dieWhileMoving({ program, origin, rounds, random, isPatient = false }) {
  const moments = [];
  const problems = [];
  for (let round = 0; round < rounds; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'sanxiu-move-'));
    const answer = round % 2 === 0 ? 'yes' : 'no';
    const dies = {
      at: ['signing', 'asked', 'answered', 'answered', 'answered'][Math.floor(random() * 5)],
      // The record moves soon after the answer: early moments are tried more often.
      afterMs: Math.floor(random() ** 2 * LONGEST_MS),
      thinksAt: random() < 0.5 ? 'ways' : 'asked',
      thinksMs: isPatient ? (PAUSES_MS[Math.floor(random() * PAUSES_MS.length)] ?? 0) : 0,
      // Whoever never turned syncing on has no copy on the server.
      isNickname: random() < 0.7,
    };
    const moment = `${answer}, ${JSON.stringify(dies)}`;
    moments.push(moment);
    try {
      const found = await oneRound({ program, origin, profile, answer, dies });
      problems.push(...found.map((one) => `round ${round} (${moment}): ${one}`));
    } catch (error) {
      problems.push(`round ${round} (${moment}): ${error instanceof Error ? error.stack : error}`);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
  return { moments, problems };
}

/** @param {string} program @param {string} origin @param {number} rounds @returns {Promise<number>} how many failed. */
export async function moveAndDie(program, origin, rounds) {
  const seed = process.env.SEED ?? String(Date.now());
  console.log(`\nChromium killed while a record moves to an account, ${rounds} times, SEED=${seed}`);
  const random = randomFrom(seed);
  const { problems } = await dieWhileMoving({ program, origin, rounds, random, isPatient: true });
  for (const problem of problems) console.log(`  FAIL  ${problem}`);
  if (problems.length === 0) console.log('  pass  nothing lost, nothing in a foreign copy');
  return problems.length;
}

/**
 * @param {Pick<MovePlan, 'program' | 'origin'> & { profile: string, answer: 'yes' | 'no',
 *   dies: { at: string | undefined, afterMs: number, thinksAt: string, thinksMs: number, isNickname: boolean } }} plan
 */
async function oneRound({ program, origin, profile, answer, dies }) {
  const mark = Math.random().toString(36).slice(2, 10);
  const theirs = noteFact(`account-${mark}`, '账号里的');
  const here = Array.from({ length: NOTES }, (_, n) => noteFact(`here-${mark}-${n}`, '这台设备上的'));
  const account = await accountOn(origin, `小红.${mark}`, [theirs]);
  const nickname = dies.isNickname ? await nicknameOn(origin, '红') : undefined;

  const first = await wake(program, profile);
  await study(first.page, origin, { facts: here, ...(nickname && { nickname }) });
  await first.browser.close();

  const second = await wake(program, profile);
  const life = arrive(second.page, origin, account, answer, async (step) => {
    if (step === dies.thinksAt) await pause(dies.thinksMs);
    if (step !== dies.at) return;
    await pause(dies.afterMs);
    await kill(second.browser);
    throw new Error('dead');
  });
  await life.catch(() => {});
  await kill(second.browser); // for whoever was not asked

  const third = await wake(program, profile);
  try {
    // First as anybody comes back, to a page that sends; then to where it goes on.
    await third.page.goto(`${origin}/me/`, { waitUntil: 'networkidle0' });
    const between = await copyOf(origin, account);
    await arrive(third.page, origin, account, answer);
    await seeAllSent(third.page, origin);
    const ids = { theirs: [theirs.id], here: here.map(({ id }) => id).sort() };
    const look = async () => {
      const local = await lookInto(third.page);
      const copies = {
        account: await copyOf(origin, account),
        nickname: nickname && (await copyOf(origin, nickname)),
      };
      const after = { local, server: copies, ids };
      return answer === 'yes'
        ? movedWrongly(after)
        : leftWrongly({ ...after, between, hasCopy: nickname !== undefined });
    };
    // “All sent” is said before what the account has is here; what does not belong somewhere never goes away again.
    let found = await look();
    for (let tries = 0; found.length > 0 && tries < 50; tries += 1) {
      await pause(200);
      found = await look();
    }
    return found;
  } finally {
    await third.browser.close();
  }
}

/** @typedef {{ theirs: string[], here: string[] }} Ids */
/** @typedef {{ local: Awaited<ReturnType<typeof lookInto>>, server: { account?: string[], nickname?: string[] }, ids: Ids }} After */

/** “Mine”: all of it is the account's, on the device and on the server, and nothing lies anywhere else. @param {After} after */
function movedWrongly({ local, server, ids }) {
  const all = [...ids.theirs, ...ids.here].sort();
  const { owner, records, left } = parts(local);
  return [
    ...differs('the account’s copy', server.account, all),
    ...differs('the account’s record', records[owner]?.facts, all),
    ...differs('its open check', records[owner]?.snapshots, ['check:m1-x']),
    ...differs('its picture', records[owner]?.blobs, ['picture-1']),
    ...differs('what is left elsewhere', left, []),
    ...(server.nickname ? differs('the former copy', server.nickname, []) : []),
  ];
}

/** “Somebody else's”: it lies where it was, and never was in the account's copy. @param {After & { between?: string[], hasCopy: boolean }} after */
function leftWrongly({ local, server, ids, between, hasCopy }) {
  const { owner, records } = parts(local);
  return [
    ...differs('the account’s copy before the answer', between, ids.theirs),
    ...differs('the account’s copy', server.account, ids.theirs),
    ...differs('the account’s record', records[owner]?.facts, ids.theirs),
    ...differs('the record that stays', records['sanxiu-local']?.facts, ids.here),
    ...differs('its open check', records['sanxiu-local']?.snapshots, ['check:m1-x']),
    ...(hasCopy ? differs('its copy', server.nickname, ids.here) : []),
  ];
}

/** @param {After['local']} local */
function parts({ lines, records }) {
  const owner = `sanxiu-${lines.owner ?? 'local'}`;
  const others = Object.entries(records).filter(([name]) => name !== owner);
  return { owner, records, left: others.flatMap(([, { facts = [] }]) => facts) };
}

/** @param {string} what @param {string[] | undefined} found @param {string[]} wanted */
function differs(what, found, wanted) {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
  const missing = wanted.filter((id) => !found?.includes(id)).length;
  const foreign = found?.filter((id) => !wanted.includes(id)).length;
  return [`${what}: ${found ? `${missing} missing, ${foreign} that do not belong there` : 'is not there'}`];
}

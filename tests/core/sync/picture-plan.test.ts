import { describe, expect, test } from 'vitest';
import { namedPictures } from '#core/sync/named-pictures.ts';
import { readFetchedPicture, readSentPicture } from '#core/sync/picture-answer.ts';
import {
  DAY_MS,
  hearPicture,
  nextPicture,
  noted,
  type PictureMark,
  type PictureNotes,
  pictureStep,
} from '#core/sync/picture-plan.ts';
import { pictureBytes } from '../../contract/pictures.ts';
import { PictureDevice, pictureServer, version } from './picture-world.ts';
import { fact } from './world.ts';

const NOTES: PictureNotes = { marks: new Map() };
const notesOf = (marks: Record<string, PictureMark>): PictureNotes => ({
  marks: new Map(Object.entries(marks)),
});

describe('which', () => {
  test('pictures of facts that the server has, each once; not of those it refused or has not yet', () => {
    const facts = [
      version('s1', 'pa', 'pb'),
      fact('f'),
      version('s2', 'pb'),
      version('bad', 'pc'),
      version('new', 'pd'),
    ];
    const named = namedPictures(facts, new Set(['s1', 's2', 'f', 'bad']), new Set(['bad']));
    expect([...named]).toEqual(['pa', 'pb']);
  });

  test('the first that is not done with, and one put off only from its time on', () => {
    const marks = {
      pa: { is: 'settled' },
      pb: { is: 'refused', why: 'too-large' },
      pc: { is: 'put-off', tries: 1, until: 100 },
    } as const;
    expect(nextPicture(notesOf(marks), ['pa', 'pb', 'pc', 'pd'], 99)).toBe('pd');
    expect(nextPicture(notesOf(marks), ['pa', 'pb', 'pc'], 99)).toBeUndefined();
    expect(nextPicture(notesOf(marks), ['pa', 'pb', 'pc'], 100)).toBe('pc');
    // Put off until next year by a clock that was wrong: now.
    const wrong = notesOf({ pc: { is: 'put-off', tries: 1, until: 100 + 365 * DAY_MS } });
    expect(nextPicture(wrong, ['pc'], 100)).toBe('pc');
  });

  test('one that is here is sent, one that is not is fetched; while the server is full nothing is sent', () => {
    expect(pictureStep(NOTES, 'p', true, 1)).toEqual({ do: 'send', id: 'p' });
    expect(pictureStep(NOTES, 'p', false, 1)).toEqual({ do: 'fetch', id: 'p' });
    const full = { ...NOTES, fullUntil: 10 };
    expect(pictureStep(full, 'p', true, 9)).toEqual({ do: 'put-off', id: 'p' });
    expect(pictureStep(full, 'p', false, 9)).toEqual({ do: 'fetch', id: 'p' });
    expect(pictureStep(full, 'p', true, 10)).toEqual({ do: 'send', id: 'p' });
  });
});

describe('what an answer means', () => {
  test.each([
    [200, {}, { status: 'sent' }],
    [201, {}, { status: 'sent' }],
    // The sign-in page of a guest network.
    [200, undefined, { status: 'later', why: 'busy' }],
    [400, undefined, { status: 'refused', why: 'unknown-shape' }],
    [409, undefined, { status: 'refused', why: 'contradicts' }],
    [413, undefined, { status: 'refused', why: 'too-large' }],
    [415, undefined, { status: 'refused', why: 'unknown-shape' }],
    [507, { why: 'quota' }, { status: 'quota' }],
    [507, undefined, { status: 'later', why: 'full' }],
    [503, undefined, { status: 'later', why: 'busy' }],
    [401, undefined, { status: 'ended', why: 'unknown' }],
    [410, undefined, { status: 'ended', why: 'deleted' }],
    // A server of the release before takes facts but no pictures.
    [404, undefined, { status: 'absent' }],
    [405, undefined, { status: 'absent' }],
  ])('sent, %i %j', (status, json, answer) => {
    expect(readSentPicture({ status, json })).toEqual(answer);
  });

  test('nothing comes back: later', () => {
    expect(readSentPicture(undefined)).toEqual({ status: 'later', why: 'offline' });
    expect(readFetchedPicture(undefined, 9)).toEqual({ status: 'later', why: 'offline' });
    expect(readSentPicture({ status: 503, json: undefined, retryAfter: 5 })).toMatchObject({
      retryAfterMs: 5_000,
    });
  });

  test('fetched: what its bytes are, never what somebody says; nothing larger than is kept here', () => {
    const bytes = pictureBytes(1, 40, 'webp');
    const reply = { status: 200, json: undefined };
    expect(readFetchedPicture({ ...reply, bytes }, 40)).toEqual({
      status: 'fetched',
      type: 'image/webp',
      bytes,
    });
    expect(readFetchedPicture({ ...reply, bytes }, 39)).toEqual({ status: 'refused', why: 'too-large' });
    const page = new TextEncoder().encode('<!doctype html><p>Sign in');
    expect(readFetchedPicture({ ...reply, bytes: page }, 999)).toEqual({ status: 'later', why: 'busy' });
    expect(readFetchedPicture({ ...reply, bytes: new Uint8Array(0) }, 999)).toEqual({
      status: 'later',
      why: 'busy',
    });
    expect(readFetchedPicture(reply, 999)).toEqual({ status: 'later', why: 'busy' });
    expect(readFetchedPicture({ status: 404, json: undefined }, 999)).toEqual({ status: 'absent' });
    expect(readFetchedPicture({ status: 410, json: undefined }, 999)).toEqual({
      status: 'ended',
      why: 'deleted',
    });
  });
});

describe('what is written down', () => {
  const fetch = { do: 'fetch', id: 'p' } as const;
  const send = { do: 'send', id: 'p' } as const;

  test('not there: a minute, two, four, at most a day', () => {
    let notes = NOTES;
    const waits: number[] = [];
    for (let tries = 0; tries < 13; tries += 1) {
      notes = noted(notes, hearPicture(notes, fetch, { status: 'absent' }, 1_000));
      const mark = notes.marks.get('p');
      if (mark?.is === 'put-off') waits.push((mark.until - 1_000) / 60_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]);
  });

  test('fetched and no room here: it counts as not here', () => {
    const answer = { status: 'fetched', type: 'image/jpeg', bytes: pictureBytes() } as const;
    expect(hearPicture(NOTES, fetch, answer, 0, false).marks).toEqual([
      ['p', { is: 'put-off', tries: 1, until: 60_000 }],
    ]);
    expect(hearPicture(NOTES, fetch, answer, 0, true).marks).toEqual([['p', { is: 'settled' }]]);
  });

  test('later and ended change nothing', () => {
    for (const answer of [
      { status: 'later', why: 'busy' },
      { status: 'ended', why: 'unknown' },
    ] as const)
      expect(hearPicture(NOTES, send, answer, 0)).toEqual({ marks: [] });
  });
});

test('a full quota: one picture is tried a day, others are still fetched, and all go once there is room', () => {
  const server = pictureServer(1);
  const [a, b] = [new PictureDevice(), new PictureDevice()];
  for (const n of [1, 2, 3]) a.photograph(`s${n}`, `p${n}`);
  a.rest(server, 0);
  expect(server.sent).toEqual(['p1', 'p2']);
  expect(a.notes.marks.get('p3')).toEqual({ is: 'put-off', tries: 1, until: DAY_MS });
  b.rest(server, 0);
  expect([...b.pictures.keys()]).toEqual(['p1']);
  a.rest(server, DAY_MS - 1);
  expect(server.sent).toHaveLength(2);
  a.rest(server, DAY_MS);
  expect(server.sent).toEqual(['p1', 'p2', 'p2']);
  server.room.quota = 9;
  a.rest(server, 2 * DAY_MS);
  expect([...server.pictures.keys()]).toEqual(['p1', 'p2', 'p3']);
  expect(a.notes.fullUntil).toBe(0);
  b.look();
  b.rest(server, 2 * DAY_MS);
  expect([...b.pictures.keys()].sort()).toEqual(['p1', 'p2', 'p3']);
});

test('a picture that nobody else has yet is not waited for: the others come', () => {
  const server = pictureServer();
  const [a, b] = [new PictureDevice(), new PictureDevice()];
  a.photograph('s1', 'p1');
  a.photograph('s2', 'p2');
  a.pictures.delete('p1'); // lost with the phone it was taken on
  a.rest(server, 0);
  b.rest(server, 0);
  expect([...b.pictures.keys()]).toEqual(['p2']);
});

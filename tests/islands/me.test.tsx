import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { progress } from '#core/progress/progress.ts';
import { accountStrings } from '#i18n/account.ts';
import { cohortStrings } from '#i18n/cohorts.ts';
import { meStrings } from '#i18n/me.ts';
import { syncStrings } from '#i18n/me-sync.ts';
import { Abilities } from '#islands/me/Abilities.tsx';
import { Confidence } from '#islands/me/Confidence.tsx';
import { MePage } from '#islands/me/MePage.tsx';
import type { MeLesson } from '#islands/me/me-props.ts';
import { nextStep } from '#islands/me/next-step.ts';
import { completed, opened, points, responded, submitted } from '../core/progress/facts.ts';

const lessons: MeLesson[] = [
  {
    id: 'm1-a',
    number: 1,
    realm: 'xin',
    title: '选择的力量',
    url: '/learn/m1-a/',
    objectives: [
      { id: 'O1', text: '做第一件' },
      { id: 'O2', text: '做第二件' },
    ],
    blocks: { 'm1-a.q1': 'key-idea' },
  },
  { id: 'm1-b', number: 2, realm: 'xin', title: '下一课', url: '/learn/m1-b/', objectives: [] },
  { id: 'm1-c', number: 3, realm: 'xin', title: '没写好', objectives: [] },
];
const props = {
  language: 'zh',
  strings: meStrings('zh'),
  sync: syncStrings('zh'),
  cohort: cohortStrings('zh'),
  joinPath: '/join/',
  account: accountStrings('zh'),
  paths: { signIn: '/sign-in/', cohorts: '/cohorts/', admin: '/admin/' },
  lessons,
  scenarios: {},
  sheets: {},
} as const;
type Facts = Parameters<typeof progress>[0];
const next = (facts: Facts) => nextStep(progress(facts, { lessons }).lessons, lessons);
const shown = (facts: Facts) =>
  renderToString(<Abilities progress={progress(facts, { lessons })} isEmpty={false} {...props} />);

test('a learner is sent back to what was left open, then to what is new, never to an unwritten lesson', () => {
  expect(next([])).toMatchObject({ lesson: { id: 'm1-a' }, state: 'new', objective: '做第一件' });
  expect(next([opened({ id: '1', at: 1, lessonId: 'm1-b' })])).toMatchObject({
    lesson: { id: 'm1-b' },
    state: 'open',
  });
  const done = completed({ id: '2', at: 2 });
  expect(next([done])).toMatchObject({ lesson: { id: 'm1-b' }, state: 'new' });
  expect(next([done, completed({ id: '3', at: 3, lessonId: 'm1-b' })])).toBeUndefined();
});

test('of two lessons left open the one worked on last comes first', () => {
  const [a, b] = [submitted({ id: '1', at: 5 }), opened({ id: '2', at: 9, lessonId: 'm1-b' })];
  expect(next([a, b])?.lesson.id).toBe('m1-b');
  expect(next([{ ...a, at: 10 }, b])).toMatchObject({ lesson: { id: 'm1-a' }, state: 'tried' });
});

test('what is shown and what needs another thought stand in their own lists; old records keep their place', () => {
  const html = shown([
    responded({ id: '1', at: 1 }),
    responded({ id: '2', at: 2, itemId: 'm1-a.q2', objective: 'O2', score: points(0.25) }),
    responded({ id: '3', at: 3, lessonId: 'm9-gone', objective: 'O4' }),
  ]);
  const [can, again] = html.split('id="me-again"');
  expect(can).toContain('做第一件');
  expect(again).toContain('做第二件');
  expect(again).toContain('目前拿到25%的分');
  expect(can).toContain('课里已经没有的一条（O4）');
  expect(can).toContain('课程里已经没有的一课（m9-gone）');
});

test('an item that was sure but wrong links to the block that teaches it', () => {
  const facts = [responded({ id: '1', at: 1, confidence: 'sure', score: points(0) })];
  const html = renderToString(<Confidence progress={progress(facts, { lessons })} {...props} />);
  expect(html).toContain('1题确定但答错了');
  expect(html).toContain('href="/learn/m1-a/#key-idea"');
  expect(html).not.toContain('style=');
});

test('nobody who never said how sure they were is shown a calibration', () => {
  const facts = [responded({ id: '1', at: 1 })];
  expect(renderToString(<Confidence progress={progress(facts, { lessons })} {...props} />)).toBe('');
});

test('the page as served has its heading and no inline style, which its policy would refuse', () => {
  for (const language of ['zh', 'en'] as const) {
    const html = renderToString(
      <MePage
        language={language}
        strings={meStrings(language)}
        sync={syncStrings(language)}
        cohort={cohortStrings(language)}
        joinPath="/join/"
        account={accountStrings(language)}
        paths={props.paths}
        lessons={lessons}
        scenarios={{}}
        sheets={{}}
      />,
    );
    expect(html).toContain(`<h1>${meStrings(language).heading}</h1>`);
    expect(html).not.toContain('style=');
  }
});

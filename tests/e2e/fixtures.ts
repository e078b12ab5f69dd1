import { test as base, type ConsoleMessage, expect } from '@playwright/test';
import { LessonPage } from './models/lesson-page.ts';

/** The browser's own line about a request of a page whose network a test has switched off: asking is no mistake. */
const SWITCHED_OFF = /ERR_INTERNET_DISCONNECTED/;

/** Every test fails on an error in the console or an uncaught one, unless it says which it expects. */
export const test = base.extend<{ lesson: LessonPage; expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const problems: string[] = [];
    const note = (text: string) => {
      if (![SWITCHED_OFF, ...expectedErrors].some((expected) => expected.test(text))) problems.push(text);
    };
    page.on('console', (message: ConsoleMessage) => message.type() === 'error' && note(message.text()));
    page.on('pageerror', (error) => note(String(error)));
    await use(page);
    expect(problems, 'errors in the browser console').toEqual([]);
  },
  lesson: async ({ page }, use) => use(new LessonPage(page)),
});

export { expect };

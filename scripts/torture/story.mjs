// What a learner does with a lesson, step by step, in any browser that driver.mjs can drive.
import { answerItem } from '../answer-item.mjs';
import { until } from './driver.mjs';

const LESSON = '/learn/m2-fab-pitch/';

/** Once the attempt has taken the place of the form in the page. */
const isAlive = () => document.querySelector('#check form.item:not([data-first])') !== null;
const hasFeedback = () => (document.querySelector('#check .feedback')?.textContent ?? '').length > 10;
/** Which item, in both languages: the figures of "question 2 of 5". */
const position = () =>
  document.querySelector('#check .item .label')?.textContent?.match(/\d+/g)?.join(' of ');
/** What was chosen, placed or written, in the order on screen. */
const given = () =>
  [
    ...document.querySelectorAll(
      '#check .options input, #check textarea, #check .placed li, #check .order li',
    ),
  ]
    .map((one) => {
      if (one instanceof HTMLInputElement) return `${one.value}:${one.checked}`;
      return one instanceof HTMLTextAreaElement ? one.value : one.textContent;
    })
    .join('|');

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)}, expected ${String(expected)}`);
}

/**
 * @param {import('./driver.mjs').Driver} driver
 * @param {string} origin
 * @returns {[string, () => Promise<void>][]} each builds on the one before.
 */
export function storyOf(driver, origin) {
  const go = '#check button[type=submit]';
  const alive = () => until(driver, 'the check is alive', isAlive);
  /** @type {{ position?: string, given?: string }} */
  const seen = {};
  const remember = async () => {
    seen.position = await driver.run(position);
    seen.given = await driver.run(given);
  };
  const isRemembered = async () => {
    same(await driver.run(position), seen.position, 'item');
    same(await driver.run(given), seen.given, 'what was given');
  };

  return [
    [
      'home opens and leads to the lesson',
      async () => {
        await driver.open(`${origin}/`);
        await driver.click(`a[href="${LESSON}"]`);
        await until(driver, 'the lesson', (path) => location.pathname === path, LESSON);
        await until(driver, 'its heading', () => document.querySelector('article h1')?.textContent);
      },
    ],
    [
      'the sorter answers',
      async () => {
        await driver.run(() => document.querySelector('#sort-nine')?.scrollIntoView());
        await until(driver, 'its bins', () => document.querySelectorAll('#sort-nine .bin').length === 3);
        // Until the island is alive a click is lost: a learner would tap again.
        await until(driver, 'a word on the card', () => {
          const bin = /** @type {HTMLElement | null} */ (document.querySelector('#sort-nine .bin'));
          if (!document.querySelector('#sort-nine .nudge')) bin?.click();
          return document.querySelector('#sort-nine .nudge') !== null;
        });
      },
    ],
    [
      'its first card goes where it belongs',
      async () => {
        for (let bin = 1; bin <= 3; bin += 1) {
          if (await driver.run(() => document.querySelector('#sort-nine .placed') !== null)) return;
          await driver.click(`#sort-nine .bin:nth-child(${bin})`);
        }
        await until(driver, 'a placed card', () => document.querySelector('#sort-nine .placed') !== null);
      },
    ],
    [
      'the check is in view and an option can be chosen',
      async () => {
        await driver.open(`${origin}${LESSON}#check`);
        await alive();
        await driver.run(answerItem);
        await until(
          driver,
          'the button accepts',
          (selector) => {
            return document.querySelector(selector)?.getAttribute('aria-disabled') !== 'true';
          },
          go,
        );
      },
    ],
    [
      'checking the first item shows feedback',
      async () => {
        await driver.click(go);
        await until(driver, 'feedback', hasFeedback);
        await remember();
      },
    ],
    [
      'a reload comes back to the same item, answer and feedback',
      async () => {
        await driver.reload();
        await alive();
        await until(driver, 'feedback', hasFeedback);
        await isRemembered();
      },
    ],
    [
      'the next item, answered but not checked, survives a reload',
      async () => {
        const before = seen.position;
        await driver.click(go);
        await until(
          driver,
          'another item',
          (old) => {
            const label = document.querySelector('#check .item .label')?.textContent ?? '';
            return label.match(/\d+/g)?.join(' of ') !== old;
          },
          before,
        );
        await driver.run(answerItem);
        await remember();
        await driver.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
        await driver.reload();
        await alive();
        await isRemembered();
      },
    ],
    [
      'in English it is the same item',
      async () => {
        await driver.click('[data-language-switch]');
        await until(driver, 'the English page', (path) => location.pathname === path, `/en${LESSON}`);
        await driver.run(() => document.querySelector('#check')?.scrollIntoView());
        await alive();
        same(await driver.run(position), seen.position, 'item');
      },
    ],
    [
      'the record shows the lesson',
      async () => {
        await driver.open(`${origin}/me/`);
        await until(
          driver,
          'the lesson in the record',
          (path) => {
            return document.querySelector(`main a[href^="${path}"]`) !== null;
          },
          LESSON,
        );
      },
    ],
    [
      'dark is chosen, and stays',
      async () => {
        await until(
          driver,
          'the choice of colours',
          () => document.querySelectorAll('input[name=theme]').length === 3,
        );
        await driver.run(() => {
          /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('input[name=theme]'))[2]?.click();
        });
        await driver.open(`${origin}/`);
        await until(driver, 'a dark page', () => {
          const [red = 255, green = 255, blue = 255] = luminance();
          return document.documentElement.dataset.theme === 'dark' && Math.max(red, green, blue) < 80;
          /** The page's colour as the screen has it, whatever its notation. */
          function luminance() {
            const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
            const paint = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
            const colour = [document.body, document.documentElement]
              .map((one) => getComputedStyle(one).backgroundColor)
              .find((one) => one !== 'rgba(0, 0, 0, 0)');
            paint.fillStyle = colour ?? 'white';
            paint.fillRect(0, 0, 1, 1);
            return paint.getImageData(0, 0, 1, 1).data;
          }
        });
      },
    ],
    ['no error was reported', async () => same(driver.problems().join(' | '), '', 'errors')],
  ];
}

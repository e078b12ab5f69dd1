// What a page may cost before a learner has touched it. The build fails when a page is over: a slow page is a defect.

/**
 * @typedef {object} Weight what scripts/build/weigh.mjs measures, bytes in brotli.
 * @property {number} htmlBytes
 * @property {number} externalJsBytes scripts named by the HTML itself: `script src`, `modulepreload`.
 * @property {number} firstViewRequests the page and what its HTML makes every browser fetch before scrolling.
 *
 * @typedef {object} Limit
 * @property {keyof Weight} what
 * @property {number} atMost
 * @property {string} why a sentence for whoever hits it.
 *
 * @typedef {object} Budget
 * @property {string} kind
 * @property {RegExp} pages tested against the address, e.g. `/en/learn/m2-fab-pitch/`.
 * @property {readonly Limit[]} limits
 */

/** @type {readonly Budget[]} */
export const BUDGETS = [
  {
    kind: 'lesson',
    pages: /^\/(en\/)?learn\/[^/]+\/$/,
    limits: [
      {
        what: 'externalJsBytes',
        atMost: 5_000,
        why: 'A lesson is for reading first: its boards and its check load when they come into view.',
      },
      {
        what: 'firstViewRequests',
        atMost: 5,
        why: 'On a weak network each request before the first line costs a round trip (performance.md, P4).',
      },
      {
        what: 'htmlBytes',
        atMost: 35_000,
        why: 'Text, styles and drawings of a lesson arrive in one answer; over this it is too long for one lesson.',
      },
    ],
  },
];

// What a page may cost a learner. The build fails when a page is over: a slow page is a defect.

/**
 * @typedef {object} FirstWeight what scripts/build/weigh.mjs measures before a learner touches a page, bytes in brotli.
 * @property {number} htmlBytes
 * @property {number} externalJsBytes scripts of the HTML (`script src`, `modulepreload`) and what they import at once.
 * @property {number} firstViewRequests the page and what its HTML makes every browser fetch before scrolling.
 *
 * @typedef {object} UsedWeight the same once everything on the page was used, bytes in brotli.
 * @property {number} checkJsBytes scripts of a visit that comes for the check and answers a sorting item among others.
 * @property {number} usedJsBytes every script the page can come to load, islands and what they import included.
 * @property {number} largestViewBytes the heaviest part that an island fetches only when it needs it, e.g. an item view.
 *
 * @typedef {FirstWeight & UsedWeight} Weight
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
      {
        what: 'checkJsBytes',
        atMost: 42_000,
        why: 'On a slow phone each further 10 kB is a twentieth of a second before the check is alive. The issue allowed 90 kB, with React; without it nobody may spend what was won (decision 0010).',
      },
      {
        what: 'usedJsBytes',
        atMost: 74_000,
        why: 'Everything a page can come to load: its boards, the check, the views of all eleven item types, whether its pool has them or not, and where a lesson has a worksheet, that, once it is unfolded (15 kB).',
      },
      {
        what: 'largestViewBytes',
        atMost: 4_000,
        why: 'An item view is fetched when an item needs it; a heavy one brings something that belongs elsewhere.',
      },
    ],
  },
  {
    kind: 'toolbox',
    pages: /^\/(en\/)?toolbox\/[^/]+\/$/,
    limits: [
      {
        what: 'usedJsBytes',
        atMost: 31_000,
        why: 'A worksheet is opened in the store, on whatever network there is.',
      },
      {
        what: 'htmlBytes',
        atMost: 35_000,
        why: 'The sheet itself is in the page: its fields, its example, a blank form for paper.',
      },
    ],
  },
  {
    kind: 'sign-in',
    pages: /^\/(en\/)?sign-in\/$/,
    limits: [
      {
        what: 'usedJsBytes',
        atMost: 40_000,
        why: 'Signing in happens on any phone and any network: the ways in, the one question, the moving of a record, and syncing for whoever makes an account here (8 kB). The passkey ceremony comes only when asked for.',
      },
      {
        what: 'htmlBytes',
        atMost: 14_000,
        why: 'The page is a frame; its words travel once, for the island.',
      },
    ],
  },
  {
    kind: 'practice',
    pages: /^\/(en\/)?practice\/[^/]+\/[^/]+\/$/,
    limits: [
      {
        what: 'usedJsBytes',
        atMost: 96_000,
        why: 'Engine, talk, tasks of one simulator, debrief and level 3. The issue allows 120 kB; a role-play is fetched between two visits, on whatever network there is.',
      },
      {
        what: 'htmlBytes',
        atMost: 35_000,
        why: 'The briefing is text to be read at once; the role-play itself comes in its own file.',
      },
    ],
  },
];

/**
 * @typedef {object} FileBudget
 * @property {string} kind
 * @property {RegExp} files tested against the address.
 * @property {number} atMost bytes in brotli.
 * @property {string} why a sentence for whoever hits it.
 */

/** @type {readonly FileBudget[]} */
export const FILE_BUDGETS = [
  {
    kind: 'syncing',
    files: /^\/_astro\/(own-sync|sync-api|open-pictures|await-picture)\.[^/]+\.js$/,
    atMost: 3_600,
    why: 'Whoever has turned syncing on loads it on every page that opens the record, and what is for pictures once a worksheet has one; nobody else does. 0.1 kB of it is what keeps one bad fact from holding up the others.',
  },
  {
    kind: 'xAPI export',
    files: /^\/_astro\/own-statements\.[^/]+\.js$/,
    atMost: 3_000,
    why: 'Everybody who opens /me fetches it, so that the export works without a network; few ever press it.',
  },
  {
    kind: 'role-play',
    files: /^\/_content\/practice\/[a-z]-[a-z]\.[0-9a-f]+\.(zh|en)\.json$/,
    atMost: 40_000,
    why: 'A role-play in one language is fetched before its first line is heard; over this it is more than one role-play.',
  },
];

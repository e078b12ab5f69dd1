// The tables of `npm run bench:server`.
import { median, ms, ratio, table } from '../table.mjs';

/** @typedef {import('./load.mjs').LoadFigures} Figures */
/** @typedef {import('./in-process.ts').Turn} Turn */
/** @typedef {Record<'empty' | 'cookie' | 'parse' | 'check' | 'save', Figures[]>} Turns One of each a round. */

/**
 * @typedef {object} Measured
 * @property {Record<'useCase' | 'groups' | 'unsynced', Turn[]>} inProcess
 * @property {Turns} many over 64 connections.
 * @property {{ raw: Figures[], save: Figures[] }} one over one connection.
 * @property {Figures} sync
 */

/** @template T @param {readonly T[]} turns @param {(turn: T) => number} of */
const middle = (turns, of) => median(turns.map(of));

/** Round by round, then the middle one. @template T @param {readonly T[]} left @param {readonly T[]} right @param {(turn: T) => number} of */
const ratios = (left, right, of) =>
  median(left.map((turn, round) => of(turn) / of(/** @type {T} */ (right[round])))).toFixed(2);

const rate = (/** @type {{ perSecond: number }} */ { perSecond }) => perSecond;
/** Null: a turn without a single answer, as JSON carries it. @param {number | null} value */
const exact = (value) => (value === null || Number.isNaN(value) ? '–' : value.toFixed(2));

/** @param {string} name @param {Measured & { disk: number, astro: number }} measured */
export function showBudgets(name, { inProcess, many, one, sync, disk, astro }) {
  const { useCase, groups } = inProcess;
  const slowDisk = disk <= 5_000;
  const [uses, save] = [middle(useCase, rate), middle(many.save, rate)];
  const half = (/** @type {Figures} */ { p50Ms }) => p50Ms;
  const cpu = (/** @type {Figures} */ { serverUs }) => serverUs;
  console.log(`\n${name}\n`);
  console.log(
    table([
      ['', 'measured', 'beside', 'ratio', 'budget'],
      [
        'saves/s at the use case, 64 callers; beside: syncs/s of the disk',
        ms(uses),
        ms(disk),
        ratio(uses, disk),
        slowDisk ? '≥ 2.5' : '–',
      ],
      [
        'the same; beside: its statements in groups of 64',
        ms(uses),
        ms(middle(groups, rate)),
        ratios(useCase, groups, rate),
        slowDisk ? '–' : '≥ 0.8',
      ],
      [
        'saves/s through HTTP, 64 connections; beside: empty route, past Astro',
        ms(save),
        ms(middle(many.empty, rate)),
        ratios(many.save, many.empty, rate),
        '≥ 0.8 read strictly',
      ],
      [
        'CPU of the server for an empty request, µs; beside: for a save',
        exact(middle(many.empty, cpu)),
        exact(middle(many.save, cpu)),
        ratios(many.empty, many.save, cpu),
        '–',
      ],
      ['the saves; beside: empty route through Astro', ms(save), ms(astro), ratio(save, astro), '≥ 0.8'],
      ['p99 of these saves, ms', exact(middle(many.save, ({ p99Ms }) => p99Ms)), '', '', '≤ 25'],
      [
        'one connection, ms; beside: a raw durable insert in an empty request',
        exact(middle(one.save, half)),
        exact(middle(one.raw, half)),
        ratios(one.save, one.raw, half),
        '≤ 1.5',
      ],
      ['sync of 50 facts, p99, ms', exact(sync.p99Ms), '', '', '≤ 50'],
      ['facts/s in batches of 50, one connection', ms(sync.perSecond * 50), '', '', '–'],
    ]),
  );
}

/**
 * What a save is made of: of each step the turn that was disturbed least, for whatever disturbs makes it longer.
 * @param {string} name @param {Measured} measured
 */
export function showFloor(name, { inProcess, many }) {
  /** @template T @param {readonly T[]} turns @param {(turn: T) => number} of */
  const least = (turns, of) => Math.min(...turns.map(of).filter(Number.isFinite));
  const server = (/** @type {Figures} */ { serverUs }) => serverUs;
  const step = (/** @type {string} */ label, /** @type {Figures[]} */ to, /** @type {Figures[]} */ from) => [
    label,
    exact(least(to, server) - least(from, server)),
    '',
    '',
  ];
  const whole = (/** @type {string} */ label, /** @type {Figures[]} */ turns) => [
    label,
    exact(least(turns, server)),
    exact(least(turns, ({ databaseUs }) => databaseUs)),
    exact(least(turns, (turn) => 1e6 / rate(turn))),
  ];
  const store = (/** @type {string} */ label, /** @type {Turn[]} */ turns) => [
    label,
    exact(least(turns, ({ cpuUs }) => cpuUs)),
    exact(least(turns, ({ databaseUs }) => databaseUs)),
    exact(least(turns, (turn) => 1e6 / rate(turn))),
  ];
  console.log(`\n${name}: a save's time, µs for one fact\n`);
  console.log(
    table([
      ['', 'CPU of the server', 'CPU of the database', 'wall'],
      whole('empty POST: listener, body read to its end, answer', many.empty),
      step('+ cookie', many.cookie, many.empty),
      step('+ JSON.parse', many.parse, many.cookie),
      step('+ check of the fact, answer made', many.check, many.parse),
      step('+ row, group, statements, durable commit', many.save, many.check),
      whole('= save', many.save),
      store('without HTTP: statements and commit of 64, not synced', inProcess.unsynced),
      store('the same, synced', inProcess.groups),
      ['the generator, for an empty request', exact(least(many.empty, ({ loadUs }) => loadUs)), '', ''],
    ]),
  );
}

import type { Level } from '../scenario.ts';
import type { ByHeart } from './by-heart.ts';
import { dossierFigure } from './dossier.ts';
import type { Row, Version } from './measure.ts';
import { passRatio } from './sample.ts';

/** The proof table as text: mean score / share of runs that pass in per cent, the dossier's figures below ours. */

export interface ExpertRow {
  scenario: string;
  level: Level;
  /** Lowest score over all versions, and how many there are. */
  lowest: number;
  n: number;
}

const ONE_TAG = 'one tag';
const COLUMN = 13;

/** Columns of a level, in the order of the dossier. */
const COLUMNS: Readonly<Record<Level, readonly string[]>> = {
  1: [
    'random',
    'mediocre',
    'polite',
    'pushy',
    'longest',
    'shortest',
    'ends ？',
    'most digits',
    'most 您',
    ONE_TAG,
    'deskpro',
    'talkpro',
  ],
  2: ['random', 'mediocre', 'polite', 'pushy', ONE_TAG, 'parrot', 'sweep', 'deskpro', 'talkpro'],
  3: ['random', 'mediocre', 'polite', 'pushy', ONE_TAG, 'parrot', 'sweep', 'deskpro', 'talkpro'],
};

interface Cell {
  mean: number;
  /** Per cent. */
  passes: number;
  how: string;
}

const inPercent = (ratio: number) => Math.round(1000 * ratio) / 10;

/** Of the one-tag players the worst mean and the worst share of passes. */
function cellOf(rows: readonly Row[], player: string): Cell | undefined {
  const own = rows.filter((row) => (player === ONE_TAG ? row.isOneTag : row.player === player));
  if (own.length === 0) return undefined;
  const [worst] = [...own].sort((a, b) => b.sample.mean - a.sample.mean);
  return {
    mean: Math.max(...own.map(({ sample }) => sample.mean)),
    passes: inPercent(Math.max(...own.map(({ sample }) => passRatio(sample)))),
    how: worst?.isProven ? 'proven' : `n ${Math.min(...own.map(({ sample }) => sample.n))}`,
  };
}

const shown = ({ mean, passes }: { mean: number; passes: number }) => `${Math.round(mean)}/${passes}`;
const line = (head: string, cells: readonly string[]) =>
  [head.padEnd(18), ...cells.map((cell) => cell.padEnd(COLUMN))].join('').trimEnd();

/** One level: for each scenario and version our figures, how they were come by, and the dossier's. */
export function levelTable(level: Level, rows: readonly Row[], experts: readonly ExpertRow[]): string {
  const scenarios = [...new Set(rows.filter((row) => row.level === level).map(({ scenario }) => scenario))];
  const head = line(`Level ${level}`, ['expert', ...COLUMNS[level]]);
  const body = scenarios.flatMap((scenario) => {
    const own = rows.filter((row) => row.scenario === scenario && row.level === level);
    const versions = [...new Set(own.map(({ version }) => version))];
    const expert = experts.find((one) => one.scenario === scenario && one.level === level);
    const dossier = ['expert', ...COLUMNS[level]].map((player) => {
      const figure = dossierFigure(scenario, level, player);
      return figure ? (player === 'expert' ? String(figure.mean) : shown(figure)) : '–';
    });
    return [
      ...versions.flatMap((version) => versionLines(scenario, level, version, own, expert)),
      line('     dossier', dossier),
    ];
  });
  return [head, ...body].join('\n');
}

function versionLines(
  scenario: string,
  level: Level,
  version: Version,
  own: readonly Row[],
  expert: ExpertRow | undefined,
): string[] {
  const cells = COLUMNS[level].map((player) =>
    cellOf(
      own.filter((row) => row.version === version),
      player,
    ),
  );
  const best = expert ? String(Math.round(expert.lowest)) : '–';
  const proof = expert ? `proven ${expert.n}` : '–';
  return [
    line(`${scenario}  ${version}`, [best, ...cells.map((cell) => (cell ? shown(cell) : '–'))]),
    line('', [proof, ...cells.map((cell) => cell?.how ?? '–')]),
  ];
}

export interface Deviation {
  scenario: string;
  level: Level;
  player: string;
  here: number;
  dossier: number;
}

/** Means that differ from the dossier's, the largest first; scenarios as written only. */
export function deviations(rows: readonly Row[]): Deviation[] {
  const written = rows.filter(({ version }) => version === 'as written');
  const places = [...new Set(written.map(({ scenario, level }) => `${scenario} ${level}`))];
  const found = places.flatMap((place) => {
    const [scenario = '', name] = place.split(' ');
    const level = Number(name) as Level;
    const own = written.filter((row) => row.scenario === scenario && row.level === level);
    return COLUMNS[level].flatMap((player) => {
      const here = cellOf(own, player)?.mean;
      const dossier = dossierFigure(scenario, level, player)?.mean;
      return here === undefined || dossier === undefined ? [] : [{ scenario, level, player, here, dossier }];
    });
  });
  return found.sort((a, b) => Math.abs(b.here - b.dossier) - Math.abs(a.here - a.dossier));
}

/** How far somebody gets who learnt the best replies by heart. */
export function byHeartTable(all: readonly { scenario: string; heart: ByHeart }[]): string {
  const head = line('Learnt by heart', ['mean', 'passes %', 'at forks', 'when drawn', 'n']);
  const body = all.map(({ scenario, heart }) =>
    line(scenario, [
      heart.mean.toFixed(1),
      String(inPercent(heart.passRatio)),
      `${Math.round(100 * heart.bestAtForks)}%`,
      `${Math.round(100 * heart.bestWhenForked)}%`,
      String(heart.n),
    ]),
  );
  return [head, ...body].join('\n');
}

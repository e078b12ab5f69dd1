import type { Level } from '../scenario.ts';

/**
 * Figures of the reference model, to be printed beside ours: mean score / share of runs that pass in per cent, 500 runs
 * (200 for the worst of the one-tag players). Its random source was another one.
 * @see shared design: simulators.md §7.
 */

const PLAYERS: Readonly<Record<Level, readonly string[]>> = {
  1: [
    'expert',
    'random',
    'mediocre',
    'polite',
    'pushy',
    'longest',
    'shortest',
    'ends ？',
    'most digits',
    'most 您',
    'one tag',
    'deskpro',
    'talkpro',
  ],
  2: ['expert', 'random', 'mediocre', 'polite', 'pushy', 'one tag', 'parrot', 'sweep', 'deskpro', 'talkpro'],
  3: ['expert', 'random', 'mediocre', 'polite', 'pushy', 'deskpro', 'talkpro'],
};

const FIGURES: Readonly<Record<Level, Readonly<Record<string, string>>>> = {
  1: {
    'f-a':
      '100 · 38/0.2 · 63/33.8 · 39/0 · 33/0 · 34/0 · 37/0 · 40/1 · 47/0 · 34/0 · 44/1 · 64/11.8 · 53/14.4',
    'f-b':
      '100 · 41/1.2 · 64/33.6 · 38/0.2 · 33/0 · 20/0 · 45/0 · 47/1.6 · 42/1.4 · 26/0 · 43/2 · 62/11.2 · 55/14.4',
    'f-c': '100 · 31/0.6 · 62/28.8 · 43/0.8 · 26/0 · 0/0 · 40/0 · 42/0 · 25/0 · 39/0 · 44/1 · 49/9 · 52/4.6',
    'd-a': '100 · 23/0 · 58/19.4 · 30/0 · 5/0 · 20/0 · 37/0 · 26/0 · 30/0 · 17/0 · 31/0 · 32/0.2 · 72/14.8',
    'd-b': '96 · 17/0 · 49/16 · 16/0 · 7/0 · 9/0 · 15/0 · 14/0.2 · 31/0 · 22/0 · 25/0.5 · 20/0.6 · 72/17.8',
    'd-c': '100 · 35/0 · 63/24 · 46/0 · 10/0 · 45/0 · 28/0 · 42/0 · 40/0 · 42/0 · 40/0 · 48/0 · 72/17',
    'r-a': '100 · 33/0 · 55/11 · 28/0 · 26/0 · 40/0 · 28/0 · 34/0 · 43/0 · 35/0 · 34/0 · 56/1.4 · 52/2',
    'r-b': '100 · 31/0 · 56/8.8 · 27/0 · 23/0 · 37/0 · 28/0 · 28/0 · 39/0 · 35/0 · 34/0 · 60/5 · 52/1.8',
    'r-c': '100 · 30/0 · 53/10 · 27/0 · 21/0 · 44/0 · 27/0 · 32/0 · 38/0 · 27/0 · 32/0 · 56/1.8 · 51/3.4',
  },
  2: {
    'f-a': '100 · 22/0 · 68/50.6 · 32/1.2 · 23/0 · 41/0 · 49/3.4 · 49/4.4 · 45/0 · 54/15',
    'f-b': '100 · 22/0 · 69/56.2 · 31/0 · 21/0 · 29/0 · 38/0 · 52/7.4 · 42/0 · 54/14.4',
    'f-c': '100 · 17/0 · 64/40.4 · 31/0 · 16/0 · 39/0 · 40/0.2 · 40/0.2 · 34/0 · 51/6',
    'd-a': '100 · 6/0 · 65/36.6 · 35/0 · 2/0 · 30/0 · 48/0 · 47/0 · 7/0 · 73/16.8',
    'd-b': '97 · 6/0 · 61/30.4 · 33/0 · 0/0 · 26/0 · 42/0 · 42/0 · 6/0 · 72/16',
    'd-c': '100 · 5/0 · 56/15.6 · 34/0 · 1/0 · 30/0 · 45/0 · 49/0.2 · 5/0 · 72/16.4',
    'r-a': '100 · 14/0 · 47/3 · 21/0 · 20/0 · 25/0 · 17/0 · 24/0 · 33/0 · 50/0.2',
    'r-b': '100 · 14/0 · 47/1.2 · 22/0 · 18/0 · 20/0 · 23/0 · 28/0 · 32/0 · 48/0',
    'r-c': '100 · 13/0 · 48/3.8 · 19/0 · 19/0 · 25/0 · 16/0 · 21/0 · 35/0 · 51/4.4',
  },
  3: {
    'f-a': '100 · 21/0 · 67/48.6 · 32/1.2 · 21/0 · 43/0 · 54/15',
    'f-b': '100 · 17/0 · 65/47.8 · 31/0 · 17/0 · 33/0 · 54/14.4',
    'f-c': '100 · 12/0 · 61/33 · 31/0 · 13/0 · 24/0 · 51/6',
    'd-a': '100 · 6/0 · 65/36.6 · 33/0 · 2/0 · 7/0 · 73/16.8',
    'd-b': '97 · 6/0 · 53/15.4 · 29/0 · 1/0 · 6/0 · 72/16',
    'd-c': '100 · 5/0 · 55/14.2 · 34/0 · 1/0 · 5/0 · 72/16.4',
    'r-a': '100 · 14/0 · 47/3 · 21/0 · 20/0 · 33/0 · 50/0.2',
    'r-b': '100 · 10/0 · 45/1.2 · 22/0 · 14/0 · 22/0 · 48/0',
    'r-c': '100 · 13/0 · 47/3.4 · 18/0 · 19/0 · 35/0 · 51/4.4',
  },
};

/** What the reference model found; `undefined` where it did not play. */
export function dossierFigure(
  scenario: string,
  level: Level,
  player: string,
): { mean: number; passes: number } | undefined {
  const cell = FIGURES[level][scenario]?.split(' · ')[PLAYERS[level].indexOf(player)];
  if (!cell) return undefined;
  const [mean = '', passes] = cell.split('/');
  return { mean: Number(mean), passes: Number(passes ?? 100) };
}

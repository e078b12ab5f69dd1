import type { Text } from '../../model/text.ts';
import { HONEST_TAGS, LOW_TAGS } from '../moves.ts';
import type { Option, Turn } from '../scenario.ts';
import type { MoveTag, Quality } from '../scenario-move.ts';
import { type Chance, pick } from './chance.ts';
import { playTask } from './play-task.ts';
import type { Player, Table } from './player.ts';

/** Players of level 1: rules by which one might choose among options without listening (simulators.md §7). */

export type Choose = (table: Table, options: readonly Option<Text>[], turn: Turn<Text>) => Option<Text>;

/** @param skill of tasks, 0–1. */
export function guided(id: string, choose: Choose, skill: number): Player {
  return {
    id,
    choose,
    task: (table, task) => playTask(table, task, skill),
    lead: onlyGuided,
    reply: onlyGuided,
    answer: onlyGuided,
  };
}

function onlyGuided(): never {
  throw new RangeError('a guided player chooses among options; play him at level 1');
}

/** Any of the preferred options; without one, any of those left over; without those, any. */
function prefer(
  options: readonly Option<Text>[],
  isLiked: (option: Option<Text>) => boolean,
  isElse: (option: Option<Text>) => boolean,
  chance: Chance,
): Option<Text> {
  const liked = options.filter(isLiked);
  if (liked.length > 0) return pick(liked, chance);
  const others = options.filter(isElse);
  return pick(others.length > 0 ? others : options, chance);
}

const bestOf: Choose = (_, options) =>
  options.find(({ quality }) => quality === 'expert') ?? (options[0] as Option<Text>);
const random: Choose = ({ chance }, options) => pick(options, chance);

const isMild = ({ quality }: Option<Text>) => quality === 'ok' || quality === 'weak';

/** 58 % best, 36 % ok or weak, 6 % error. */
const mediocre: Choose = ({ chance }, options) => {
  const drawn = chance();
  const wanted: readonly Quality[] = drawn < 0.58 ? ['expert'] : drawn < 0.94 ? ['ok', 'weak'] : ['error'];
  return prefer(options, ({ quality }) => wanted.includes(quality), isMild, chance);
};

const POLITE: readonly MoveTag[] = [
  'acknowledge',
  'reflect',
  'paraphrase',
  'summarise',
  'offer_choice',
  'greet_agenda',
  'wait',
];
const PUSHY: readonly MoveTag[] = [
  'pitch_feature',
  'pitch_advantage',
  'pitch_benefit',
  'offer_price_cut',
  'pressure',
  'guarantee',
  'disparage',
  'unsupported_number',
  'absolute',
  'advise',
];

const polite: Choose = ({ chance }, options) =>
  prefer(options, ({ tag }) => POLITE.includes(tag), isMild, chance);
const pushy: Choose = ({ chance }, options) =>
  prefer(
    options,
    ({ tag }) => PUSHY.includes(tag),
    ({ quality }) => quality !== 'expert',
    chance,
  );

/** Whoever has most of something in the Chinese text; among equals any. */
function most(measure: (words: string) => number): Choose {
  return ({ chance }, options) => {
    const measured = options.map((option) => measure(option.text.zh));
    const top = Math.max(...measured);
    return pick(
      options.filter((_, index) => measured[index] === top),
      chance,
    );
  };
}

const count = (words: string, what: RegExp) => words.match(what)?.length ?? 0;
/** Characters without punctuation and spaces. */
const lengthOf = (words: string) => [...words.replace(/[\s，。、；：？！「」『』（）…—]/gu, '')].length;
const asks = (words: string) => Number(/？[」』”]*$/u.test(words));

/** One tag whenever it is offered. */
function withTag(wanted: MoveTag): Choose {
  return ({ chance }, options) =>
    prefer(
      options,
      ({ tag }) => tag === wanted,
      () => true,
      chance,
    );
}

const ORDER: readonly Quality[] = ['expert', 'ok', 'weak', 'error'];

/** The options from best to worst; the last where there are fewer. */
function ranked(place: number): Choose {
  return (_, options) => {
    const sorted = [...options].sort((a, b) => ORDER.indexOf(a.quality) - ORDER.indexOf(b.quality));
    return sorted[Math.min(place, sorted.length - 1)] as Option<Text>;
  };
}

/** Knows the best reply of every turn as written, and gives it whatever the customer says. */
const byHeart: Choose = (_, options, turn) => {
  const learnt = turn.options.find(({ quality }) => quality === 'expert')?.id;
  return options.find(({ id }) => id === learnt) ?? (options[0] as Option<Text>);
};

export const GUIDED_EXPERT = guided('expert', bestOf, 1);
export const GUIDED_RANDOM = guided('random', random, 0);
export const GUIDED_MEDIOCRE = guided('mediocre', mediocre, 0.55);
export const GUIDED_DESKPRO = guided('deskpro', random, 1);
export const GUIDED_TALKPRO = guided('talkpro', bestOf, 0);
export const BY_HEART = guided('by heart', byHeart, 1);

/** Rules that need no understanding. */
export const GUIDED_SIMPLE: readonly Player[] = [
  guided('polite', polite, 0),
  guided('pushy', pushy, 0),
  guided('longest', most(lengthOf), 0),
  guided(
    'shortest',
    most((words) => -lengthOf(words)),
    0,
  ),
  guided('ends ？', most(asks), 0),
  guided(
    'most digits',
    most((words) => count(words, /[\d一二三四五六七八九十]/g)),
    0,
  ),
  guided(
    'most 您',
    most((words) => count(words, /您/g)),
    0,
  ),
];

export const GUIDED_ONE_TAG: readonly Player[] = [...HONEST_TAGS, ...LOW_TAGS].map((tag) =>
  guided(`only ${tag}`, withTag(tag), 0),
);

/** Always the best, the second, the third, the worst option; tasks done right all the same. */
export const RANKED: readonly Player[] = [
  guided('always best', ranked(0), 1),
  guided('always second', ranked(1), 1),
  guided('always third', ranked(2), 1),
  guided('always worst', ranked(Number.POSITIVE_INFINITY), 1),
];

import { LANGUAGES, type Language, type Text } from '../../model/text.ts';
import type { Option, Scenario, Turn } from '../scenario.ts';
import { type IssueSink, report } from './issue.ts';
import { turnsOf } from './walk-scenario.ts';

/** An option may be this much longer or shorter than the mean of its turn. */
const LENGTH_TOLERANCE = 0.3;
const LENGTH_PERCENT = LENGTH_TOLERANCE * 100;

/** The best option must not be known by its outside: its length, or a question mark at its end. */
export function checkFairness(scenario: Scenario<Text>, sink: IssueSink): void {
  for (const language of LANGUAGES) {
    checkLengths(scenario, language, sink);
    checkGiveaways(scenario, language, false, sink);
    checkGiveaways(scenario, language, true, sink);
  }
}

const lengthOf = (option: Option<Text>, language: Language) => [...option.text[language]].length;

function checkLengths(scenario: Scenario<Text>, language: Language, sink: IssueSink): void {
  for (const { turn, path } of turnsOf(scenario)) {
    const mean = turn.options.reduce((sum, one) => sum + lengthOf(one, language), 0) / turn.options.length;
    turn.options.forEach((option, index) => {
      const length = lengthOf(option, language);
      if (Math.abs(length / mean - 1) <= LENGTH_TOLERANCE) return;
      const [low, high] = [
        Math.ceil(mean * (1 - LENGTH_TOLERANCE)),
        Math.floor(mean * (1 + LENGTH_TOLERANCE)),
      ];
      report(
        sink,
        [...path, 'options', index, 'text', language],
        `has ${length} characters, the options of ${turn.id} ${mean.toFixed(0)} on average; write ${low} to ${high} (±${LENGTH_PERCENT}%)`,
      );
    });
  }
}

type Giveaway = (best: Option<Text>, others: readonly Option<Text>[], language: Language) => boolean;

const GIVEAWAYS: Readonly<Record<string, Giveaway>> = {
  'the longest': (best, others, language) =>
    others.every((one) => lengthOf(one, language) < lengthOf(best, language)),
  'the shortest': (best, others, language) =>
    others.every((one) => lengthOf(one, language) > lengthOf(best, language)),
  'the only one that ends in a question': (best, others, language) =>
    asks(best, language) && !others.some((one) => asks(one, language)),
};

const asks = (option: Option<Text>, language: Language) =>
  /[？?][」』”’"')）]*$/u.test(option.text[language]);

/** @param forked judge the turns as they are when every fork is drawn. */
function checkGiveaways(
  scenario: Scenario<Text>,
  language: Language,
  forked: boolean,
  sink: IssueSink,
): void {
  const turns = turnsOf(scenario).map(({ turn }) => turn);
  if (forked && !turns.some(({ fork }) => fork)) return;
  // About half: one more turn than half is no rule that anybody could play by.
  const most = turns.length / 2 + 1;
  for (const [name, holds] of Object.entries(GIVEAWAYS)) {
    const found = turns.filter((turn) => {
      const best = bestOf(turn, forked);
      return (
        best &&
        holds(
          best,
          turn.options.filter((one) => one !== best),
          language,
        )
      );
    });
    if (found.length <= most) continue;
    const where = found.map(({ id }) => id).join(', ');
    report(
      sink,
      ['stages'],
      `the best option is ${name} in ${found.length} of ${turns.length} turns (${language}${forked ? ', forks drawn' : ''}: ${where}); rewrite until it is in at most half`,
    );
  }
}

function bestOf(turn: Turn<Text>, forked: boolean): Option<Text> | undefined {
  const quality = (option: Option<Text>) =>
    (forked ? turn.fork?.options[option.id]?.quality : undefined) ?? option.quality;
  const marked =
    forked && turn.fork ? turn.options.filter((one) => turn.fork?.options[one.id]) : turn.options;
  return marked.find((option) => quality(option) === 'expert');
}

import { LANGUAGES, type Language, type Text } from '../../model/text.ts';
import type { Scenario, Turn } from '../scenario.ts';
import type { Flaw } from './flaw.ts';
import { turnsOf } from './versions.ts';

/** Every option tells the learner why it earned or lost something, with either line of the customer. */

/** A shorter feedback says nothing, in characters. */
const LEAST: Readonly<Record<Language, number>> = { zh: 12, en: 24 };

const REMEDY = 'say what is attractive about it, then what it met or missed in the customer’s words';

type Said = readonly { id: string; version: string; feedback: Text | undefined }[];

export function feedbackFlaws(scenario: Scenario<Text>): Flaw[] {
  return turnsOf(scenario).flatMap((turn) => {
    const said = saidIn(turn);
    return said.flatMap(({ id, version, feedback }, index) => {
      const at = { scenario: scenario.id, place: `${turn.id} option ${id}, ${version}`, remedy: REMEDY };
      const short = LANGUAGES.filter(
        (language) => (feedback?.[language].trim().length ?? 0) < LEAST[language],
      );
      if (short.length > 0) return [{ ...at, what: `has no feedback worth the name (${short.join(', ')})` }];
      const same = said.slice(0, index).find((one) => one.feedback?.zh === feedback?.zh);
      return same ? [{ ...at, what: `has the feedback of option ${same.id}, ${same.version}` }] : [];
    });
  });
}

function saidIn({ options, fork }: Turn<Text>): Said {
  const own = options.map(({ id, feedback }) => ({ id, version: 'line', feedback }));
  if (!fork) return own;
  const forked = options.map(({ id }) => ({ id, version: 'fork', feedback: fork.options[id]?.feedback }));
  return [...own, ...forked];
}

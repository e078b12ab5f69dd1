import type { Text } from '../../model/text.ts';
import type { Condition, Scenario } from '../scenario.ts';
import { type IssueSink, type Path, report } from './issue.ts';
import { turnsOf } from './walk-scenario.ts';

const PREP_CARDS = 5;
const FORKS = 4;
const EVENING_SENTENCES = 3;

/** Weights always; of a live scenario also that nothing is missing. */
export function checkComplete(scenario: Scenario<Text>, sink: IssueSink): void {
  const sum = scenario.needs.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) report(sink, ['needs'], `weights sum to ${sum}; make them 100`);
  checkLast(scenario.endings, ['endings'], sink);
  if (scenario.status !== 'live') return;
  const { prep, evening } = scenario;
  if (prep.length !== PREP_CARDS)
    report(sink, ['prep'], `has ${prep.length} cards; write ${PREP_CARDS}, of which three are taken`);
  const forks = turnsOf(scenario).filter(({ turn }) => turn.fork).length;
  if (forks < FORKS)
    report(
      sink,
      ['stages'],
      `${forks} turns have a fork; give at least ${FORKS} a second line with another best`,
    );
  if (evening.groups.length !== EVENING_SENTENCES)
    report(
      sink,
      ['evening', 'groups'],
      `has ${evening.groups.length} groups; write ${EVENING_SENTENCES}, one a sentence`,
    );
  evening.groups.forEach((group, index) => {
    checkLast(group, ['evening', 'groups', index], sink);
  });
}

/** The last of a list of conditional texts must always hold, and none before it. */
function checkLast(list: readonly { when: Condition }[], path: Path, sink: IssueSink): void {
  list.forEach(({ when }, index) => {
    const empty = Object.keys(when).length === 0;
    const last = index === list.length - 1;
    if (last && !empty)
      report(sink, [...path, index, 'when'], 'may fail, and nothing follows; write when: {}');
    if (!last && empty)
      report(sink, [...path, index, 'when'], 'always holds, so what follows is never told; name a condition');
  });
}

import type { Text } from '../../model/text.ts';
import { LOW_TAGS } from '../moves.ts';
import type { Scenario } from '../scenario.ts';
import { checkUnique, type IssueSink, report } from './issue.ts';
import { marksOf, type PlacedTurn, turnsOf } from './walk-scenario.ts';

/** Exactly one best option, codes where something went wrong, forks that cover the options and have another best. */
export function checkMarks(scenario: Scenario<Text>, sink: IssueSink): void {
  for (const placed of turnsOf(scenario)) {
    checkUnique(sink, [...placed.path, 'options'], placed.turn.options);
    checkBest(placed, sink);
    checkFork(placed, sink);
    for (const { option, marks, path } of marksOf(placed)) {
      const { quality, code, also } = marks;
      if (code && quality !== 'error' && quality !== 'weak')
        report(
          sink,
          [...path, 'code'],
          `${code} stands on an option marked ${quality}; mark it error or weak`,
        );
      if (quality === 'expert' && LOW.has(option.tag))
        report(sink, [...path, 'quality'], `${option.tag} is never the best move; change tag or quality`);
      if (also && LOW.has(also))
        report(sink, [...path, 'also'], `${also} cannot be a second move; write a move above the line`);
    }
  }
}

const LOW: ReadonlySet<string> = new Set(LOW_TAGS);

function checkBest({ turn, path }: PlacedTurn, sink: IssueSink): void {
  const best = turn.options.filter(({ quality }) => quality === 'expert');
  if (best.length !== 1)
    report(sink, [...path, 'options'], `${best.length} options are expert; mark exactly one as the best`);
}

function checkFork({ turn, path }: PlacedTurn, sink: IssueSink): void {
  if (!turn.fork) return;
  const place = [...path, 'fork', 'options'];
  const ids = turn.options.map(({ id }) => id);
  const missing = ids.filter((id) => !turn.fork?.options[id]);
  if (missing.length)
    report(
      sink,
      place,
      `has no marks for ${missing.join(', ')}; say of every option how it fares with this line`,
    );
  for (const id of Object.keys(turn.fork.options))
    if (!ids.includes(id)) report(sink, [...place, id], `${turn.id} has no option ${id}; delete this record`);
  const best = ids.filter((id) => turn.fork?.options[id]?.quality === 'expert');
  if (best.length !== 1)
    report(sink, place, `${best.length} options are expert; mark exactly one as the best here`);
  else if (turn.options.some(({ id, quality }) => id === best[0] && quality === 'expert'))
    report(sink, [...place, best[0] ?? '', 'quality'], `${best[0]} is best with both lines; another must be`);
}

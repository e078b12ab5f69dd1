import type { ReactNode } from 'react';
import { eveningOf } from '#core/simulator/condition.ts';
import { moodOf } from '#core/simulator/mood.ts';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { Face } from '../Face.tsx';

/** What the customer told at home, before any figure; the score stands beside it. */
export function Story({ children, ...props }: DebriefViewProps & { children: ReactNode }) {
  const { scenario, run, strings } = props;
  const teller = scenario.persons.find(({ id }) => id === scenario.evening.teller);
  const lines = eveningOf(scenario, run).map(bare);
  const values = teller && run.persons[teller.id];
  return (
    <section className="story-row">
      <div>
        <h2 className="evening" tabIndex={-1} data-focus>
          {teller && <Face person={teller} mood={moodOf(values ? { ...run, values } : run)} size={40} />}
          {fill(strings.evening, { name: teller?.name ?? '' })}
        </h2>
        <blockquote className="evening-told serif">
          {lines.map((line, place) => (
            <p key={line}>
              {place === 0 && strings.open}
              {line}
              {place === lines.length - 1 && strings.close}
            </p>
          ))}
        </blockquote>
      </div>
      {children}
    </section>
  );
}

/** Without its own quotation marks: the whole story is one quotation. */
function bare(line: string): string {
  return unquoted(line).replace(/^“([^“”]*)”$/, '$1');
}

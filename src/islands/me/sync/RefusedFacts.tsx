import type { FactRefusal } from '#core/sync/sync-answer.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import { dayOf } from '../wording.ts';
import type { SyncProps } from './SyncSection.tsx';

interface Props extends SyncProps {
  refused: readonly FactRefusal[];
}

/** What the server did not take, one line each: what it was, when, and why. */
export function RefusedFacts({ facts, refused, sync, language }: Props) {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return (
    <details className="fold warn">
      <summary>
        <Icon name="circle-alert" small={false} />
        <span>{fill(sync.refusedTitle, { n: refused.length })}</span>
        <Icon name="chevron-right" />
      </summary>
      <p className="small">{sync.refusedHint}</p>
      <ul>
        {refused.map(({ id, why }) => {
          const fact = byId.get(id);
          return (
            <li key={id}>
              {fact ? `${sync.kinds[fact.type]} · ${dayOf(fact.at, language)}` : id}
              <small>{sync.refused[why]}</small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

import { useId } from 'react';
import type { CohortStrings } from '#i18n/cohorts.ts';

/** What a cohort sees and what it does not: the sentences a learner agrees to. */
export function Told({ told }: { told: CohortStrings['told'] }) {
  const id = useId();
  return (
    <section className="told" aria-labelledby={id}>
      <h3 id={id}>{told.heading}</h3>
      <ul>
        {told.shared.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{told.earlier}</p>
      <p>{told.notShared}</p>
      <p>{told.who}</p>
      <p>{told.reset}</p>
      <p>{told.leaving}</p>
    </section>
  );
}

import { useState } from 'react';
import { resetCode } from '#client/cohort/lead-api.ts';
import { fill } from '#core/text/fill.ts';
import { Sure } from '../form/Sure.tsx';
import { useAct } from '../form/use-act.ts';
import type { PartProps } from './CohortPage.tsx';
import { focusHeading } from './Section.tsx';
import { leadWords } from './wording.ts';

/** What can be done for or with one learner: a new recovery code, taking them out. */
export function People(props: PartProps) {
  const { strings, cohort, report, act } = props;
  const t = strings.manage;
  const [given, setGiven] = useState<{ nickname: string; code: string }>();
  const { go, said } = useAct(leadWords(strings));
  async function reset(learnerId: string, nickname: string) {
    setGiven(undefined);
    const code = await go(() => resetCode(cohort.id, learnerId));
    if (code) setGiven({ nickname, code });
  }
  if (report.members.length === 0) return null;
  return (
    <details className="people">
      <summary>{t.people}</summary>
      <div role="status">
        {said && <p className="small">{said}</p>}
        {given && (
          <p>
            {fill(t.resetGot, { name: given.nickname })} <output className="given">{given.code}</output>
          </p>
        )}
      </div>
      <ul>
        {report.members.map(({ learnerId, nickname }) => (
          <li key={learnerId}>
            <span>{nickname}</span>
            <span className="acts">
              <Sure
                name={t.resetCode}
                cancel={t.cancel}
                question={fill(t.resetAsk, { name: nickname })}
                onSure={() => reset(learnerId, nickname)}
              />
              <Sure
                name={t.removeMember}
                cancel={t.cancel}
                question={fill(t.removeAsk, { name: nickname })}
                onSure={async () => (await act({ do: 'remove-member', learnerId })) && focusHeading('manage')}
              />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

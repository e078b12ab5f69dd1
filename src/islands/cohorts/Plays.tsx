import { useId, useMemo, useState } from 'react';
import { type ReportMember, type ScenarioCount, scenarioCounts } from '#core/cohort/report.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './CohortPage.tsx';
import { Section, Wide } from './Section.tsx';

/** Role-plays: first → best over the cohort, then one of them, learner by learner. */
export function Plays(props: PartProps) {
  const { strings, report, scenarios } = props;
  const counts = useMemo(() => scenarioCounts(report), [report]);
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const t = strings.plays;
  if (report.members.length === 0) return null;
  const shown = chosen ?? counts.find(({ played }) => played > 0)?.id ?? counts[0]?.id;
  return (
    <Section id="plays" title={strings.sections.plays}>
      <p className="small">{t.lead}</p>
      {shown === undefined ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Wide label={strings.sections.plays}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{strings.sections.plays}</th>
                  <th scope="col">{t.played}</th>
                  <th scope="col">{t.passed}</th>
                  <th scope="col">{t.mean}</th>
                </tr>
              </thead>
              <tbody>
                {counts.map((count) => (
                  <Count key={count.id} count={count} {...props} />
                ))}
              </tbody>
            </table>
          </Wide>
          <p className="choose">
            <label htmlFor={id}>{t.choose}</label>
            <select id={id} value={shown} onChange={(event) => setChosen(event.target.value)}>
              {scenarios.map((scenario) => (
                <option key={scenario.id} value={scenario.id}>
                  {scenario.title}
                </option>
              ))}
            </select>
          </p>
          <OfScenario {...props} scenarioId={shown} />
        </>
      )}
    </Section>
  );
}

function Count({ count, scenarios, report, strings }: PartProps & { count: ScenarioCount }) {
  const { id, played, passed, first, best } = count;
  const all = report.members.length;
  return (
    <tr>
      <th scope="row">{scenarios.find((one) => one.id === id)?.title ?? id}</th>
      <td>
        {played}/{all}
      </td>
      <td>
        {passed}/{all}
      </td>
      <td>{first === undefined ? strings.table.none : `${first} → ${best}`}</td>
    </tr>
  );
}

function OfScenario({ scenarioId, ...props }: PartProps & { scenarioId: string }) {
  const { report, scenarios, strings } = props;
  const t = strings.plays;
  const place = report.outline.scenarios.findIndex(({ id }) => id === scenarioId);
  const players = report.members.filter(({ standing }) => standing.scenarios[place]);
  if (players.length === 0) return <p className="small">{t.nobody}</p>;
  return (
    <Wide label={scenarios.find(({ id }) => id === scenarioId)?.title ?? scenarioId}>
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.table.who}</th>
            <th scope="col">{t.first}</th>
            <th scope="col">{t.best}</th>
            <th scope="col" className="start">
              {t.passed}
            </th>
            <th scope="col">{t.runs}</th>
            <th scope="col" className="start">
              {t.codes}
            </th>
          </tr>
        </thead>
        <tbody>
          {players.map((member) => (
            <Player key={member.learnerId} member={member} place={place} {...props} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Player({ member, place, strings }: PartProps & { member: ReportMember; place: number }) {
  const t = strings.plays;
  const { none } = strings.table;
  const run = member.standing.scenarios[place];
  if (!run) return null;
  const hasPassed = run.passedAt !== undefined;
  return (
    <tr>
      <th scope="row">{member.nickname}</th>
      <td>{run.first ?? none}</td>
      <td>{run.best}</td>
      <td className={hasPassed ? 'start shown' : 'start'}>{hasPassed ? t.passedYes : t.passedNo}</td>
      <td>{run.runs}</td>
      <td className="text">
        {run.codes.map((code) => fill(t.code, { name: t.codeNames[code] ?? '', code })).join(t.comma) || none}
      </td>
    </tr>
  );
}

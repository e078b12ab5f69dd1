import { useState } from 'react';
import { shuffle } from '#core/model/random.ts';
import { fill } from '#core/text/fill.ts';
import { Choices } from './Choices.tsx';
import { DoneBar } from './DoneBar.tsx';
import { Cases } from './desk/Cases.tsx';
import { closeDesk, type DeskDraft, figuresOf, START, writtenCases } from './desk/draft.ts';
import { isMoney, outcomeOf, proposalsOf } from './desk/figures.ts';
import { KnownFigures } from './desk/KnownFigures.tsx';
import { paybackWords, yuan } from './desk/number-words.ts';
import { Results } from './desk/Results.tsx';
import { Row } from './desk/Row.tsx';
import { Sensitivity } from './desk/Sensitivity.tsx';
import { useFields } from './desk/use-fields.ts';
import { findingOf, knownFindings, type TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

/** The model desk: every line worked out by the learner, and what it comes to. No slip is shown here. */
export function DeskView(props: TaskViewProps<'desk'>) {
  const { task, scenario, known, strings, disabled, onDone } = props;
  const t = strings.desk;
  const [draft, change] = useDraft<DeskDraft>(START, props);
  const [said, setSaid] = useState('');
  const type = (rowId: string, text: string) => change({ typed: { ...draft.typed, [rowId]: text } });
  const lines = task.rows.filter((row) => row.kind !== 'range' && row.kind !== 'sensitivity');
  const fields = useFields(lines[0]?.id ?? '', (rowId) => draft.typed[rowId] ?? '', type);

  const figures = figuresOf(task, draft);
  const proposals = proposalsOf(task.rows);
  const written = writtenCases(task, draft);
  const texts = [...scenario.briefing.known, ...knownFindings(props).map((finding) => finding.text)];
  const summaries = proposals.flatMap((rows) => {
    const outcome = outcomeOf(rows, figures);
    return outcome ? [fill(t.said, { net: yuan(outcome.netCny, t), payback: paybackWords(outcome, t) })] : [];
  });

  /** What a row needs and nobody asked for, named by where it could have been had. */
  function missing(needs: string | undefined): string | undefined {
    const finding = findingOf(needs);
    if (!finding || known.findings[finding]) return undefined;
    const items = scenario.stages.flatMap((stage) => (stage.kind === 'dataroom' ? stage.items : []));
    return items.find((item) => findingOf(item.opens) === finding)?.text ?? '';
  }

  return (
    <div className="task desk">
      <div className="desk-sheet">
        <h3>{t.heading}</h3>
        <p className="small">{t.lead}</p>
        <ol className="desk-rows">
          {lines.map((row) => (
            <Row
              key={row.id}
              row={row}
              typed={draft.typed[row.id] ?? ''}
              tag={draft.tags[row.id]}
              missing={missing(row.needs)}
              active={fields.active === row.id}
              field={fields.field}
              texts={texts}
              onActivate={() => fields.activate(row.id)}
              onType={(text) => type(row.id, text)}
              onInsert={fields.insert}
              onErase={fields.erase}
              onLeave={() => setSaid(summaries.join(' '))}
              onTag={(tag) => change({ tags: { ...draft.tags, [row.id]: tag } })}
              strings={t}
              disabled={disabled}
            />
          ))}
        </ol>
      </div>
      <aside className="desk-aside">
        <h3>{t.known}</h3>
        <KnownFigures texts={texts} onInsert={fields.insert} strings={t} disabled={disabled} />
      </aside>
      <div className="desk-rest">
        <section>
          <h3>{t.results}</h3>
          <Results proposals={proposals} figures={figures} draft={draft} written={written} strings={t} />
        </section>
        <Cases
          rows={task.rows}
          figures={figures}
          shares={draft.shares}
          written={written}
          onShares={(shares) => change({ shares })}
          strings={t}
          disabled={disabled}
        />
        <Judgement {...props} draft={draft} change={change} />
      </div>
      <p className="vh" role="status">
        {said}
      </p>
      <DoneBar
        label={t.done}
        unready={draft.decision ? undefined : t.unready}
        disabled={disabled}
        onDone={() => onDone(closeDesk(task, draft))}
      >
        {summaries.map((summary) => (
          <p key={summary} className="micro num">
            {summary}
          </p>
        ))}
      </DoneBar>
    </div>
  );
}

type JudgementProps = TaskViewProps<'desk'> & {
  draft: DeskDraft;
  change: (part: Partial<DeskDraft>) => void;
};

/** What follows from the figures: the most sensitive row, the problem, what is set aside, what is proposed. */
function Judgement({ task, scenario, strings, disabled, draft, change }: JudgementProps) {
  const t = strings.desk;
  const { problem, decision } = task;
  const labelOf = (id: string) => ({
    id,
    text: task.labels[id] ?? task.rows.find((row) => row.id === id)?.text ?? id,
  });
  const mixed = (ids: readonly string[], name: string) =>
    shuffle([...new Set(ids)], `${scenario.id}/${name}`).map(labelOf);
  const problems = mixed([problem.main, ...problem.secondary, problem.symptom, problem.reject], 'problem');
  const choose = (name: 'sensitivity' | 'problem' | 'rejected' | 'decision', choices: typeof problems) => (
    <Choices
      kind="radio"
      legend={t[name]}
      quiet={name === 'sensitivity'}
      choices={choices}
      chosen={draft[name] ? [draft[name]] : []}
      onChoose={(id) => change({ [name]: id })}
      disabled={disabled}
    />
  );
  return (
    <>
      <section>
        <h3>{t.sensitivity}</h3>
        <Sensitivity rows={task.rows} figures={figuresOf(task, draft)} strings={t} />
        {choose('sensitivity', task.rows.filter(isMoney))}
      </section>
      {choose('problem', problems)}
      {choose(
        'rejected',
        problems.filter((one) => one.id !== draft.problem),
      )}
      {choose('decision', mixed([...decision.best, ...decision.ok, ...decision.bad], 'decision'))}
    </>
  );
}

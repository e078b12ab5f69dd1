import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { DoneBar } from './DoneBar.tsx';
import { Cases } from './desk/Cases.tsx';
import { closeDesk, type DeskDraft, figuresOf, START, writtenCases } from './desk/draft.ts';
import { outcomeOf, proposalsOf } from './desk/figures.ts';
import { Judgement } from './desk/Judgement.tsx';
import { KnownFigures } from './desk/KnownFigures.tsx';
import { paybackWords, yuan } from './desk/number-words.ts';
import { Results } from './desk/Results.tsx';
import { Row } from './desk/Row.tsx';
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
        <h2>{t.heading}</h2>
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
        <h2>{t.known}</h2>
        <KnownFigures texts={texts} onInsert={fields.insert} strings={t} disabled={disabled} />
      </aside>
      <div className="desk-rest">
        <section>
          <h2>{t.results}</h2>
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
        <Judgement {...props} desk={draft} change={change} />
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

import { useMemo } from 'react';
import { bestOption, turnAnswered } from '#core/simulator/debrief/turns.ts';
import { foldRun } from '#core/simulator/engine.ts';
import { expertRun } from '#core/simulator/expert-run.ts';
import type { Run } from '#core/simulator/run.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import { type Passage, transcriptOf } from '#core/simulator/transcript.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { expertTaskLines } from './expert-task-lines.ts';
import { TaskBasis } from './TaskBasis.tsx';
import { nameOf, quoted, sentence, textsOf } from './wording.ts';

/** The same scenario with the same lines as an expert talks it through, every sentence with what is good about it. */
export function ExpertRun(props: DebriefViewProps & { id: string }) {
  const { scenario, plan, moves, words, strings, id } = props;
  const { run, score, passages } = useMemo(() => {
    const { level, seed } = plan;
    const acts = expertRun(scenario, { level, seed });
    const played = foldRun(scenario, { level, seed }, acts);
    return {
      run: played,
      score: scoreRun(scenario, played),
      passages: transcriptOf(scenario, { level, seed }, acts, moves, words),
    };
  }, [scenario, plan, moves, words]);
  return (
    <section className="expert no-print">
      <h2 id={id} tabIndex={-1}>
        {strings.expertTitle}
      </h2>
      <p className="small">{fill(strings.expertText, { score: points(score.score) })}</p>
      <ol className="expert-lines">
        {passages.map((passage, place) => (
          <PassageLine key={place} {...props} passage={passage} expert={run} />
        ))}
      </ol>
    </section>
  );
}

type LineProps = DebriefViewProps & { passage: Passage; expert: Run };

function PassageLine({ passage, expert, ...props }: LineProps) {
  const { scenario, strings } = props;
  switch (passage.kind) {
    case 'line':
      return (
        <li className="expert-heard">
          <b>{nameOf(scenario, passage.by)}</b> {passage.text}
        </li>
      );
    case 'own':
      return <OwnLine {...props} passage={passage} expert={expert} />;
    case 'task':
      return (
        <li className="expert-task">
          <b>{strings.tasks[passage.task.kind]}</b>
          <TaskBasis lines={expertTaskLines(props, passage.task, expert)} />
        </li>
      );
    default:
      return null;
  }
}

/** Where the customer led, the author's own words and why they are good; else what the move brought. */
function OwnLine(props: DebriefViewProps & { passage: Extract<Passage, { kind: 'own' }>; expert: Run }) {
  const { passage, expert, scenario, plan, moves, strings } = props;
  const entry = expert.log[passage.index];
  const turn = entry && turnAnswered(scenario, entry);
  const best = turn && bestOption(turn, plan);
  const brought = textsOf(
    scenario,
    (entry?.opened ?? []).filter((reveal) => !reveal.endsWith(':hinted')),
  );
  const why = best
    ? best.feedback
    : brought.length > 0
      ? sentence(fill(strings.broughtUp, { parts: brought.join(strings.semicolon) }), strings)
      : moves[passage.tag].hint;
  return (
    <li className="expert-own">
      <span className="tag-box">{moves[passage.tag].label}</span>{' '}
      <span className="serif">{quoted(unquoted(best?.text ?? passage.text), strings)}</span>
      <p className="why">{why}</p>
    </li>
  );
}

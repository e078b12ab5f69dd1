import { shuffle } from '#core/model/random.ts';
import { findingId } from '#core/simulator/reveal.ts';
import { fill } from '#core/text/fill.ts';
import { SortBoard } from '../../board/SortBoard.tsx';
import { type BoardDraft, closeBoard, START } from './board/draft.ts';
import { Hypothesis } from './board/Hypothesis.tsx';
import { Phone } from './board/Phone.tsx';
import { Rejections } from './board/Rejections.tsx';
import { Choices } from './Choices.tsx';
import { DoneBar } from './DoneBar.tsx';
import { knownFindings, standing, type TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

const BINS = ['symptom', 'cause', 'evidence', 'aside'] as const;

/** The diagnosis: what was found, laid out beside the cause it speaks for. */
export function BoardView(props: TaskViewProps<'board'>) {
  const { task, scenario, strings, language, disabled, onDone } = props;
  const t = strings.diagnosis;
  const [draft, change] = useDraft<BoardDraft>(START, props);
  const heard = draft.phoned ? findingId(task.phone.opens) : undefined;
  const shown = knownFindings(props);
  const findings = [
    ...shown,
    ...scenario.findings.filter((one) => one.id === heard && !shown.some((other) => other.id === heard)),
  ].map(({ id, text }) => ({ id, text: standing(text, language) }));
  const decisions = task.decisions ?? [];
  const isUndecided = decisions.some((one) => !draft.decisions[one.person]);
  const nameOf = (person: string) => scenario.persons.find((one) => one.id === person)?.name ?? person;
  return (
    <div className="task">
      <h2>{t.heading}</h2>
      <p className="small">{findings.length > 0 ? fill(t.lead, { n: findings.length }) : t.nothing}</p>
      {findings.length > 0 && (
        <SortBoard
          cards={findings}
          bins={BINS.map((id) => ({ id, text: t.bins[id], hint: t.hints[id] }))}
          placed={draft.placed}
          onPlace={(card, bin) => change({ placed: { ...draft.placed, [card]: bin } })}
          onTakeBack={(card) => {
            const { [card]: _gone, ...rest } = draft.placed;
            change({ placed: rest });
          }}
          disabled={disabled}
          strings={strings.board}
        />
      )}
      <Choices
        kind="radio"
        legend={t.cause}
        choices={task.causes}
        chosen={draft.cause ? [draft.cause] : []}
        onChoose={(cause) => change({ cause })}
        disabled={disabled}
      />
      <Rejections
        causes={task.causes.filter((one) => one.id !== draft.cause)}
        chosen={Boolean(draft.cause)}
        findings={findings}
        refuted={draft.refuted}
        onRefute={(refuted) => change({ refuted })}
        strings={t}
        disabled={disabled}
      />
      <section>
        <h3>{t.missing}</h3>
        <p className="small">{task.missing}</p>
      </section>
      <Phone
        phone={task.phone}
        called={draft.phoned}
        onCall={() => change({ phoned: true })}
        strings={t}
        disabled={disabled}
      />
      <Hypothesis said={draft.said} onSay={(said) => change({ said })} strings={t} disabled={disabled} />
      {decisions.map(({ person, options }) => (
        <Choices
          key={person}
          kind="radio"
          legend={fill(t.decide, { name: nameOf(person) })}
          choices={shuffle(options, `${scenario.id}/${person}`)}
          chosen={draft.decisions[person] ? [draft.decisions[person]] : []}
          onChoose={(id) => change({ decisions: { ...draft.decisions, [person]: id } })}
          disabled={disabled}
        />
      ))}
      <DoneBar
        label={t.done}
        unready={draft.cause ? (isUndecided ? t.undecided : undefined) : t.unready}
        disabled={disabled}
        onDone={() => onDone(closeBoard(task, draft, t.sentence))}
      />
    </div>
  );
}

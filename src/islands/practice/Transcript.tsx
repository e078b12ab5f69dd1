import { type RefObject, useEffect, useRef } from 'react';
import type { Scenario } from '#core/simulator/scenario.ts';
import type { MoveWordsFile } from '#core/simulator/scenario-file.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import type { Passage } from '#core/simulator/transcript.ts';
import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';
import { Face } from './Face.tsx';
import { moveName } from './move-name.ts';
import { speaker } from './persons.ts';

interface Props {
  scenario: Scenario<string>;
  passages: readonly Passage[];
  moves: MoveWordsFile;
  /** The newest line takes the focus when it changes; not in a tab that only follows. */
  focuses: boolean;
  /** Where the newest line goes on the screen: above a dock, or at the top with room to build a sentence below. */
  place?: 'start' | 'end';
  strings: PracticeStrings;
}

/** What was said, newest last. Speech in serif with the face beside it; one's own lines to the right. */
export function Transcript({ scenario, passages, moves, focuses, place: block = 'end', strings }: Props) {
  const newest = useRef<HTMLLIElement>(null);
  const shown = passages.filter((passage, place) => !isOutdone(passage, passages[place + 1]));
  const last = shown.findLastIndex(({ kind }) => kind === 'line' || kind === 'silence');
  useNewest(newest, passages.length, focuses, block);
  return (
    <ol className="log" aria-label={strings.talkLabel}>
      {shown.map((passage, place) => (
        <li
          // Passages keep their place; a task announced gives its own to the task done.
          key={place}
          ref={place === last ? newest : undefined}
          tabIndex={place === last ? -1 : undefined}
        >
          <PassageView {...{ passage, scenario, moves, strings }} />
        </li>
      ))}
    </ol>
  );
}

/** A task once done says itself what it was. */
function isOutdone(passage: Passage, next: Passage | undefined): boolean {
  return passage.kind === 'stage' && next?.kind === 'task';
}

/** After each act the new line is what a reader must meet first, above the choices. */
function useNewest(
  newest: RefObject<HTMLLIElement | null>,
  count: number,
  focuses: boolean,
  block: 'start' | 'end',
): void {
  const seen = useRef(0);
  useEffect(() => {
    if (seen.current === count) return;
    seen.current = count;
    newest.current?.scrollIntoView({ block });
    if (focuses) newest.current?.focus({ preventScroll: true });
  }, [newest, count, focuses, block]);
}

type ViewProps = Omit<Props, 'passages' | 'focuses' | 'place'> & { passage: Passage };

function PassageView({ passage, scenario, moves, strings }: ViewProps) {
  const name = (id: string) => speaker(scenario, id, strings).name;
  switch (passage.kind) {
    case 'line':
      return passage.by === '' ? (
        <p className="aside">{passage.text}</p>
      ) : (
        <div className="say">
          <Face person={speaker(scenario, passage.by, strings)} mood={passage.mood} />
          <div>
            <p className="who">
              <b>{name(passage.by)}</b> {strings.moods[passage.mood]}
            </p>
            <p className="spoken">{passage.text}</p>
          </div>
        </div>
      );
    case 'note':
      return <p className="told">{passage.text}</p>;
    case 'own':
      return <Own passage={passage} moves={moves} strings={strings} />;
    case 'silence':
      return passage.hesitates ? (
        <p className="told">
          <Icon name="lightbulb" />
          {fill(strings.hesitates, { name: name(passage.by) })}
        </p>
      ) : (
        <p className="aside">{fill(strings.silence[passage.mood], { name: name(passage.by) })}</p>
      );
    case 'visit':
      return <p className="turned">{strings.secondVisit}</p>;
    case 'person':
      return <p className="turned">{fill(strings.nowWith, { name: name(passage.person) })}</p>;
    default:
      return <p className="turned">{stageLine(passage, strings)}</p>;
  }
}

function stageLine(passage: Extract<Passage, { kind: 'stage' | 'task' }>, strings: PracticeStrings): string {
  const lines: Readonly<Record<string, string>> = strings.stages;
  if (passage.kind === 'task') return strings.taskDone[passage.task.kind];
  if (passage.stage === 'interrupt') return strings.interrupted;
  return (passage.isBack ? undefined : lines[passage.stage]) ?? strings.stages.interview3;
}

function Own({
  passage: { tag, claimed, text },
  moves,
  strings,
}: Pick<ViewProps, 'moves' | 'strings'> & { passage: Extract<Passage, { kind: 'own' }> }) {
  const name = (one: MoveTag) => moveName(moves, one);
  return (
    <div className="say me">
      <p>{text}</p>
      <span className="tag">
        {`${strings.you}${strings.dot}${name(tag)}`}
        {claimed && claimed !== tag && ` ← ${name(claimed)}`}
      </span>
    </div>
  );
}

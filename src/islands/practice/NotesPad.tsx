import { type ReactNode, useId } from 'react';
import type { Run } from '#core/simulator/run.ts';
import type { PrepCard, Scenario } from '#core/simulator/scenario.ts';
import type { PracticeStrings } from '#i18n/practice.ts';

interface Props {
  scenario: Scenario<string>;
  run: Run;
  /** Ids of the cards taken along. */
  prep: readonly string[];
  note: string;
  disabled: boolean;
  onNote: (note: string) => void;
  strings: PracticeStrings;
}

interface Line {
  id: string;
  text: string;
  mark?: string | undefined;
}

/** What the learner may know by now, and a note of his own. */
export function NotesPad({ scenario, run, prep, note, disabled, onNote, strings }: Props) {
  const id = useId();
  const { needs, findings, cards } = notesOf(scenario, run, prep, strings);
  return (
    <div className="notes-pad">
      <Lines title={strings.known} lines={knownIn(scenario)} />
      <Lines title={strings.notesNeeds} lines={needs} />
      <Lines title={strings.notesFindings} lines={findings}>
        {needs.length + findings.length === 0 && <p className="small">{strings.notesNone}</p>}
      </Lines>
      <Lines title={strings.notesPrep} lines={cards} />
      <label className="label" htmlFor={id}>
        {strings.ownNote}
      </label>
      <textarea
        id={id}
        rows={3}
        value={note}
        readOnly={disabled}
        onChange={(event) => onNote(event.target.value)}
      />
    </div>
  );
}

/** Figures of this run stand on no page; those that every run has are on the scenario's. */
const knownIn = ({ drawn, briefing }: Scenario<string>): Line[] =>
  drawn ? briefing.known.map((text) => ({ id: text, text })) : [];

/** Entries on the pad: needs the customer has stated, findings, cards brought along. */
export function notesOf(
  { needs, findings, prep: cards }: Scenario<string>,
  run: Run,
  prep: readonly string[],
  strings: PracticeStrings,
): { needs: Line[]; findings: Line[]; cards: Line[] } {
  return {
    needs: needs.flatMap(({ id, text }) => {
      const step = run.needs[id];
      return step === 'stated' || step === 'confirmed' ? [{ id, text, mark: strings.needSteps[step] }] : [];
    }),
    findings: findings.flatMap(({ id, text }) => {
      const how = run.findings[id];
      return how ? [{ id, text, mark: how === 'observed' ? strings.observed : undefined }] : [];
    }),
    cards: cards
      .filter(({ id }) => prep.includes(id))
      .map(({ id, note }: PrepCard<string>) => ({ id, text: note })),
  };
}

function Lines({ title, lines, children }: { title: string; lines: readonly Line[]; children?: ReactNode }) {
  if (lines.length === 0 && !children) return null;
  return (
    <>
      <h3 className="label">{title}</h3>
      {children}
      <ul>
        {lines.map(({ id, text, mark }) => (
          <li key={id}>
            {text} {mark && <span className="tag-box">{mark}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

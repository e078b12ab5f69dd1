import { useRef, useState } from 'react';
import { checkStates, type TextCheck } from '#core/practice/text-checks.ts';
import { fill } from '#core/text/fill.ts';
import type { WorkbenchStrings } from '#i18n/lesson-workbench.ts';
import { Icon } from '../../board/Icon.tsx';
import { Bench, KeepBar, type KeepStrings } from './Bench.tsx';
import { Field } from './Field.tsx';
import { useRested } from './use-rested.ts';
import { useTexts } from './use-texts.ts';
import { idsOf, type Workbench } from './workbench.ts';

export type ComposerActivity = Omit<Workbench<'composer'>, 'checks'> & { checks: readonly TextCheck[] };
export type ComposerStrings = KeepStrings & WorkbenchStrings['composer'];

/** A text in fields that is looked at while it grows, read as one, and held against a good one afterwards. */
export function ComposerPractice({
  activity,
  strings,
}: {
  activity: ComposerActivity;
  strings: ComposerStrings;
}) {
  const { fields, checks, whole } = activity;
  const { texts, write, onBlur, ...keeping } = useTexts(activity, idsOf(fields));
  const parts = Object.fromEntries(fields.map(({ id }) => [id, texts[id]?.trim() || strings.blank] as const));
  return (
    <Bench label={activity.title} look="composer" written={keeping.written} onBlur={onBlur}>
      {fields.map(({ id, label, hint, long, most }) => (
        <Field
          key={id}
          field={id}
          label={label}
          hint={hint}
          rows={long ? 4 : 2}
          most={most}
          value={texts[id] ?? ''}
          onWrite={(text) => write(id, text)}
          strings={strings}
        />
      ))}
      {checks.length > 0 && <Checks checks={checks} texts={texts} strings={strings} />}
      {whole && keeping.written && <Whole text={fill(whole, parts)} strings={strings} />}
      <KeepBar {...keeping} strings={strings} />
      {keeping.written && (
        <details className="example-fold">
          <summary>
            <Icon name="chevron-right" />
            {strings.example}
          </summary>
          <p className="serif">{activity.example}</p>
        </details>
      )}
    </Bench>
  );
}

interface ChecksProps {
  checks: readonly TextCheck[];
  texts: Readonly<Record<string, string>>;
  strings: ComposerStrings;
}

/** What was found in the text, line by line; words that do harm appear only when they stand there. */
function Checks({ checks, texts, strings }: ChecksProps) {
  const states = checkStates(checks, texts);
  const lines = checks
    .map((check, index) => ({ ...check, state: states[index] ?? 'open' }))
    .filter(({ kind, state }) => kind !== 'none-of' || state === 'hit');
  const wanted = lines.filter(({ kind }) => kind !== 'none-of');
  const found = wanted.filter(({ state }) => state === 'met').length;
  const looked = fill(strings.looked, { k: found, n: wanted.length });
  const harm = lines.filter(({ state }) => state === 'hit').map(({ text }) => text);
  const said = useRested([looked, ...harm].join(' '));
  return (
    <div className="checks">
      {wanted.length > 0 && <p className="label num">{looked}</p>}
      <ul>
        {lines.map(({ state, text, kind, field }) => (
          <li key={`${kind} ${field} ${text}`} className={state}>
            {state === 'open' ? (
              <span className="hollow" aria-hidden="true" />
            ) : (
              <Icon name={state === 'met' ? 'check' : 'circle-alert'} />
            )}
            <span>
              <span className="vh">{strings[state === 'met' ? 'seen' : state]}: </span>
              {text}
            </span>
          </li>
        ))}
      </ul>
      <p className="micro">{strings.words}</p>
      <p className="vh" role="status">
        {found > 0 || harm.length > 0 ? said : ''}
      </p>
    </div>
  );
}

/** The fields as one text, to read and to take along. */
function Whole({ text, strings }: { text: string; strings: ComposerStrings }) {
  const shown = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(strings.copied);
    } catch {
      // No clipboard on plain http or in some in-app browsers: what is selected can be copied by hand.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid(strings.selected);
    }
  }

  return (
    <div className="whole">
      <p className="label">{strings.whole}</p>
      <p className="serif" ref={shown}>
        {text}
      </p>
      <p className="whole-copy no-print">
        <button type="button" className="btn quiet" onClick={copy}>
          {strings.copy}
        </button>
        <span className="micro" role="status">
          {said}
        </span>
      </p>
    </div>
  );
}

import { useEffect, useId, useState } from 'react';
import { fetchJson } from '#client/fetch-json.ts';
import { compileRules, type Rules } from '#core/simulator/free-text/compile-rules.ts';
import type { FreeTextData, Reading } from '#core/simulator/free-text/free-text.ts';
import { unitsOf } from '#core/simulator/free-text/normal-form.ts';
import { MAX_UNITS, readSentence } from '#core/simulator/free-text/read-sentence.ts';
import { describeReading } from '#core/simulator/free-text/reading-result.ts';
import { situationOf } from '#core/simulator/free-text/situation.ts';
import type { Run, RunPlan } from '#core/simulator/run.ts';
import type { MoveTag } from '#core/simulator/scenario-move.ts';
import { fill } from '#core/text/fill.ts';
import { Heard } from './Heard.tsx';
import type { DockProps } from './MoveDock.tsx';
import { movesInOrder, placeOf } from './move-choice.ts';
import { moveName } from './move-name.ts';
import { SayBar } from './SayBar.tsx';
import { TopicChips } from './TopicChips.tsx';

interface Props extends DockProps {
  plan: RunPlan;
  run: Run;
  rulesUrl: string;
}

/** What a learner has written so far; JSON-safe, kept in the run's snapshot. */
interface Written {
  kind: 'free';
  topic?: string;
  tag?: MoveTag;
  text: string;
}

const NOTHING: Written = { kind: 'free', text: '' };

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' &&
  (value as Written | null)?.kind === 'free' &&
  typeof (value as Written).text === 'string';

/** Level 3: one's own sentence, with the move it is meant to be; what the customer would hear is shown before it is sent. */
export function FreeDock(props: Props) {
  const { prompt, scenario, moves, seed, plan, run, disabled, draft, onDraft, onAct, strings } = props;
  const id = useId();
  const { rules, failed, retry } = useRules(props.rulesUrl);
  const given = isWritten(draft) ? draft : NOTHING;
  const [own, setOwn] = useState(given);
  const [reading, setReading] = useState<Exclude<Reading, { kind: 'accept' }>>();
  const written = disabled ? given : own;
  const units = Math.ceil(unitsOf(written.text));
  const needsTopic = prompt.kind === 'topics' && written.topic === undefined;
  const unready = needsTopic || !written.tag || !rules ? strings.nothingYet : undefined;

  function change(part: Partial<Written>) {
    const next = { ...written, ...part };
    setOwn(next);
    setReading(undefined);
    onDraft(next);
  }
  function send(tag: MoveTag, heard: Reading, kept = false) {
    const { tag: claimed, text, topic } = written;
    onAct({
      type: 'move.make',
      tag,
      ...placeOf(prompt, topic),
      elements: heard.kind === 'reject' ? [] : heard.elements,
      text: text.trim(),
      reading: describeReading(heard),
      ...(claimed && (kept || claimed !== tag) && { claimed }),
      ...(kept && { kept }),
    });
  }
  function read() {
    if (!rules || !written.tag) return;
    const heard = readSentence(rules, {
      text: written.text,
      tag: written.tag,
      ...situationOf(rules, scenario, plan, run),
    });
    if (heard.kind === 'accept') send(heard.tag, heard);
    else setReading(heard);
  }

  return (
    <section className="build" aria-label={strings.build}>
      {prompt.kind === 'topics' && (
        <TopicChips
          phase={prompt.phase}
          scenario={scenario}
          chosen={written.topic}
          disabled={disabled}
          onChoose={(topic) => change({ topic })}
          strings={strings}
        />
      )}
      <label className="label" htmlFor={`${id}-tag`}>
        {strings.claim}
      </label>
      <select
        id={`${id}-tag`}
        value={written.tag ?? ''}
        disabled={disabled}
        onChange={(event) => event.target.value && change({ tag: event.target.value as MoveTag })}
      >
        <option value="">{strings.pick}</option>
        {movesInOrder(seed).map((tag) => (
          <option key={tag} value={tag}>
            {moveName(moves, tag)}
          </option>
        ))}
      </select>
      <label className="label" htmlFor={`${id}-text`}>
        {strings.write}
      </label>
      <textarea
        id={`${id}-text`}
        rows={3}
        value={written.text}
        readOnly={disabled}
        aria-describedby={`${id}-count`}
        onChange={(event) => change({ text: event.target.value })}
      />
      <p className="micro num" id={`${id}-count`}>
        {fill(strings.count, { n: units })} {units > MAX_UNITS && strings.tooLong}
      </p>
      {failed && (
        <p className="notice">
          <span>
            {strings.readFailed}{' '}
            <button type="button" className="btn quiet" onClick={retry}>
              {strings.retryLoad}
            </button>
          </span>
        </p>
      )}
      <SayBar text={undefined} label={strings.read} {...{ disabled, unready, strings }} isTyped onSay={read}>
        {reading && (
          <Heard
            reading={reading}
            kept={keptIn(run)}
            moves={moves}
            onRewrite={() => {
              setReading(undefined);
              document.getElementById(`${id}-text`)?.focus();
            }}
            onSend={(tag, kept) => send(tag, reading, kept)}
            {...(written.tag && { claimed: written.tag })}
            strings={strings}
          />
        )}
      </SayBar>
    </section>
  );
}

const keptIn = ({ log }: Run): number => log.filter(({ act }) => act.type === 'move.make' && act.kept).length;

const compiled = new Map<string, Promise<Rules>>();

/** The rules that read a sentence, fetched once per page. */
function useRules(url: string): { rules?: Rules; failed: boolean; retry: () => void } {
  const [state, setState] = useState<{ rules?: Rules; failed: boolean }>({ failed: false });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    const ready = compiled.get(url) ?? fetchJson<FreeTextData>(url).then(compileRules);
    compiled.set(url, ready);
    ready.then(
      (rules) => !gone && setState({ rules, failed: false }),
      () => {
        compiled.delete(url);
        if (!gone) setState({ failed: true });
      },
    );
    return () => {
      gone = true;
    };
  }, [url, tries]);
  return { ...state, retry: () => setTries(tries + 1) };
}

import { useEffect, useState } from 'react';
import { askShared } from '#client/cohort/lead-api.ts';
import { fetchJson } from '#client/fetch-json.ts';
import type { PrivateFact, SharedThing } from '#core/cohort/shares.ts';
import type { FactOf } from '#core/model/fact.ts';
import { keptLines } from '#core/practice/kept-text.ts';
import { fill } from '#core/text/fill.ts';
import { type TableLine, tableOf } from '#core/worksheet/exchange.ts';
import { readFields } from '#core/worksheet/values.ts';
import type { WorksheetProps } from '../worksheet/worksheet-props.ts';
import type { PartProps } from './CohortPage.tsx';
import type { CohortsProps } from './cohorts-props.ts';
import { Section } from './Section.tsx';
import { lessonName, momentOf } from './wording.ts';

/** What learners let those who lead the class read: who, what, when, and the words. Not for paper. */
export function Shared(props: PartProps) {
  const { strings, cohort, report, language } = props;
  const t = strings.shared;
  const [things, setThings] = useState<readonly SharedThing[] | 'failed'>();
  const { at, members } = report;
  // Asked again with every new report.
  useEffect(() => {
    let gone = false;
    void askShared(cohort.id).then((asked) => {
      if (!gone) setThings(asked.status === 'done' ? asked.value : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [cohort.id, at]);
  if (members.length === 0) return null;
  return (
    <Section id="shared" title={strings.sections.shared} isPrinted={false}>
      <p className="small">{t.lead}</p>
      {things === 'failed' && <p className="small">{t.failed}</p>}
      {things?.length === 0 && <p className="small">{t.none}</p>}
      <ul className="given-to-read">
        {Array.isArray(things) &&
          (things as readonly SharedThing[]).map(({ learnerId, nickname, sharedAt, fact }) => (
            <li key={`${learnerId} ${fact.id}`}>
              <details>
                <summary>
                  {nickname} · {titleOf(fact, props)}
                  <small className="num">
                    {fill(t.when, {
                      written: momentOf(fact.at, language),
                      shared: momentOf(sharedAt, language),
                    })}
                  </small>
                </summary>
                <Words fact={fact} {...props} />
              </details>
            </li>
          ))}
      </ul>
    </Section>
  );
}

function titleOf(fact: PrivateFact, { lessons, sheets, scenarios, strings }: CohortsProps): string {
  if (fact.type === 'worksheet.saved') return sheets[fact.worksheetId]?.title ?? fact.worksheetId;
  const scenario = scenarios.find(({ id }) => fact.blockId === `practice-${id}`);
  const lesson = lessons.find(({ id }) => id === fact.lessonId);
  const title = scenario?.title ?? lesson?.writing[fact.blockId]?.title;
  const place = lesson ? lessonName(lesson, strings) : fact.lessonId;
  return title ? fill(strings.shared.inPlace, { title, place }) : place;
}

function Words({ fact, ...props }: PartProps & { fact: PrivateFact }) {
  if (fact.type === 'worksheet.saved') return <Sheet fact={fact} {...props} />;
  const labels = props.lessons.find(({ id }) => id === fact.lessonId)?.writing[fact.blockId]?.labels ?? {};
  return <Pairs lines={keptLines(fact.text, labels)} />;
}

/** A worksheet needs its definition, which is fetched when it is looked at. */
function Sheet({ fact, ...props }: PartProps & { fact: FactOf<'worksheet.saved'> }) {
  const { sheets, strings } = props;
  const url = sheets[fact.worksheetId]?.url;
  const [sheet, setSheet] = useState<WorksheetProps | 'unknown' | undefined>(url ? undefined : 'unknown');
  useEffect(() => {
    let gone = false;
    const set = (value: WorksheetProps | 'unknown') => !gone && setSheet(value);
    if (url) fetchJson<WorksheetProps>(url).then(set, () => set('unknown'));
    return () => {
      gone = true;
    };
  }, [url]);
  if (!sheet) return <p className="small">{strings.loading}</p>;
  if (sheet === 'unknown') return <p className="small">{strings.shared.unknown}</p>;
  const lines = tableOf(sheet.sheet, readFields(sheet.sheet, fact.fields), sheet.strings.yes).map(
    pairOf(strings),
  );
  return (
    <>
      <Pairs lines={lines} />
      {lines.length === 0 && <p className="small">{strings.shared.empty}</p>}
      <p className="small">{strings.shared.pictures}</p>
    </>
  );
}

const pairOf =
  (strings: CohortsProps['strings']) =>
  ([, field, row, text]: TableLine) => ({
    label: row ? fill(strings.shared.inPlace, { title: field, place: row }) : field,
    text,
  });

function Pairs({ lines }: { lines: readonly { label?: string; text: string }[] }) {
  return (
    <dl>
      {lines.map(({ label, text }, index) => (
        // The lines of one thing never change.
        <div key={index}>
          {label && <dt>{label}</dt>}
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

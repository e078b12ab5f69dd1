import { useState } from 'react';
import { copyText } from '#client/copy-text.ts';
import { type KeptLine, keptLines } from '#core/practice/kept-text.ts';
import type { Note } from '#core/progress/notes.ts';
import type { Progress } from '#core/progress/progress.ts';
import { fill } from '#core/text/fill.ts';
import type { MeProps } from './me-props.ts';
import { dayOf } from './wording.ts';
import { writtenAt } from './written-at.ts';

interface Props extends MeProps {
  progress: Progress;
}

/** Where a note was written and what it says, in the page's language. */
interface ShownNote {
  key: string;
  title: string;
  url: string | undefined;
  place: string;
  day: string;
  lines: KeptLine[];
  /** Written in the same place on another device. */
  elsewhere: { day: string; lines: KeptLine[] }[];
}

/** Everything the learner wrote, in one place, newest first; nothing while nothing was written. */
export function Notes(props: Props) {
  const { progress, strings } = props;
  const [said, setSaid] = useState('');
  if (progress.notes.length === 0) return null;
  const shown = progress.notes.map((note) => show(note, props));

  async function copy() {
    const isCopied = await copyText(shown.map((note) => asText(note, strings)).join('\n\n'), null);
    setSaid(isCopied ? strings.notesCopied : strings.notesByHand);
  }

  return (
    <section aria-labelledby="me-notes">
      <h2 id="me-notes">{strings.notesHeading}</h2>
      <ul className="notes-list">
        {shown.map(({ key, title, url, place, day, lines, elsewhere }) => (
          <li key={key}>
            <p className="small">
              {url ? <a href={url}>{title}</a> : title}
              <small>
                {place}
                {strings.dot}
                {day}
              </small>
            </p>
            <Lines lines={lines} />
            {elsewhere.map((other) => (
              <div key={`${other.day}${other.lines.map(({ text }) => text).join()}`}>
                <p className="small">{fill(strings.notesOther, { date: other.day })}</p>
                <Lines lines={other.lines} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      <button type="button" className="btn line" onClick={copy}>
        {strings.notesCopy}
      </button>
      <p className="micro" role="status">
        {said}
      </p>
    </section>
  );
}

function Lines({ lines }: { lines: readonly KeptLine[] }) {
  return lines.map(({ label, text }) => (
    <p className="own" key={`${label}${text}`}>
      {label && (
        <>
          <b>{label}</b>{' '}
        </>
      )}
      {text}
    </p>
  ));
}

function show(note: Note, props: MeProps): ShownNote {
  const { lessonId, blockId, text, at, elsewhere = [] } = note;
  const { labels, ...where } = writtenAt(note, props);
  return {
    key: `${lessonId}#${blockId}`,
    ...where,
    day: dayOf(at, props.language),
    lines: keptLines(text, labels),
    elsewhere: elsewhere.map((other) => ({
      day: dayOf(other.at, props.language),
      lines: keptLines(other.text, labels),
    })),
  };
}

const asText = ({ title, place, day, lines, elsewhere }: ShownNote, strings: MeProps['strings']) =>
  [
    fill(strings.noteCopied, { title, place, day }),
    ...[...lines, ...elsewhere.flatMap((other) => other.lines)].map(({ label, text }) =>
      label ? fill(strings.noteLine, { label, text }) : text,
    ),
  ].join('\n');

import { fill } from '#core/text/fill.ts';
import type { TaskStrings } from '#i18n/practice-tasks.ts';

interface Props {
  texts: readonly string[];
  onInsert: (figure: string) => void;
  strings: TaskStrings['desk'];
  disabled: boolean;
}

/** A figure in running text, with thousands, 万 or % as it stands there. */
const FIGURE = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?[%万])?/g;

/** What is known, with every figure in it a button that puts it into the sum. */
export function KnownFigures({ texts, onInsert, strings, disabled }: Props) {
  if (texts.length === 0) return <p className="small">{strings.noKnown}</p>;
  return (
    <>
      <p className="micro">{strings.knownNote}</p>
      <ul className="desk-known">
        {texts.map((text) => (
          <li key={text}>
            {partsOf(text).map(({ at, part, figure }) =>
              figure ? (
                <button
                  key={at}
                  type="button"
                  className="figure num"
                  disabled={disabled}
                  aria-label={fill(strings.insert, { n: part })}
                  // The field being filled keeps the focus, and a phone its keyboard.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onInsert(part.replace(/\s/g, ''))}
                >
                  {part}
                </button>
              ) : (
                <span key={at}>{part}</span>
              ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Part {
  at: number;
  part: string;
  figure: boolean;
}

/** @returns the text cut at its figures, nothing lost. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(FIGURE)) {
    if (match.index > end) parts.push({ at: end, part: text.slice(end, match.index), figure: false });
    parts.push({ at: match.index, part: match[0], figure: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ at: end, part: text.slice(end), figure: false });
  return parts;
}

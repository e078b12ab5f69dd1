// How texts are set in this course: figures as 10,100 and 28%, English quotation marks “ ” and apostrophes ’, and what is
// spoken in quotation marks in both languages (the sheets set them in English here and there only).
import { EDITS } from './tables.mjs';

const OPEN = '\u0001';
const CLOSE = '\u0002';

/**
 * @param {unknown} value a scenario, or part of one.
 * @returns {any} the same with every `{ zh, en }` set in house style, in place, so that comments stay with their records.
 */
export function setTexts(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.zh === 'string' && typeof value.en === 'string') {
    value.zh = bettered(figures(value.zh));
    value.en = bettered(english(figures(value.en), value.zh));
  }
  for (const inner of Object.values(value)) setTexts(inner);
  return value;
}

const figures = (text) => text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1,').replace(/(\d) (?=%)/g, '$1');
const bettered = (text) => EDITS.reduce((edited, [from, to]) => edited.replace(from, to), text);

/** @param {string} en @param {string} zh tells what is spoken. */
function english(en, zh) {
  const marked = en
    .replace(/(?<=[\p{L}\d])'(?=\p{L})/gu, '’')
    .replace(/(?<=^|[\s(])'([^']+)'(?=[\s.,;:!?)]|$)/g, `${OPEN}$1${CLOSE}`)
    .replace(/(?<=s)'(?=\s)/g, '’')
    .replace(/(?<=^|[\s(])["“]/g, OPEN)
    .replace(/["”]/g, CLOSE);
  return nested(isSpoken(zh) ? quoted(marked, zh) : marked);
}

/** Is all of it speech, but for stage directions in brackets? */
const isSpoken = (zh) => /^(「[^」]*」)+$/.test(zh.replace(/（[^）]*）/g, '').replace(/\s/g, ''));

/** Quotation marks around each stretch of speech between stage directions. */
function quoted(en, zh) {
  const pieces = zh.includes('（') ? en.split(/(\([^()]*\))/) : [en];
  return pieces
    .map((piece) => {
      const speech = piece.trim();
      if (speech === '' || speech.startsWith('(') || isQuoted(speech)) return speech;
      return `${OPEN}${speech}${CLOSE}`;
    })
    .filter(Boolean)
    .join(' ');
}

/** One pair of marks around the whole. */
function isQuoted(speech) {
  if (!speech.startsWith(OPEN) || !speech.endsWith(CLOSE)) return false;
  let depth = 0;
  return ![...speech].slice(0, -1).some((sign) => {
    depth += sign === OPEN ? 1 : sign === CLOSE ? -1 : 0;
    return depth === 0;
  });
}

/** “ ” outside, ‘ ’ inside. */
function nested(text) {
  let depth = 0;
  return [...text]
    .map((sign) => {
      if (sign === OPEN) return depth++ === 0 ? '“' : '‘';
      if (sign === CLOSE) return --depth <= 0 ? '”' : '’';
      return sign;
    })
    .join('');
}

import { JOT_KEY } from '../jots.ts';
import { SHEET_KEY } from '../last-words.ts';
import { PLACES_KEY } from '../place.ts';
import { MIRROR_KEY } from '../record/mirror.ts';
import { SEALS_KEY } from '../seals.ts';

/**
 * Lines in localStorage that belong to the open record: hints for the first paint, and what was typed last. They are put
 * away with it under its name, so that no page need know of owners to read them.
 */
const LINES = [PLACES_KEY, SEALS_KEY, MIRROR_KEY, JOT_KEY, SHEET_KEY];
const awayOf = (owner: string) => `sanxiu.lines.${owner}`;

type Lines = Record<string, string>;

/** Put the lines of one record away and those of another in their place. Losing them costs no work. Nothing here throws. */
export function swapLines(from: string, into: string): void {
  safely(() => {
    const current = takeAll();
    localStorage.setItem(awayOf(from), JSON.stringify(current));
    putAll(away(into));
    localStorage.removeItem(awayOf(into));
  });
}

/** The open record is moved into another one: its lines join that one's. */
export function carryLines(into: string): void {
  safely(() => {
    const other = away(into);
    const current = takeAll();
    putAll({
      ...other,
      ...current,
      ...joined(other, current, SEALS_KEY),
      ...joined(other, current, PLACES_KEY),
      ...joined(other, current, MIRROR_KEY),
      ...renamed(current, into),
    });
    localStorage.removeItem(awayOf(into));
  });
}

export const forgetLines = (owner: string): void => safely(() => localStorage.removeItem(awayOf(owner)));

/** Two lists or two objects as one. */
function joined(first: Lines, second: Lines, key: string): Lines {
  const [a, b] = [parse(first[key]), parse(second[key])];
  if (Array.isArray(a) && Array.isArray(b)) return { [key]: JSON.stringify([...new Set([...a, ...b])]) };
  if (!a || !b || Array.isArray(a) || Array.isArray(b)) return {};
  return { [key]: JSON.stringify({ ...a, ...b }) };
}

/** Words typed into a sheet say whose they are. */
function renamed(lines: Lines, owner: string): Lines {
  const words = parse(lines[SHEET_KEY]);
  return words ? { [SHEET_KEY]: JSON.stringify({ ...words, owner }) } : {};
}

function takeAll(): Lines {
  const found: Lines = {};
  for (const key of LINES) {
    const line = localStorage.getItem(key);
    if (line !== null) found[key] = line;
    localStorage.removeItem(key);
  }
  return found;
}

function putAll(lines: Lines): void {
  for (const key of LINES) if (typeof lines[key] === 'string') localStorage.setItem(key, lines[key]);
}

const away = (owner: string): Lines =>
  (parse(localStorage.getItem(awayOf(owner)) ?? undefined) as Lines | undefined) ?? {};

/** @returns undefined for what is neither an object nor a list. */
function parse(line: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(line ?? 'null');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function safely(work: () => void): void {
  try {
    work();
  } catch {
    // Storage is blocked or full: hints less.
  }
}

import { evaluate, namesIn } from '../../finance/expression.ts';
import type { Text } from '../../model/text.ts';
import type { WrittenScenario } from '../figures/draw-scenario.ts';
import { type FigurePlan, type FreeFigure, valuesOf } from '../figures/figures.ts';
import { FORMATS } from '../figures/format.ts';
import { placesIn } from '../figures/placeholder.ts';
import { type IssueSink, type Path, report } from './issue.ts';

/** How far a free figure may move from the dossier's. */
const LARGEST_SHARE = 0.1;
/** Shown before any run is drawn: on cards, in lists and in records. */
const UNDRAWN = ['title', 'trains'];

/**
 * Figures of a scenario and all places that name one. What is reported here cannot be drawn, so nothing else is checked.
 * @returns true when the scenario can be drawn with every seed.
 */
export function checkFigures(written: WrittenScenario<Text>, sink: IssueSink): boolean {
  let fine = true;
  const tell = (path: Path, message: string) => {
    fine = false;
    report(sink, path, message);
  };
  const { figures, ...texts } = written;
  if (figures) checkPlan(figures, tell);
  const known = figures ? [...figures.free, ...figures.derived].map(({ id }) => id) : [];
  checkPlaces(texts, known, [], tell);
  return fine;
}

type Tell = (path: Path, message: string) => void;

function checkPlan({ free, derived }: FigurePlan, tell: Tell): void {
  free.forEach((figure, index) => {
    const wrong = wrongRange(figure);
    if (wrong) tell(['figures', 'free', index, 'range'], wrong);
  });
  const known = new Map<string, number>();
  for (const { id, value } of free) {
    if (known.has(id)) tell(['figures', 'free'], `"${id}" is declared twice; give each figure one id`);
    known.set(id, value);
  }
  derived.forEach(({ id, of }, index) => {
    const path = ['figures', 'derived', index];
    if (known.has(id)) tell([...path, 'id'], `"${id}" is declared twice; give each figure one id`);
    const lost = namesIn(of).find((name) => !known.has(name));
    const result = lost === undefined ? evaluate(of, Object.fromEntries(known)) : undefined;
    if (lost !== undefined)
      tell(
        [...path, 'of'],
        `"${lost}" is no figure above this one; write one of ${[...known.keys()].join(', ')}`,
      );
    else if (result && !('value' in result))
      tell([...path, 'of'], `"${of}" is ${result.problem}; use + - * / ( ), %, numbers and figures above it`);
    known.set(id, result && 'value' in result ? result.value : 1);
  });
}

function wrongRange(figure: FreeFigure): string | undefined {
  const { id, value, range, step } = figure;
  const [low, high] = range;
  const [least, most] = [value - Math.abs(value) * LARGEST_SHARE, value + Math.abs(value) * LARGEST_SHARE];
  if (!(low < high && least <= low + 1e-9 && high <= most + 1e-9))
    return `${low} to ${high} for ${id}: keep within ±10% of ${value}, ${least} to ${most}, the lowest first`;
  const values = valuesOf(figure);
  if (values.at(-1) !== high)
    return `${high} is no whole number of steps of ${step} above ${low}; write ${values.at(-1)}`;
  if (!values.includes(value))
    return `${value}, the dossier’s figure, is not among ${values.join(', ')}; choose range and step so that it is`;
  return undefined;
}

function checkPlaces(value: unknown, known: readonly string[], path: Path, tell: Tell): void {
  if (typeof value === 'string') checkText(value, known, path, tell);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value))
    checkPlaces(member, known, [...path, Array.isArray(value) ? Number(key) : key], tell);
}

function checkText(text: string, known: readonly string[], path: Path, tell: Tell): void {
  for (const place of placesIn(text)) {
    if (!('id' in place)) {
      tell(path, `${place.written} cannot be read; write {figure}, {figure:100} or {figure:<1000:zh-short}`);
    } else if (!known.includes(place.id)) {
      const remedy = known.length > 0 ? `write one of ${known.join(', ')}, or add it` : 'declare it';
      tell(path, `${place.written} names no figure of this scenario; ${remedy} under figures`);
    } else if (!Object.hasOwn(FORMATS, place.format)) {
      tell(
        path,
        `${place.written} has no format "${place.format}"; write one of ${Object.keys(FORMATS).join(', ')}`,
      );
    } else if (UNDRAWN.includes(String(path[0]))) {
      tell(path, `${place.written} stands where no run is drawn yet; write it without a figure that varies`);
    }
  }
}

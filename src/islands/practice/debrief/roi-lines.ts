import { type DeskReview, deskReview } from '#core/simulator/debrief/desk-review.ts';
import type { DeskRow } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { findingTexts, sentence } from './wording.ts';

type Props = Pick<DebriefViewProps, 'scenario' | 'run' | 'strings'>;
type Review = DeskReview<string>;

/** The filled desk beside the right one, as far as a criterion goes by it. */
export function deskLines(props: Props, criterion: string): string[] {
  const { scenario, run, strings } = props;
  const review = deskReview(scenario, run);
  if (!review) return [];
  const lines: Readonly<Record<string, () => string[]>> = {
    problem: () => problemLines(props, review),
    baseline: () => tagLines(props, review),
    arith: () => slipLines(props, review),
    range: () => rangeLines(props, review),
  };
  return (lines[criterion]?.() ?? []).map((line) => sentence(line, strings));
}

function problemLines({ strings }: Props, { task, act }: Review): string[] {
  const { main, reject } = task.problem;
  const nameOf = (id: string | undefined) =>
    id === undefined ? strings.none : (task.labels[id] ?? task.rows.find((row) => row.id === id)?.text ?? id);
  return [
    fill(strings.problemOwn, { own: nameOf(act.problem) }),
    ...(act.problem === main ? [] : [fill(strings.problemBest, { best: nameOf(main) })]),
    ...(act.rejected === reject ? [] : [fill(strings.problemReject, { reject: nameOf(reject) })]),
  ];
}

function tagLines({ strings }: Props, { wrongTags }: Review): string[] {
  const source = (tag: string) => strings.sources[tag as keyof typeof strings.sources] ?? tag;
  return wrongTags.map(({ row, given, right }) =>
    fill(given ? strings.wrongTag : strings.wrongTagNone, {
      row: row.text,
      own: given ? source(given) : '',
      right: source(right),
    }),
  );
}

function slipLines({ scenario, run, strings }: Props, { slips }: Review): string[] {
  return slips.map(({ row, given, why }) => {
    const right = amount(row, row.value, strings);
    const finding = row.needs?.replace(/^finding\./, '');
    const isHidden = finding !== undefined && !Object.hasOwn(run.findings, finding);
    const reason = [
      ...(why ? [sentence(why, strings)] : []),
      ...(isHidden ? [fill(strings.slipHidden, { part: findingTexts(scenario, [finding])[0] ?? '' })] : []),
    ].join(strings.space);
    if (given === undefined) return fill(strings.slipEmpty, { row: row.text, right }) + reason;
    return fill(strings.slip, { row: row.text, own: amount(row, given, strings), right, why: reason });
  });
}

/** Good, middle and bad. */
const ALL_CASES = 3;

function rangeLines({ strings }: Props, { cases, sensitivity }: Review): string[] {
  const { given, right } = sensitivity;
  const isRight = given !== undefined && given.id === right?.id;
  return [
    ...(cases < ALL_CASES ? [fill(strings.cases, { n: cases })] : []),
    ...(right && !isRight ? [fill(strings.sensitivity, { right: right.text })] : []),
    ...(given && !isRight ? [fill(strings.sensitivityOwn, { own: given.text })] : []),
  ];
}

/** `20,736元`: thousands with a comma, the row's unit. */
export function amount(
  { unit = 'cny' }: DeskRow<string>,
  value: number | string,
  { units }: DebriefViewProps['strings'],
): string {
  if (typeof value === 'string') return value;
  const [whole = '', rest] = String(Math.abs(Math.round(value * 100) / 100)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const n = `${value < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
  return fill(units[unit], { n });
}

import { boardReview } from '#core/simulator/debrief/board-review.ts';
import { judgedSpots } from '#core/simulator/debrief/walk-review.ts';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { findingTexts, nameOf, sentence } from './wording.ts';

type Props = Pick<DebriefViewProps, 'scenario' | 'run' | 'strings'>;

/** The diagnosis beside the right one: cause, evidence, alternatives, what is still to be asked. */
export function boardLines(props: Props): string[] {
  const { scenario, run, strings } = props;
  const review = boardReview(scenario, run);
  if (!review) return [];
  const { chosen, root, laid, left, hidden, alternatives, task } = review;
  const some = (text: string, ids: readonly string[]) =>
    ids.length > 0 ? [fill(text, { parts: findingTexts(scenario, ids).join(strings.semicolon) })] : [];
  const isRight = chosen !== undefined && chosen.id === root?.id;
  return [
    chosen ? fill(strings.cause, { cause: chosen.text }) : strings.noCause,
    ...(isRight || !root ? [] : [fill(strings.root, { cause: root.text })]),
    ...some(strings.proofLaid, isRight ? laid : []),
    ...some(strings.proofLeft, isRight ? left : [...laid, ...left]),
    ...some(strings.proofHidden, hidden),
    ...rejectLines(props, alternatives),
    ...decisionLines(props, review),
    fill(strings.missing, { text: task.missing }),
  ].map((line) => sentence(line, strings));
}

type Review = NonNullable<ReturnType<typeof boardReview<string>>>;

/** One alternative is enough; those rejected come first. */
function rejectLines({ scenario, strings }: Props, alternatives: Review['alternatives']): string[] {
  const done = alternatives.filter(({ isRejected, hidden }) => isRejected && hidden.length === 0);
  if (done.length > 0) return done.map(({ cause }) => fill(strings.rejectsDone, { cause: cause.text }));
  return alternatives.map(({ cause, hidden }) =>
    hidden.length > 0
      ? fill(strings.rejectsHidden, {
          cause: cause.text,
          parts: findingTexts(scenario, hidden).join(strings.semicolon),
        })
      : fill(strings.rejects, { cause: cause.text }),
  );
}

function decisionLines({ scenario, strings }: Props, { task, act }: Review): string[] {
  return (task.decisions ?? []).flatMap(({ person, best, options }) => {
    const own = act.decisions?.[person];
    if (own === best) return [];
    const textOf = (id: string | undefined) =>
      unquoted(options.find((one) => one.id === id)?.text ?? strings.none);
    return [
      fill(strings.decisionWrong, { name: nameOf(scenario, person), own: textOf(own), best: textOf(best) }),
    ];
  });
}

/** Notes that judged instead of saying what was there. */
export function walkLines({ scenario, run, strings }: Props): string[] {
  return judgedSpots(scenario, run).map(({ name, judging, neutral }) =>
    sentence(fill(strings.judged, { name, own: judging, neutral }), strings),
  );
}

import type { TurningPoint } from '#core/simulator/debrief/turning-points.ts';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { sentenceFor, topicText } from './look-back.ts';
import { quoted } from './wording.ts';

/** What is said of a turning point. */

type Props = Pick<DebriefViewProps, 'scenario' | 'run' | 'moves' | 'words' | 'strings'>;

/** What an expert would have said there; empty where nothing better is known. */
export function betterWords(props: Props, { best, instead }: TurningPoint<string>): string {
  const { moves, strings } = props;
  if (best) return quoted(unquoted(best.text), strings);
  if (!instead) return '';
  const move = moves[instead.tag].label;
  const topic = topicText(props, instead.topic);
  const how = topic ? fill(strings.insteadOf, { move, topic }) : fill(strings.insteadHere, { move });
  return how + quoted(sentenceFor(props, instead), strings);
}

/** The option's own feedback where its words were said; else what was the matter, and why the better one is. */
export function whyWords(
  { run, moves, strings }: Props,
  { index, taken, reason, best, note, isBest }: TurningPoint<string>,
): string {
  if (taken) return taken.feedback;
  const tag = run.log[index]?.move?.tag;
  if (isBest) return best?.feedback ?? note ?? (tag ? moves[tag].hint : '');
  const good = best && fill(strings.goodThere, { text: best.feedback });
  return [reason && strings.reasons[reason], note, good].filter(Boolean).join(strings.space);
}

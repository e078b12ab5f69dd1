import { type PitchSet, pitchReview } from '#core/simulator/debrief/pitch-review.ts';
import { taskDone } from '#core/simulator/debrief/task-done.ts';
import type { AdvertTask, Card } from '#core/simulator/scenario.ts';
import { unquoted } from '#core/simulator/sentence.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefStrings } from '#i18n/practice-debrief.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { quoted, sentence } from './wording.ts';

type Props = Pick<DebriefViewProps, 'scenario' | 'run' | 'strings'>;
type Part = keyof DebriefStrings['partNames'];

/** Which parts of a pitch a criterion looks at. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  benefit: ['benefit'],
  chain: ['features', 'advantage', 'benefit'],
  evidence: ['evidence', 'limit'],
};

/** What was built beside the best build, as far as the criterion goes by it. */
export function pitchLines(props: Props, criterion: string): string[] {
  const { strings } = props;
  if (criterion === 'lawful') return lawfulLines(props);
  const review = pitchReview(props.scenario, props.run);
  if (!review) return [];
  const { task, own, best, limitNamed, order, seconds } = review;
  if (criterion === 'brev') {
    const facts = { seconds, features: own.features.length, order: strings.orders[order] };
    return [
      sentence(fill(strings.pitchFacts, facts), strings),
      sentence(fill(strings.bestOrder, { order: strings.orders[task.best.order] }), strings),
    ];
  }
  const parts = PARTS[criterion];
  if (!parts) return [];
  const lines = [
    line(strings.ownBuild, own, limitNamed ? strings.limitNamed : strings.limitNot, parts, strings),
    line(strings.bestBuild, best, task.limit, parts, strings),
  ];
  const model = `${strings.model}${strings.colon}${quoted(unquoted(task.model), strings)}`;
  return criterion === 'chain' ? [...lines, model] : lines;
}

function line(
  whose: string,
  set: PitchSet<string>,
  limit: string,
  parts: readonly Part[],
  strings: DebriefStrings,
): string {
  const textOf = (part: Part): string => {
    if (part === 'limit') return limit;
    const cards = {
      features: set.features,
      benefit: set.benefits,
      advantage: [set.advantage],
      evidence: [set.evidence],
    };
    const texts = cards[part].flatMap((card) => (card ? [quoted(card.text, strings)] : []));
    return texts.join(strings.list) || strings.none;
  };
  const told = parts.map((part) => `${strings.partNames[part]}${textOf(part)}`).join(strings.semicolon);
  return sentence(`${whose}${strings.colon}${told}`, strings);
}

/** Cards that must not be said, and the bait of the advert. */
function lawfulLines({ scenario, run, strings }: Props): string[] {
  const review = pitchReview(scenario, run);
  const own = review?.own;
  const cards: readonly (Card<string> | undefined)[] = own
    ? [...own.features, own.advantage, ...own.benefits, own.evidence]
    : [];
  const coded = cards.flatMap((card) => (card?.code ? [`${quoted(card.text, strings)}${card.code}`] : []));
  const task = scenario.stages.find((stage): stage is AdvertTask<string> => stage.kind === 'advert');
  const laid = taskDone(run, 'advert.arrange')?.act.cards ?? [];
  const bait = task?.cards.find(({ id, role }) => role === 'bait' && laid.includes(id));
  const best = task?.best.flatMap((id) => task.cards.find((card) => card.id === id)?.text ?? []) ?? [];
  return [
    ...(coded.length > 0 ? [fill(strings.codedCards, { cards: coded.join(strings.list) })] : []),
    ...(bait ? [fill(strings.advertBait, { card: bait.text })] : []),
    ...(task && laid.length > 0 ? [fill(strings.advertBest, { cards: best.join(strings.arrow) })] : []),
  ].map((text) => sentence(text, strings));
}

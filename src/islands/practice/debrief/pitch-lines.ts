import { type PitchSet, pitchReview } from '#core/simulator/debrief/pitch-review.ts';
import { taskDone } from '#core/simulator/debrief/task-done.ts';
import type { AdvertTask, Card } from '#core/simulator/scenario-task.ts';
import { fill } from '#core/text/fill.ts';
import { unquoted } from '#core/text/unquoted.ts';
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
  const [built, right] = [toldOf(own, parts, strings), toldOf(best, parts, strings)];
  const isEvidence = parts.includes('limit');
  const limit = isEvidence && own.evidence !== undefined && own.evidence === best.evidence;
  const lines = [
    `${strings.ownBuild}${strings.colon}${built}${built === right && !isEvidence ? strings.comma + strings.sameBuild : ''}`,
    ...(built === right ? [] : [`${strings.bestBuild}${strings.colon}${right}`]),
    ...(limit ? [`${strings.partNames.limit}${limitNamed ? strings.limitNamed : strings.limitNot}`] : []),
    ...(limit && !limitNamed ? [fill(strings.limitIs, { limit: task.limit })] : []),
  ].map((text) => sentence(text, strings));
  const model = `${strings.model}${strings.colon}${quoted(unquoted(task.model), strings)}`;
  return criterion === 'chain' ? [...lines, model] : lines;
}

/** The cards of some parts in words. */
function toldOf(set: PitchSet<string>, parts: readonly Part[], strings: DebriefStrings): string {
  const cards = {
    features: set.features,
    benefit: set.benefits,
    advantage: [set.advantage],
    evidence: [set.evidence],
  };
  return parts
    .flatMap((part) => {
      if (part === 'limit') return [];
      const texts = cards[part].flatMap((card) => (card ? [quoted(card.text, strings)] : []));
      return [`${strings.partNames[part]}${texts.join(strings.list) || strings.none}`];
    })
    .join(strings.semicolon);
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
    ...(bait ? [fill(strings.advertBait, { card: unquoted(bait.text) })] : []),
    ...(task && laid.length > 0 && laid.join() !== task.best.join()
      ? [fill(strings.advertBest, { cards: best.join(strings.arrow) })]
      : []),
  ].map((text) => sentence(text, strings));
}

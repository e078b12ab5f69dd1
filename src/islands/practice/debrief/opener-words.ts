import type { IcebergPart, Opener } from '#core/simulator/debrief/iceberg.ts';
import { turnById } from '#core/simulator/debrief/turns.ts';
import { forkOf } from '#core/simulator/forks.ts';
import { fill } from '#core/text/fill.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { quoted } from './wording.ts';

type Props = Pick<DebriefViewProps, 'scenario' | 'plan' | 'run' | 'moves' | 'language' | 'strings'>;

/** More ways than this are no help. */
const MOST = 2;
/** Of a line that is quoted to find a place again, characters. */
const SHORT = { zh: 16, en: 42 };

/** What would have opened a hidden part: the best way, and one other where there is one. */
export function openersOf(props: Props, { openers }: IcebergPart<string>): string[] {
  return [...new Set(openers.map((opener) => openerText(props, opener)))].slice(0, MOST);
}

function openerText(props: Props, opener: Opener<string>): string {
  const { openers, comma, list } = props.strings;
  const named = (...tags: readonly (keyof Props['moves'])[]) =>
    tags.map((tag) => props.moves[tag].label).join(list);
  switch (opener.kind) {
    case 'reply': {
      const how = fill(openers.reply, { place: placeOf(props, opener.turnId), moves: named(opener.tag) });
      return how + trustText(opener.trust, props);
    }
    case 'line':
      return fill(openers.line, { place: placeOf(props, opener.turnId) });
    case 'topic': {
      const moves = named(...opener.tags.slice(0, MOST));
      const how = opener.topic
        ? fill(openers.topic, { topic: opener.topic, moves })
        : fill(openers.anyTopic, { moves });
      const first =
        opener.after.length > 0 ? fill(openers.after, { parts: opener.after.join(list) }) + comma : '';
      return first + how + trustText(opener.trust, props);
    }
    case 'spot':
      return fill(openers.spot, { name: opener.name });
    case 'paper':
      return fill(opener.asksPurpose ? openers.paperPurpose : openers.paper, { text: opener.text });
    case 'phone':
      return fill(openers.phone, { who: opener.who });
  }
}

/** Only where trust was short when it mattered last. */
function trustText(trust: number | undefined, { run, strings }: Props): string {
  const highest = Math.max(0, ...run.log.map((entry) => entry.trust));
  return trust === undefined || highest >= trust
    ? ''
    : strings.comma + fill(strings.openers.trust, { n: trust });
}

/** The round a turn was answered in, or the beginning of its line where the run never came to it. */
function placeOf(props: Props, turnId: string): string {
  const { scenario, plan, run, strings, language } = props;
  const entry = run.log.find((one) => one.turnId === turnId && one.move !== undefined);
  if (entry) return fill(strings.openers.atRound, { n: entry.round });
  const turn = turnById(scenario, turnId);
  const line = turn ? (forkOf(turn, plan)?.line ?? turn.line) : '';
  const words = line
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[「」“”]/g, '')
    .trim();
  const short = words.length > SHORT[language] ? `${words.slice(0, SHORT[language])}……` : words;
  return fill(strings.openers.atLine, { line: quoted(short, strings) });
}

import { eveningOf } from '#core/simulator/condition.ts';
import { RUBRIC } from '#core/simulator/score/score-run.ts';
import { fill } from '#core/text/fill.ts';
import { points } from '#core/text/points.ts';
import { basisLines } from '#islands/practice/debrief/basis-lines.ts';
import { criterionWords, quotesFor } from '#islands/practice/debrief/criterion-words.ts';
import { effectWords } from '#islands/practice/debrief/deed-words.ts';
import { lookBackOf } from '#islands/practice/debrief/look-back.ts';
import { openersOf } from '#islands/practice/debrief/opener-words.ts';
import { capText, verdictOn } from '#islands/practice/debrief/score-words.ts';
import { betterWords, whyWords } from '#islands/practice/debrief/turn-words.ts';
import { nameOf, quoted } from '#islands/practice/debrief/wording.ts';

/** The debrief of a run as text, section by section as on the page. */
export function debriefText(props) {
  const look = lookBackOf(props);
  return [story(props), score(props), turns(props, look), iceberg(props, look), rubric(props, look)].join(
    '\n\n',
  );
}

function story({ scenario, run, strings }) {
  const name = nameOf(scenario, scenario.evening.teller);
  return `**${fill(strings.evening, { name })}** ${eveningOf(scenario, run).join(' ')}`;
}

function score(props) {
  const { score: result, strings } = props;
  const capping = result.capReasons.filter(({ cap }) => cap < result.raw);
  const caps = capping.map((reason) => capText(props, reason));
  const why =
    caps.length > 0 ? [fill(strings.capped, { raw: points(result.raw), cap: result.cap }), ...caps] : [];
  return `**${points(result.score)}** ${[verdictOn(props), ...why].join(' ')}`;
}

function turns(props, { turns: found, said }) {
  const { run, strings } = props;
  const lines = found.map((turn, place) => {
    const entry = run.log[turn.index];
    const better = turn.isBest ? strings.expertSame : betterWords(props, turn);
    const lesson = props.principles[turn.principle];
    return [
      `- ${strings.marks[place]} ${fill(strings.round, { n: turn.round })}`,
      `  - ${strings.youSaid}：${quoted(said.get(turn.index) ?? '', strings)}`,
      `  - ${strings.itDid}：${effectWords(props, entry, turn, turn.missed)}`,
      `  - ${turn.isBest ? strings.expertToo : strings.better}：${better}`,
      `  - ${whyWords(props, turn)}（${lesson ? fill(strings.lesson, { n: lesson.lessonNumber, title: lesson.title }) : ''}）`,
    ].join('\n');
  });
  return [`**${strings.curveTitle}**`, ...lines].join('\n');
}

function iceberg(props, { iceberg: { found, missed } }) {
  const { strings } = props;
  const lines = missed.map((part) => `- ${part.text}：${openersOf(props, part).join(strings.openers.or)}`);
  const head = `${fill(strings.above, { n: found.length })}${strings.comma}${fill(strings.below, { n: missed.length })}`;
  return [`**${strings.iceTitle}** ${head}`, ...lines].join('\n');
}

function rubric(props, { said }) {
  const { simulator, strings } = props;
  const lines = RUBRIC[simulator].flatMap(({ id, weight }) => {
    const { name, level, line, next } = criterionWords(props, id);
    const quotes = quotesFor(props, said, id).map(
      ({ side, round, text }) =>
        `  - ${side === 'for' ? strings.counts : strings.against}：${fill(strings.round, { n: round })} ${text}`,
    );
    return [
      `- ${name}（${fill(strings.weight, { n: weight })}）${fill(strings.got, { level, line })}${next ? fill(strings.nextLevel, { line: next }) : ''}`,
      ...quotes,
      ...basisLines(props, id).map((text) => `  - ${text}`),
    ];
  });
  return [`**${strings.rubricTitles[RUBRIC[simulator].length]}**`, ...lines].join('\n');
}

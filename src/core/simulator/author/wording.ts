import { LANGUAGES, type Text } from '../../model/text.ts';
import { houseStyleMistakes } from '../../text/house-style.ts';
import type { Scenario } from '../scenario.ts';
import { type IssueSink, type Path, report } from './issue.ts';
import { marksOf, textsOf, turnsOf } from './walk-scenario.ts';

/** Customers are 您, the learner is 你; figures and spaces as everywhere in the course. */
export function checkWording(scenario: Scenario<Text>, sink: IssueSink): void {
  checkSpoken(scenario, sink);
  checkNarrated(scenario, sink);
  for (const { text, path } of textsOf(scenario)) checkTypography(text, path, sink);
}

/** What the learner says to a customer. */
function checkSpoken(scenario: Scenario<Text>, sink: IssueSink): void {
  for (const { turn, path } of turnsOf(scenario))
    turn.options.forEach(({ text }, index) => {
      const place = [...path, 'options', index, 'text'];
      if (!/^「.*」$/.test(text.zh)) report(sink, [...place, 'zh'], 'is spoken; put all of it into 「」');
      if (!/^“.*”$/.test(text.en)) report(sink, [...place, 'en'], 'is spoken; put all of it into “ ”');
    });
  const spoken = [
    ...turnsOf(scenario).flatMap(({ turn, path }) =>
      turn.options.map(({ text }, index) => ({ text, path: [...path, 'options', index, 'text'] })),
    ),
    ...textsOf(scenario.topicPhase?.blocks, ['topicPhase', 'blocks']),
    ...textsOf(scenario.blocks.byTopic, ['blocks', 'byTopic']),
    ...textsOf(scenario.blocks.byTurn, ['blocks', 'byTurn']),
  ];
  for (const { text, path } of spoken)
    if (text.zh.includes('你')) report(sink, [...path, 'zh'], 'says 你 to a customer; write 您, or 二位');
}

/** What the scenario says to the learner: 您 only inside quotation marks. */
function checkNarrated(scenario: Scenario<Text>, sink: IssueSink): void {
  const narrated = [
    ...turnsOf(scenario)
      .flatMap(marksOf)
      .map(({ marks, path }) => ({ text: marks.feedback, path: [...path, 'feedback'] })),
    ...textsOf(scenario.briefing, ['briefing']),
    ...textsOf(scenario.prep, ['prep']),
    ...textsOf(scenario.endings, ['endings']),
  ];
  for (const { text, path } of narrated)
    if (text.zh.replace(/[「『][^」』]*[」』]/g, '').includes('您'))
      report(sink, [...path, 'zh'], 'says 您 to the learner; write 你, and quote a customer in 「」');
}

function checkTypography(text: Text, path: Path, sink: IssueSink): void {
  for (const language of LANGUAGES)
    for (const message of houseStyleMistakes(text[language], language))
      report(sink, [...path, language], message);
}

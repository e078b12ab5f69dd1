import { transcriptOf } from '#core/simulator/transcript.ts';
import { trustOf } from '#core/simulator/values.ts';
import { fill } from '#core/text/fill.ts';
import { changesOf, nameOf, quoted } from '#islands/practice/debrief/wording.ts';

/** All that was said and done, with what each move was worth. */
export function talkText(props) {
  const { scenario, plan, acts, moves, run, strings, words } = props;
  const lines = transcriptOf(scenario, plan, acts, moves, words).flatMap((passage) => {
    if (passage.kind === 'line') return [`${nameOf(scenario, passage.by) || '…'}：${passage.text}`];
    if (passage.kind === 'task') return [`〔${strings.tasks[passage.task.kind]}〕`];
    if (passage.kind === 'visit') return [`〔${words.visit2}〕`];
    if (passage.kind !== 'own') return [];
    const entry = run.log[passage.index];
    const label = moves[passage.tag].label;
    const round = fill(strings.round, { n: entry.round });
    return [
      `**${round} ${strings.youSaid}**（${label}，${entry.move.quality}）${quoted(passage.text, strings)} → ${worth(entry, strings)}`,
    ];
  });
  return `${lines.join('\n\n')}\n`;
}

function worth({ before, values, codes }, strings) {
  const changes = {
    trust: trustOf(values) - trustOf(before),
    patience: values.patience - before.patience,
    interest: values.interest - before.interest,
  };
  return [changesOf(changes, strings) || strings.noChange, ...codes].join(' ');
}

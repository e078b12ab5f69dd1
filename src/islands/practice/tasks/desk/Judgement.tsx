import { shuffle } from '#core/model/random.ts';
import { Choices } from '../Choices.tsx';
import type { TaskViewProps } from '../task-view.ts';
import { type DeskDraft, figuresOf } from './draft.ts';
import { isMoney } from './figures.ts';
import { Sensitivity } from './Sensitivity.tsx';

type Props = Pick<TaskViewProps<'desk'>, 'task' | 'scenario' | 'strings' | 'disabled'> & {
  desk: DeskDraft;
  change: (part: Partial<DeskDraft>) => void;
};

/** What follows from the figures: the most sensitive row, the problem, what is set aside, what is proposed. */
export function Judgement({ task, scenario, strings, disabled, desk, change }: Props) {
  const t = strings.desk;
  const { problem, decision } = task;
  const labelOf = (id: string) => ({
    id,
    text: task.labels[id] ?? task.rows.find((row) => row.id === id)?.text ?? id,
  });
  const mixed = (ids: readonly string[], name: string) =>
    shuffle([...new Set(ids)], `${scenario.id}/${name}`).map(labelOf);
  const problems = mixed([problem.main, ...problem.secondary, problem.symptom, problem.reject], 'problem');
  const choose = (name: 'sensitivity' | 'problem' | 'rejected' | 'decision', choices: typeof problems) => (
    <Choices
      kind="radio"
      legend={t[name]}
      quiet={name === 'sensitivity'}
      choices={choices}
      chosen={desk[name] ? [desk[name]] : []}
      onChoose={(id) => change({ [name]: id })}
      disabled={disabled}
    />
  );
  return (
    <>
      <section>
        <h2>{t.sensitivity}</h2>
        <Sensitivity rows={task.rows} figures={figuresOf(task, desk)} strings={t} />
        {choose('sensitivity', task.rows.filter(isMoney))}
      </section>
      {choose('problem', problems)}
      {choose(
        'rejected',
        problems.filter((one) => one.id !== desk.problem),
      )}
      {choose('decision', mixed([...decision.best, ...decision.ok, ...decision.bad], 'decision'))}
    </>
  );
}

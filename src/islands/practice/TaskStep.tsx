import { type ReactNode, useEffect, useRef } from 'react';
import type { Act } from '#core/simulator/act.ts';
import type { Task } from '#core/simulator/scenario-task.ts';
import type { StepProps } from './run-step.ts';
import { TaskStage } from './tasks/TaskStage.tsx';

interface Props extends StepProps {
  task: Task<string>;
  onAct: (act: Act) => void;
  /** What was said before. */
  children: ReactNode;
}

/** Something to do between two talks; what was said before is folded away above it. */
export function TaskStep({ task, context, session, disabled, draft, onAct, children, ...rest }: Props) {
  const { language, strings, taskStrings } = rest;
  const holder = useRef<HTMLDivElement>(null);
  const { run, plan } = context;
  useEffect(() => {
    holder.current?.scrollIntoView({ block: 'start' });
    if (!disabled) holder.current?.focus({ preventScroll: true });
  }, [disabled]);
  return (
    <>
      <details className="earlier">
        <summary>{strings.earlier}</summary>
        {children}
      </details>
      <p className="turned">{strings.stages[task.kind]}</p>
      <div ref={holder} tabIndex={-1} className="task-holder">
        <TaskStage
          task={task}
          known={{ needs: run.needs, findings: run.findings, flags: run.flags }}
          scenario={plan.scenario}
          strings={taskStrings}
          language={language}
          onDone={onAct}
          draft={draft}
          onDraft={(value) => session.keepDraft(value)}
          disabled={disabled}
        />
      </div>
    </>
  );
}

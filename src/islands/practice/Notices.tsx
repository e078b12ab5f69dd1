import type { RunState } from '#client/run-session.ts';
import type { PracticeStrings } from '#i18n/practice.ts';
import { Icon } from '../board/Icon.tsx';

interface Props {
  state: RunState;
  /** Of the page; an open run may be on an older one. */
  revision: string;
  onTakeOver: () => void;
  strings: PracticeStrings;
}

/** What the learner should know of where this run lives; silence when all is well. */
export function Notices({ state, revision, onTakeOver, strings }: Props) {
  const { health, notice, lease, run } = state;
  const lines: string[] = [];
  if (health?.state === 'memory') lines.push(strings.memory[health.reason ?? 'blocked']);
  if (notice === 'set-aside') lines.push(strings.setAside);
  if (notice === 'overtaken') lines.push(strings.overtaken);
  if (notice === 'unreachable') lines.push(strings.unreachable);
  if (run?.status === 'active' && run.context.plan.scenario.revision !== revision)
    lines.push(strings.otherRevision);
  return (
    <div className="run-notices" role="status">
      {lease === 'following' && (
        <p className="notice">
          <Icon name="circle-alert" />
          <span>
            {strings.following}{' '}
            <button type="button" className="btn quiet" onClick={onTakeOver}>
              {strings.takeOver}
            </button>
          </span>
        </p>
      )}
      {lines.map((line) => (
        <p className="notice" key={line}>
          <Icon name="circle-alert" />
          <span>{line}</span>
        </p>
      ))}
    </div>
  );
}

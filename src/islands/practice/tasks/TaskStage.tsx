import type { TaskKind, TaskViewProps } from './task-view.ts';
import { useTaskView } from './task-views.ts';

/** The task that is due: its view once it is here, a sentence until then. */
export function TaskStage(props: TaskViewProps<TaskKind>) {
  const { task, strings } = props;
  const { View, failed, retry } = useTaskView(task.kind);
  if (View) return <View key={task.id} {...props} />;
  return (
    <div className="task" role="status">
      {failed ? (
        <>
          <p className="small">{strings.unreachable}</p>
          <button type="button" className="btn line" onClick={retry}>
            {strings.retryLoad}
          </button>
        </>
      ) : (
        <p className="small">{strings.loading}</p>
      )}
    </div>
  );
}

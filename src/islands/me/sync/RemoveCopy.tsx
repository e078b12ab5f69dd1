import { deleteCopy } from '#client/sync/turn.ts';
import { fill } from '#core/text/fill.ts';
import { AskToDelete } from '../AskToDelete.tsx';
import type { SyncProps } from './SyncSection.tsx';

export interface RemoveCopyProps extends SyncProps {
  /** Told outside: after deletion this part is gone. */
  onSaid: (said: string) => void;
  /** Whose copy it is can sign in; that ends with it. */
  isAccount: boolean;
}

/** Delete the copy on the server, after a question that says what stays. */
export function RemoveCopy({ record, facts, strings, sync, account, onSaid, isAccount }: RemoveCopyProps) {
  async function remove() {
    const done = await deleteCopy(record);
    if (done.status !== 'done') return sync.turnRefused[done.reason];
    onSaid(sync.removed);
    return undefined;
  }
  return (
    <AskToDelete title={sync.removeTitle} question={sync.removeQuestion} onDelete={remove} strings={strings}>
      <p>{fill(sync.removeText, { n: facts.length })}</p>
      {isAccount && <p>{account.removedToo}</p>}
    </AskToDelete>
  );
}

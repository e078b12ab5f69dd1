import { useState } from 'react';
import { forgetPlaces } from '#client/place.ts';
import { readOwner } from '#client/record/owner.ts';
import { readSyncMark } from '#client/record/sync-mark.ts';
import { forgetSeals } from '#client/seals.ts';
import { AskToDelete } from './AskToDelete.tsx';
import type { KeepingProps } from './Keeping.tsx';

/** Delete everything on this device. */
export function DeleteRecord({ record, strings, sync }: KeepingProps) {
  const [result, setResult] = useState('');
  const [isSynced, setSynced] = useState(false);

  function open() {
    setSynced(readSyncMark() !== undefined);
    setResult('');
  }

  async function remove() {
    const done = await record.deleteAll();
    forgetPlaces();
    forgetSeals();
    setResult(done === 'deleted' ? strings.deleted : strings.deletedInMemory);
    // Only signing in opens another record than the first.
    if (readOwner() !== 'local' && (await import('#client/account/sign-out.ts')).leaveDeleted())
      location.reload();
    return undefined;
  }

  return (
    <>
      <AskToDelete
        title={strings.deleteTitle}
        question={strings.deleteQuestion}
        onOpen={open}
        onDelete={remove}
        strings={strings}
      >
        <p>{strings.deleteText}</p>
        {isSynced && <p>{sync.localOnly}</p>}
      </AskToDelete>
      <p className="small" role="status">
        {result}
      </p>
    </>
  );
}

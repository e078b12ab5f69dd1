import type { AdminStrings } from '#i18n/admin.ts';
import type { Loaded } from './use-loaded.ts';

interface Props {
  loaded: Loaded<unknown>;
  load: () => void;
  strings: AdminStrings;
}

/** Until there is something to show: that it comes, or why it does not, and once more. */
export function Status({ loaded, load, strings }: Props) {
  if (loaded.status === 'done') return null;
  if (loaded.status === 'loading')
    return (
      <p className="small" role="status">
        {strings.loading}
      </p>
    );
  return <Failed said={loaded.said} onAgain={load} strings={strings} />;
}

/** Why nothing came, and once more. @param said the server's own sentence, or ''. */
export function Failed({
  said,
  onAgain,
  strings,
}: {
  said: string;
  onAgain: () => void;
  strings: AdminStrings;
}) {
  return (
    <>
      <p role="alert">{said || strings.failed}</p>
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={onAgain}>
          {strings.again}
        </button>
      </p>
    </>
  );
}

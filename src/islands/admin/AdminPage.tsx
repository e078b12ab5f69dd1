import { useCallback, useEffect, useMemo, useState } from 'react';
import { createAdminApi } from '#client/admin/admin-api.ts';
import { askViewer, type Viewer } from '#client/admin/viewer.ts';
import { fill } from '#core/text/fill.ts';
import { AuditPart } from './AuditPart.tsx';
import type { AdminProps, PartProps } from './admin-props.ts';
import { InboxPart } from './InboxPart.tsx';
import { OverviewPart } from './OverviewPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { QuarantinePart } from './QuarantinePart.tsx';
import { RetentionPart } from './RetentionPart.tsx';

const PARTS = {
  overview: OverviewPart,
  people: PeoplePart,
  retention: RetentionPart,
  audit: AuditPart,
  quarantine: QuarantinePart,
  inbox: InboxPart,
} satisfies Record<string, (props: PartProps) => unknown>;
type PartName = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as PartName[];

/** `/admin`: one part at a time, named in the address, for whoever the server takes for an admin. */
export function AdminPage(props: AdminProps) {
  const { strings } = props;
  const [viewer, setViewer] = useState<Viewer>();
  const load = useCallback(() => void askViewer().then(setViewer), []);
  useEffect(load, [load]);
  if (viewer?.status === 'known' && viewer.viewer.role === 'admin') return <Parts {...props} />;
  return (
    <div role="status">
      {viewer ? (
        <Closed viewer={viewer} onAgain={load} {...props} />
      ) : (
        <p className="small needs-script">{strings.loading}</p>
      )}
    </div>
  );
}

function Closed({
  viewer,
  onAgain,
  strings,
  signInUrl,
}: AdminProps & { viewer: Viewer; onAgain: () => void }) {
  const signIn = (
    <p className="fold-acts">
      <a className="btn" href={signInUrl}>
        {strings.signIn}
      </a>
    </p>
  );
  if (viewer.status === 'no-server' || viewer.status === 'busy')
    return (
      <>
        <p>{viewer.status === 'busy' ? strings.busy : strings.noServer}</p>
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={onAgain}>
            {strings.again}
          </button>
        </p>
      </>
    );
  if (viewer.status === 'signed-out')
    return (
      <>
        <p>{strings.signedOut}</p>
        {signIn}
      </>
    );
  return (
    <>
      <p>{fill(strings.forbidden, { nickname: viewer.viewer.nickname })}</p>
      {signIn}
    </>
  );
}

function Parts(props: AdminProps) {
  const { strings, language } = props;
  const api = useMemo(() => createAdminApi(language), [language]);
  const [name, setName] = useState(nameInAddress);
  useEffect(() => {
    const follow = () => setName(nameInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const Part = PARTS[name];
  return (
    <>
      <nav className="admin-nav" aria-label={strings.nav}>
        {NAMES.map((one) => (
          <a key={one} href={`#${one}`} aria-current={one === name ? 'page' : undefined}>
            {strings.parts[one]}
          </a>
        ))}
      </nav>
      <section aria-labelledby="admin-part">
        <h2 id="admin-part">{strings.parts[name]}</h2>
        <Part key={name} api={api} {...props} />
      </section>
    </>
  );
}

function nameInAddress(): PartName {
  const name = location.hash.slice(1);
  return NAMES.find((one) => one === name) ?? 'overview';
}

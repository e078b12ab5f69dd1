import { type ReactNode, useEffect, useState } from 'react';
import { joinAddress, type QrShape, qrShape } from '#client/sync/qr.ts';
import { askCode } from '#client/sync/turn.ts';
import { spacedCode } from '#core/sync/transfer-code.ts';
import type { SyncStrings } from '#i18n/me-sync.ts';
import { Said } from '../../form/Said.tsx';
import { useSaid } from '../../form/use-said.ts';

/** As long as the server keeps a code, ms; counted here, whatever this device's clock says. */
const SHOWN_MS = 600_000;

interface Props {
  sync: SyncStrings;
  /** Other acts, beside the button. */
  children: ReactNode;
}

/** A code for another device, on request, until it is over. */
export function ShowCode({ sync, children }: Props) {
  const [shown, setShown] = useState<{ code: string; qr: QrShape }>();
  const { setSaid, ...told } = useSaid();
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  async function show() {
    const asked = await askCode();
    if (typeof asked === 'string') {
      setSaid(sync.turnRefused[asked], true);
      return;
    }
    setSaid('');
    setShown({ code: asked.code, qr: qrShape(joinAddress(asked.code)) });
  }

  return (
    <>
      <p className="fold-acts">
        <button type="button" className="btn line" onClick={show}>
          {sync.showCode}
        </button>
        {children}
      </p>
      <Said {...told} />
      <div role="status">
        {shown && (
          <div className="code">
            <p className="label">{sync.codeIs}</p>
            <output>{spacedCode(shown.code)}</output>
            <p className="small">{sync.codeHint}</p>
            <p className="small">{sync.codeSecret}</p>
            <svg viewBox={`0 0 ${shown.qr.size} ${shown.qr.size}`} role="img" aria-label={sync.qr}>
              <path d={shown.qr.path} />
            </svg>
          </div>
        )}
      </div>
    </>
  );
}

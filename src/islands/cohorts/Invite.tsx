import { useMemo, useRef, useState } from 'react';
import { invitationLink } from '#client/cohort/join-code.ts';
import { copyText } from '#client/copy-text.ts';
import { qrShape } from '#client/sync/qr.ts';
import { INVITATION_DAYS, type Invitation } from '#core/cohort/cohort.ts';
import { spacedCode } from '#core/sync/transfer-code.ts';
import { fill } from '#core/text/fill.ts';
import { Said } from '../form/Said.tsx';
import { Sure } from '../form/Sure.tsx';
import type { PartProps } from './CohortPage.tsx';
import { focusHeading, Section } from './Section.tsx';
import { dateOf } from './wording.ts';

/** For the wall: the name of the class and the invitation, nothing else. */
function printAlone(): void {
  const { dataset } = document.documentElement;
  dataset.paper = 'invitation';
  addEventListener('afterprint', () => delete dataset.paper, { once: true });
  print();
}

const MOST_DAYS = 365;
const isWithin = (days: string): boolean =>
  /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS;

/** By what learners join: link, code, QR; until when; another one, or none. */
export function Invite(props: PartProps) {
  const { strings, language, cohort, report, act, isBusy } = props;
  const t = strings.invite;
  const [days, setDays] = useState(String(INVITATION_DAYS));
  const { invitation } = cohort;
  const isOver = invitation !== undefined && invitation.expiresAt <= report.at;
  const asked = { look: 'btn line', cancel: strings.manage.cancel };
  // Nothing, or 0, would close it.
  const wanted = isWithin(days) ? Number(days) : INVITATION_DAYS;
  const [wrong, setWrong] = useState('');
  async function set(isNew: boolean) {
    setWrong('');
    if (await act({ do: 'invite', days: wanted, isNew })) setDays(String(wanted));
  }
  const setDaysOnly = () => (isWithin(days) ? set(!invitation) : setWrong(t.wrongDays));
  async function close() {
    if (await act({ do: 'invite', days: 0, isNew: false })) focusHeading('invite');
  }
  return (
    <Section id="invite" title={strings.sections.invite} isPrinted={false} isPaper>
      {invitation && !isOver && <p className="small">{t.lead}</p>}
      {!invitation && <p>{t.closed}</p>}
      {invitation && isOver && <p>{fill(t.over, { day: dateOf(invitation.expiresAt, language) })}</p>}
      {invitation && !isOver && <Ways {...props} invitation={invitation} />}
      <div className="fields">
        <label className="label days">
          {t.days}
          <input
            type="number"
            name="days"
            min="1"
            max={MOST_DAYS}
            value={days}
            onChange={(event) => {
              setDays(event.target.value);
              setWrong('');
            }}
          />
        </label>
        <p className="acts">
          <button type="button" className="btn line" aria-disabled={isBusy} onClick={setDaysOnly}>
            {invitation ? t.extend : t.open}
          </button>
          {invitation && (
            <>
              <Sure
                {...asked}
                name={t.renew}
                question={fill(t.renewAsk, { days: wanted })}
                onSure={() => set(true)}
              />
              <Sure {...asked} name={t.close} question={t.closeAsk} onSure={close} />
            </>
          )}
        </p>
        <Said said={wrong} />
      </div>
    </Section>
  );
}

function Ways({ invitation, strings, language, joinPath }: PartProps & { invitation: Invitation }) {
  const t = strings.invite;
  const { code, expiresAt } = invitation;
  const link = invitationLink(joinPath, code);
  const qr = useMemo(() => qrShape(link), [link]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => setSaid((await copyText(link, field.current)) ? t.copied : t.byHand);
  return (
    <div className="ways">
      <div>
        <p className="on-paper">{fill(t.paper, { address: `${location.host}${joinPath}` })}</p>
        <p className="label">{t.code}</p>
        <output className="big-code">{spacedCode(code)}</output>
        <p className="small">{fill(t.until, { day: dateOf(expiresAt, language) })}</p>
        <label className="label">
          {t.link}
          <textarea ref={field} readOnly rows={2} value={link} />
        </label>
        <p className="acts">
          <button type="button" className="btn" onClick={copy}>
            {t.copy}
          </button>
          <button type="button" className="btn line" onClick={printAlone}>
            {t.print}
          </button>
        </p>
        <p className="small" role="status">
          {said}
        </p>
      </div>
      <svg className="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t.qr}>
        <path d={qr.path} />
      </svg>
    </div>
  );
}

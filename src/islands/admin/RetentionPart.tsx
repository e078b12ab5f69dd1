import { type FormEvent, useState } from 'react';
import { RETENTION_LIMITS, type Retention, type RetentionView } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './admin-props.ts';
import { DaysField } from './DaysField.tsx';
import { Status } from './Status.tsx';
import { useLoaded } from './use-loaded.ts';
import { countOf, dayOf, saidOf, timeOf } from './wording.ts';

/** How long things are kept; nothing is saved before it was shown how many people it concerns. */
export function RetentionPart(props: PartProps) {
  const { api, strings } = props;
  const { loaded, load, put } = useLoaded(api.retention);
  if (loaded.status !== 'done') return <Status loaded={loaded} load={load} strings={strings} />;
  return <RetentionForm kept={loaded.value} onSaved={put} {...props} />;
}

type FormProps = PartProps & { kept: RetentionView; onSaved: (kept: RetentionView) => void };
type Field = keyof typeof RETENTION_LIMITS;

const YEAR = '365';

function RetentionForm({ kept, onSaved, api, strings, language }: FormProps) {
  const t = strings.retention;
  const [isLimited, setLimited] = useState(kept.learnerDays !== null);
  const [typed, setTyped] = useState({
    learnerDays: kept.learnerDays === null ? YEAR : String(kept.learnerDays),
    auditDays: String(kept.auditDays),
    mistakeDays: String(kept.mistakeDays),
  });
  const [seen, setSeen] = useState<{ days: string; concerned: number }>();
  const [said, setSaid] = useState('');
  const type = (field: Field) => (text: string) => {
    setTyped((before) => ({ ...before, [field]: text }));
    setSaid('');
  };
  const isSeen = !isLimited || seen?.days === typed.learnerDays;

  async function preview() {
    const wrong = wrongField('learnerDays');
    if (wrong) return setSaid(wrong);
    const told = await api.retention(Number(typed.learnerDays));
    if (told.status === 'refused') return setSaid(saidOf(told, strings.failed));
    const { concerned } = told.value;
    setSeen({ days: typed.learnerDays, concerned });
    setSaid(fill(t.concerned, { n: countOf(concerned), days: typed.learnerDays }));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const fields: Field[] = isLimited
      ? ['learnerDays', 'auditDays', 'mistakeDays']
      : ['auditDays', 'mistakeDays'];
    const wrong = fields.map(wrongField).find(Boolean);
    if (wrong || !isSeen) return setSaid(wrong ?? t.previewFirst);
    const wanted: Retention = {
      learnerDays: isLimited ? Number(typed.learnerDays) : null,
      auditDays: Number(typed.auditDays),
      mistakeDays: Number(typed.mistakeDays),
    };
    const told = await api.setRetention({ ...wanted, concerned: isLimited ? (seen?.concerned ?? 0) : 0 });
    if (told.status === 'done') onSaved(told.value);
    else setSeen(undefined);
    setSaid(told.status === 'done' ? t.saved : saidOf(told, strings.notDone));
  }

  function wrongField(field: Field): string | undefined {
    const [least, most] = RETENTION_LIMITS[field];
    const days = Number(typed[field]);
    if (/^\d+$/.test(typed[field]) && days >= least && days <= most) return undefined;
    return fill(t.wrong, { name: names[field], least, most: countOf(most) });
  }

  const names: Record<Field, string> = {
    learnerDays: t.learners,
    auditDays: strings.parts.audit,
    mistakeDays: strings.parts.inbox,
  };
  return (
    <form className="admin-form" onSubmit={save} noValidate>
      <p className="small">{t.lead}</p>
      <p className="small">{t.privacy}</p>
      <DaysField field="auditDays" label={t.audit} value={typed.auditDays} onType={type('auditDays')} />
      <DaysField
        field="mistakeDays"
        label={t.mistakes}
        value={typed.mistakeDays}
        onType={type('mistakeDays')}
      />
      <fieldset>
        <legend>{t.learners}</legend>
        <label className="tick">
          <input type="radio" name="limit" checked={!isLimited} onChange={() => setLimited(false)} />
          <span>{t.never}</span>
        </label>
        <label className="tick">
          <input type="radio" name="limit" checked={isLimited} onChange={() => setLimited(true)} />
          <span>{t.after}</span>
        </label>
        {isLimited && (
          <>
            <DaysField
              field="learnerDays"
              label={t.days}
              value={typed.learnerDays}
              onType={type('learnerDays')}
            />
            <p className="fold-acts">
              <button type="button" className="btn line" onClick={preview}>
                {t.preview}
              </button>
            </p>
          </>
        )}
      </fieldset>
      <p role="status">{said}</p>
      <p className="fold-acts">
        <button type="submit" className="btn" aria-disabled={!isSeen}>
          {t.save}
        </button>
      </p>
      <p className="small">
        {kept.changedAt !== undefined && fill(t.changed, { time: timeOf(kept.changedAt, language) })}{' '}
        {kept.sweptDay !== undefined && fill(t.swept, { day: dayOf(kept.sweptDay, language) })}
      </p>
    </form>
  );
}

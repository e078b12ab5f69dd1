import { useId, useMemo, useState } from 'react';
import { askShares, endShare, shareOne } from '#client/cohort/shares.ts';
import type { Enrolment } from '#core/cohort/cohort.ts';
import { shareable } from '#core/cohort/shareable.ts';
import { type PrivateFact, privateOf, SHARES_AT_MOST, type Share } from '#core/cohort/shares.ts';
import { keptLines } from '#core/practice/kept-text.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { AssignedProps } from './Assigned.tsx';
import { momentOf } from './wording.ts';
import { writtenAt } from './written-at.ts';

type Props = AssignedProps & { enrolment: Enrolment };

/** One note, or one version of a worksheet, for those who lead this class to read; and taking it back. */
export function ShareOne(props: Props) {
  const { enrolment, facts, cohort } = props;
  const { cohortId, name } = enrolment;
  const t = cohort.own.share;
  const [shares, setShares] = useState<readonly Share[]>();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function load() {
    const asked = await askShares(cohortId);
    if (asked) setShares(asked);
    else setSaid(t.failed);
  }
  async function go(work: () => Promise<string>) {
    if (isBusy) return;
    setBusy(true);
    setSaid('');
    const words = await work();
    await load();
    setSaid(words);
    setBusy(false);
  }
  const share = (factId: string) =>
    go(async () => {
      const done = await shareOne(cohortId, factId);
      const words = { done: t.done, 'not-there': t.notThere, full: t.full, failed: t.failed };
      return fill(words[done], { name, n: SHARES_AT_MOST });
    });
  const end = (factId: string) => go(async () => ((await endShare(cohortId, factId)) ? t.ended : t.failed));
  const factOf = (id: string) => privateOf(facts.find((fact) => fact.id === id));
  return (
    <details className="fold" onToggle={(event) => event.currentTarget.open && !shares && void load()}>
      <summary>
        <Icon name="message-square-quote" small={false} />
        <span>{t.heading}</span>
        <Icon name="chevron-right" />
      </summary>
      <Choose {...props} shares={shares ?? []} isBusy={isBusy} onShare={share} />
      {shares && shares.length > 0 && <p className="small">{t.now}</p>}
      <ul className="set">
        {shares?.map(({ factId }) => (
          <li key={factId}>
            <span>{nameOf(factOf(factId), props)}</span>
            <span>
              <button type="button" className="btn quiet" aria-disabled={isBusy} onClick={() => end(factId)}>
                {t.end}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <p className="small" role="status">
        {said}
      </p>
    </details>
  );
}

interface ChooseProps extends Props {
  shares: readonly Share[];
  isBusy: boolean;
  onShare: (factId: string) => void;
}

/** What there is to choose, who would read it, and the words themselves. */
function Choose({ shares, isBusy, onShare, ...props }: ChooseProps) {
  const { enrolment, facts, cohort } = props;
  const t = cohort.own.share;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const all = useMemo(() => shareable(facts), [facts]);
  const open = all.filter((fact) => !shares.some(({ factId }) => factId === fact.id));
  const one = open.find((fact) => fact.id === chosen) ?? open[0];
  const who = fill(t.who, { name: enrolment.name });
  if (!one) return <p className="small">{all.length === 0 ? t.nothing : t.allShared}</p>;
  const lines = one.type === 'reflection.saved' ? keptLines(one.text, writtenAt(one, props).labels) : [];
  return (
    <div className="share-one">
      <label htmlFor={id}>{t.which}</label>
      <select id={id} value={one.id} onChange={(event) => setChosen(event.target.value)}>
        {open.map((fact) => (
          <option key={fact.id} value={fact.id}>
            {nameOf(fact, props)}
          </option>
        ))}
      </select>
      {lines.map(({ label, text }) => (
        <p className="own" key={`${label}${text}`}>
          {label && <b>{label} </b>}
          {text}
        </p>
      ))}
      <p className="small">{who}</p>
      <button type="button" className="btn line" aria-disabled={isBusy} onClick={() => onShare(one.id)}>
        {fill(t.go, { name: enrolment.name })}
      </button>
    </div>
  );
}

/** What it is and when it was written. @param fact undefined: not on this device. */
function nameOf(fact: PrivateFact | undefined, props: Props): string {
  const { language, sheets, cohort, strings } = props;
  if (!fact) return cohort.own.share.elsewhere;
  const when = momentOf(fact.at, language);
  if (fact.type === 'worksheet.saved')
    return `${sheets[fact.worksheetId] ?? fact.worksheetId}${strings.dot}${when}`;
  const { title, place } = writtenAt(fact, props);
  return `${fill(strings.noteIn, { title, place })}${strings.dot}${when}`;
}

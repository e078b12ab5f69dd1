import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './admin-props.ts';
import { countOf, saidOf } from './wording.ts';

/** What the other system refused is sent once more, when whoever runs it has mended what was wrong. */
export function SendAgain({ api, strings }: PartProps) {
  const t = strings.overview;
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function send() {
    if (isBusy) return;
    setBusy(true);
    const told = await api.sendAgain();
    setBusy(false);
    if (told.status !== 'done') return setSaid(saidOf(told, strings.notDone));
    const { count } = told.value;
    setSaid(count ? fill(t.sentAgain, { n: countOf(count) }) : t.sentNone);
  }

  return (
    <>
      <p className="fold-acts">
        <button type="button" className="btn line" aria-disabled={isBusy} onClick={send}>
          {t.sendAgain}
        </button>
      </p>
      <p className="small">{t.sendAgainHint}</p>
      <p className="small" role="status">
        {said}
      </p>
    </>
  );
}

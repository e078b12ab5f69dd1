import { useEffect, useRef, useState } from 'react';
import {
  type Arrived,
  type Arriving,
  leaveHere,
  moveIntoAccount,
  type Question,
} from '#client/account/arrival.ts';
import { fill } from '#core/text/fill.ts';
import type { AccountStrings } from '#i18n/account.ts';

interface Props {
  arrival: Arriving;
  question: Question;
  account: AccountStrings;
  onAnswered: (arrived: Arrived) => void;
}

/** The one question: whose is the record that was on this device? Both answers say what follows from them. */
export function MergeQuestion({ arrival, question, account, onAnswered }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const { isOnServer } = question;

  async function answer(act: (arrival: Arriving) => Promise<Arrived>) {
    if (isBusy) return;
    setBusy(true);
    onAnswered(await act(arrival));
    setBusy(false);
  }

  return (
    <section aria-labelledby="merge-question">
      <h2 id="merge-question" ref={heading} tabIndex={-1}>
        {account.askTitle}
      </h2>
      <p>{fill(account.askLead, { nickname: arrival.learner.nickname })}</p>
      <p className="about">{aboutLine(question, account)}</p>
      {isOnServer && <p>{fill(account.askOnServer, { nickname: arrival.former?.nickname ?? '' })}</p>}
      <div className="answer">
        <button type="button" className="btn" aria-disabled={isBusy} onClick={() => answer(moveIntoAccount)}>
          {account.askYes}
        </button>
        <p className="small">{account.askYesHint}</p>
      </div>
      <div className="answer">
        <button type="button" className="btn line" aria-disabled={isBusy} onClick={() => answer(leaveHere)}>
          {account.askNo}
        </button>
        <p className="small">{account.askNoHint}</p>
        {isOnServer && <p className="small">{account.askNoOnServer}</p>}
      </div>
      <p className="small" role="status">
        {isBusy ? account.moving : ''}
      </p>
    </section>
  );
}

/** What there is, and only that. */
function aboutLine({ about, isEmpty }: Question, account: AccountStrings): string {
  const parts = [
    about.lessons && fill(account.askLessons, { n: about.lessons }),
    about.notes && fill(account.askNotes, { n: about.notes }),
    about.runs && fill(account.askRuns, { n: about.runs }),
  ].filter((part) => part !== 0);
  if (parts.length === 0 && isEmpty) return account.askNothing;
  return (parts.join(account.askComma) || account.askOpen) + account.askEnd;
}

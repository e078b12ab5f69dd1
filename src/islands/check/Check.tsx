import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type CheckSession, openCheck } from '#client/check-session.ts';
import { ownRecord } from '#client/record/own.ts';
import type { PublicItem } from '#core/model/item.ts';
import type { CheckContent, LessonBlock } from '#core/model/lesson.ts';
import type { Language } from '#core/model/text.ts';
import type { CheckStrings } from '#i18n/check.ts';
import { Attempt } from './Attempt.tsx';
import { FirstItem, readFirst } from './FirstItem.tsx';
import { fetchView } from './item-views.ts';

export interface CheckProps {
  /** The item of a first attempt, arranged as that attempt shows it. */
  first: PublicItem;
  /** Items shown in a check. */
  count: number;
  lessonId: string;
  lessonRevision: string;
  contentUrl: string;
  objectives: readonly { id: string; text: string }[];
  blocks: readonly LessonBlock[];
  meUrl: string;
  language: Language;
  strings: CheckStrings;
}

const checks = new Map<string, Promise<CheckContent>>();

/** Fetched once per page; the name changes with the content, so the browser may keep it for ever. */
function fetchCheck(url: string): Promise<CheckContent> {
  const known = checks.get(url);
  if (known) return known;
  const fetched = fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json() as Promise<CheckContent>;
  });
  checks.set(url, fetched);
  fetched.catch(() => checks.delete(url));
  return fetched;
}

/**
 * The check of a lesson. Its first item stands in the page as a plain form; once content and record are here, what was
 * chosen there is handed over and the attempt, new or resumed, takes its place.
 */
export function Check(props: CheckProps) {
  const { first, count, language, strings, contentUrl } = props;
  const holder = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<CheckSession>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let opened: CheckSession | undefined;
    let gone = false;
    setFailed(false);
    fetchCheck(contentUrl).then(
      async (check) => {
        opened = openCheck({ check, language, record: ownRecord() });
        await ready(opened);
        if (gone) return;
        await fetchAhead(opened, check);
        if (gone) return;
        const form = holder.current?.querySelector<HTMLFormElement>('form[data-first]');
        if (form) await handOver(form, first, opened);
        const held = form?.contains(document.activeElement) ? document.activeElement : null;
        // At once: a Tab or a click between the look and the change would be lost with the form.
        flushSync(() => setSession(opened));
        if (held) holdAgain(holder.current, held);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [contentUrl, tries]);

  return (
    <div ref={holder}>
      {session ? (
        <Attempt session={session} {...props} />
      ) : (
        <FirstItem item={first} count={count} language={language} strings={strings} />
      )}
      {failed && (
        <p className="notice" role="status">
          <span>
            {strings.failed}{' '}
            <button type="button" className="btn quiet" onClick={() => setTries(tries + 1)}>
              {strings.retryLoad}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}

/** Resolves when the session is no longer opening. */
function ready(session: CheckSession): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (session.getSnapshot().status === 'opening') return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}

/** What is on screen before it is shown; the other views behind it, so that the check goes on without a network. */
async function fetchAhead(session: CheckSession, check: CheckContent): Promise<void> {
  const quiz = session.getSnapshot().quiz;
  const now = quiz?.context.entries[quiz.context.cursor]?.item.type;
  if (now) await fetchView(quiz.status === 'done' ? 'outcome' : now);
  for (const { type } of check.items) void fetchView(type);
  void fetchView('outcome');
}

/** Who had walked into the form by keyboard stands at the same control of the attempt, else at its question. */
function holdAgain(holder: HTMLElement | null, held: Element): void {
  if (!holder || document.activeElement !== document.body) return;
  const same =
    held instanceof HTMLInputElement
      ? holder.querySelector<HTMLElement>(`input[value="${CSS.escape(held.value)}"]`)
      : holder.querySelector<HTMLElement>('button[type=submit]');
  (same ?? holder.querySelector<HTMLElement>('.stem'))?.focus({ preventScroll: true });
}

/** What was chosen on the form in the page, and a press of its button, become acts of the attempt. */
async function handOver(form: HTMLFormElement, first: PublicItem, session: CheckSession): Promise<void> {
  const { itemId, response, confidence, wanted } = readFirst(form, first);
  if (!response) return;
  await session.adopt(itemId, response);
  if (confidence) session.send({ type: 'quiz.rate', itemId, confidence });
  if (wanted) session.send({ type: 'quiz.check' });
}

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CheckSession, CheckState } from '#client/check-session.ts';
import type { Language } from '#core/model/text.ts';
import { type QuizView, quizView } from '#core/quiz/quiz.view.ts';
import { fill } from '#core/text/fill.ts';
import type { CheckStrings } from '#i18n/check.ts';
import { Icon } from '../board/Icon.tsx';
import { CaseBox } from './CaseBox.tsx';
import type { CheckProps } from './Check.tsx';
import { ConfidenceField } from './ConfidenceField.tsx';
import { Feedback, points } from './Feedback.tsx';
import { useView } from './item-views.ts';
import { marksOf } from './marks.ts';

interface Props extends CheckProps {
  session: CheckSession;
}

/** One attempt: the item on screen, its feedback, the way on; at the end the outcome. */
export function Attempt(props: Props) {
  const { session, strings } = props;
  const state = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const view = useMemo(() => (state.quiz ? quizView(state.quiz) : undefined), [state.quiz]);
  if (!state.quiz || !view) return <p className="notice">{strings.failed}</p>;
  const entry = state.quiz.context.entries[state.quiz.context.cursor];
  return (
    <>
      <Notices state={state} view={view} {...props} />
      {view.phase === 'finished' ? (
        <Ending view={view} state={state} {...props} />
      ) : (
        entry && (
          <Item
            key={`${state.quiz.context.attemptId}/${view.ordinal}`}
            view={view}
            state={state}
            {...props}
          />
        )
      )}
    </>
  );
}

type ItemProps = Props & { view: QuizView; state: CheckState };

/** Its view is looked for again here, should the network have been away while the attempt went on. */
function Ending(props: ItemProps) {
  const Outcome = useView('outcome');
  return Outcome ? <Outcome points={points} {...props} /> : <p className="small">{props.strings.loading}</p>;
}

function Item({ view, state, session, blocks, language, strings }: ItemProps) {
  const stem = useRef<HTMLParagraphElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const [asked, setAsked] = useState(false);
  const following = state.lease === 'following';
  const reviewing = view.phase === 'reviewing';
  const entry = state.quiz?.context.entries[state.quiz.context.cursor];
  const marks = reviewing && entry?.response ? marksOf(entry.item, entry.response) : {};
  const View = useView(view.item.type);
  const position = {
    first: strings.position,
    retry: strings.retryPosition,
    'stand-in': strings.standInPosition,
  };

  // After "next" the question is what a reader must meet first; at the start of an attempt the page decides.
  useEffect(() => {
    if (view.ordinal > 1 && view.phase === 'answering') stem.current?.focus();
  }, [view.ordinal, view.phase]);

  // What was just said about the response stands above the button, not below the screen.
  useEffect(() => {
    if (reviewing && pressed.current) said.current?.scrollIntoView({ block: 'nearest' });
  }, [reviewing]);

  function check() {
    pressed.current = true;
    if (!session.send({ type: 'quiz.check' })) setAsked(true);
  }

  return (
    <form
      className="item"
      onSubmit={(event) => {
        event.preventDefault();
        if (reviewing) session.send({ type: 'quiz.next' });
        else check();
      }}
    >
      <p className="label num">{fill(position[view.round], { k: view.position, n: view.count })}</p>
      <CaseBox item={view.item} language={language} strings={strings} />
      <p className="stem" ref={stem} tabIndex={-1}>
        {view.item.stem[language]}
      </p>
      {View ? (
        <View
          item={view.item}
          response={view.response}
          onRespond={(response) => {
            setAsked(false);
            session.send({ type: 'quiz.respond', itemId: view.item.id, response });
          }}
          understood={view.understood}
          disabled={reviewing || following}
          marks={marks}
          language={language}
          strings={strings}
        />
      ) : (
        <p className="small">{strings.loading}</p>
      )}
      {(!(reviewing || following) || view.confidence) && (
        <ConfidenceField
          {...(view.confidence && { chosen: view.confidence })}
          onRate={(confidence) => session.send({ type: 'quiz.rate', itemId: view.item.id, confidence })}
          disabled={reviewing || following}
          strings={strings}
        />
      )}
      <div role="status" ref={said} className="said">
        {reviewing && <Feedback view={view} blocks={blocks} language={language} strings={strings} />}
      </div>
      <div className="check-actions">
        <p className="unready" role="status">
          {asked && view.unready ? unreadyText(view, language, strings) : ''}
        </p>
        <button
          type="submit"
          className="btn realm"
          aria-disabled={following || Boolean(view.unready)}
          // The second half of a double tap must not carry the learner past the feedback.
          onClick={(event) => event.detail > 1 && event.preventDefault()}
        >
          {reviewing ? nextLabel(view, state, strings) : strings.check}
          {reviewing && <Icon name="arrow-right" />}
        </button>
      </div>
    </form>
  );
}

function unreadyText({ item, unready }: QuizView, language: Language, strings: CheckStrings): string {
  const n = item.type === 'TXT' ? item.maxLength : 0;
  const unit = item.type === 'NUM' ? item.unit[language] : '';
  return unready ? fill(strings.unready[unready], { n, unit }) : '';
}

function nextLabel(view: QuizView, state: CheckState, strings: CheckStrings): string {
  if (view.isLast) return strings.toOutcome;
  const context = state.quiz?.context;
  const coming = context ? context.entries.length - context.cursor - 1 : 0;
  const turns = view.round === 'first' && view.position === view.count;
  return turns ? fill(strings.toRetry, { n: coming }) : strings.next;
}

/** What the learner should know of where this attempt lives; silence when all is well. */
function Notices({ state, view, session, lessonRevision, strings }: ItemProps) {
  const { health, notice, lease, origin, quiz } = state;
  const lines: string[] = [];
  if (health?.state === 'memory') lines.push(strings.memory[health.reason ?? 'blocked']);
  if (notice === 'set-aside') lines.push(strings.setAside);
  if (notice === 'unreachable') lines.push(strings.unreachable);
  const going = view.phase !== 'finished';
  if (going && quiz && quiz.context.lessonRevision !== lessonRevision) lines.push(strings.otherRevision);
  else if (going && origin === 'resumed' && lease === 'live' && view.phase !== 'ready')
    lines.push(strings.resumed);
  if (going && view.round === 'retry' && view.position === 1) lines.push(strings.retriesGoOn);
  return (
    <div role="status">
      {lease === 'following' && (
        <p className="notice">
          <Icon name="circle-alert" />
          <span>
            {strings.following}{' '}
            <button type="button" className="btn quiet" onClick={() => session.takeOver()}>
              {strings.takeOver}
            </button>
          </span>
        </p>
      )}
      {lines.map((line) => (
        <p className="notice" key={line}>
          <Icon name="circle-alert" />
          <span>{line}</span>
        </p>
      ))}
    </div>
  );
}

import { useState, useSyncExternalStore } from 'react';
import { createActor } from 'xstate';
import { quizMachine, score } from './quiz.machine.js';

/** The quiz of the lesson: one item at a time. */
export function Quiz({ items }) {
  const [actor] = useState(() => createActor(quizMachine, { input: { items } }).start());
  const state = useSyncExternalStore(
    (listener) => {
      const { unsubscribe } = actor.subscribe(listener);
      return unsubscribe;
    },
    () => actor.getSnapshot(),
    () => actor.getSnapshot(),
  );
  const { index, answer, earned } = state.context;
  const item = items[index];
  if (state.matches('finished'))
    return (
      <p>
        {earned.toFixed(1)}/{items.length}
      </p>
    );
  const reviewing = state.matches('reviewing');
  return (
    <div>
      <p>
        {index + 1}/{items.length} {item.stem.zh}
      </p>
      <Answer
        item={item}
        answer={answer}
        disabled={reviewing}
        onGive={(part) => actor.send({ type: 'give', part })}
      />
      {reviewing && (
        <div className="feedback" role="status">
          <p>{score(item, answer) === 1 ? '对' : '再想一步'}</p>
          {feedback(item, answer).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <button type="button" className="go" onClick={() => actor.send({ type: reviewing ? 'next' : 'check' })}>
        {reviewing ? '下一题' : '看看对不对'}
      </button>
    </div>
  );
}

function feedback(item, answer) {
  const chosen =
    item.options?.filter((one) => answer.choice === one.id || answer[one.id]) ?? item.cards ?? [];
  return [...chosen.map((one) => one.feedback?.zh), item.extension?.zh].filter(Boolean);
}

function Answer({ item, answer, disabled, onGive }) {
  const shared = { answer, disabled, onGive };
  switch (item.type) {
    case 'M':
      return <Choices kind="checkbox" options={item.options} {...shared} />;
    case 'TF':
      return (
        <Choices
          kind="radio"
          name="truth"
          options={[
            { id: 'true', text: { zh: '对' } },
            { id: 'false', text: { zh: '不对' } },
          ]}
          {...shared}
        />
      );
    case 'CAT':
      return <Places cards={item.cards} places={item.bins} {...shared} />;
    case 'ORD':
      return (
        <Places
          cards={item.cards}
          places={item.cards.map((_, at) => ({ id: String(at + 1), text: { zh: String(at + 1) } }))}
          {...shared}
        />
      );
    default:
      return <Choices kind="radio" name="choice" options={item.options} {...shared} />;
  }
}

function Choices({ kind, name, options, answer, disabled, onGive }) {
  return (
    <fieldset>
      {options.map((option) => {
        const chosen = kind === 'radio' ? answer[name] === option.id : Boolean(answer[option.id]);
        return (
          <label key={option.id} className={chosen ? 'option chosen' : 'option'}>
            <input
              type={kind}
              name={name}
              checked={chosen}
              disabled={disabled}
              onChange={(event) =>
                onGive(kind === 'radio' ? { [name]: option.id } : { [option.id]: event.target.checked })
              }
            />
            {option.text.zh}
          </label>
        );
      })}
    </fieldset>
  );
}

function Places({ cards, places, answer, disabled, onGive }) {
  return cards.map((card) => (
    <label key={card.id} className="option">
      {card.text.zh}
      <select
        value={answer[card.id] ?? ''}
        disabled={disabled}
        onChange={(event) => onGive({ [card.id]: event.target.value })}
      >
        <option value="">？</option>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.text.zh}
          </option>
        ))}
      </select>
    </label>
  ));
}

import { OrderBoard } from '../../board/OrderBoard.tsx';
import type { ItemViewProps } from './item-view.ts';

/** Cards into a process. What is shown first is no response: the learner moves a card or says "keep this order". */
export function OrderView(props: ItemViewProps<'ORD'>) {
  const { item, response, onRespond, disabled, marks, language, strings } = props;
  const shown = item.cards.map((card) => card.id);
  const order = response?.order ?? shown;
  return (
    <div className="board">
      <OrderBoard
        cards={item.cards.map((card) => ({ id: card.id, text: card.text[language] }))}
        order={order}
        onOrder={(next) => onRespond({ order: next })}
        {...(item.given && { given: item.given })}
        disabled={disabled}
        again={Object.keys(marks).filter((id) => marks[id] === 'again')}
        strings={strings}
      />
      {!response && !disabled && (
        <button type="button" className="btn line" onClick={() => onRespond({ order })}>
          {strings.keepOrder}
        </button>
      )}
    </div>
  );
}

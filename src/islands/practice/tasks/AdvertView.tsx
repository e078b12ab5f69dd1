import { OrderBoard } from '../../board/OrderBoard.tsx';
import { DoneBar } from './DoneBar.tsx';
import type { TaskViewProps } from './task-view.ts';
import { useDraft } from './use-draft.ts';

/** Headline, second line, text; what stands below them is not printed. */
const PRINTED = 3;

interface AdvertDraft {
  kind: 'advert';
  order: string[];
}

/** Four lines into a poster of three. */
export function AdvertView(props: TaskViewProps<'advert'>) {
  const { task, strings, disabled, onDone } = props;
  const t = strings.advert;
  const start = task.cards.map((card) => card.id);
  const [draft, change] = useDraft<AdvertDraft>({ kind: 'advert', order: start }, props);
  // A draft of an earlier set of cards keeps those that are still there.
  const kept = draft.order.filter((id) => start.includes(id));
  const order = [...kept, ...start.filter((id) => !kept.includes(id))];
  const printed = order.slice(0, PRINTED);
  const text = (id: string) => task.cards.find((card) => card.id === id)?.text;
  return (
    <div className="task">
      <h2>{t.heading}</h2>
      <p className="small">{t.lead}</p>
      <OrderBoard
        cards={task.cards}
        order={order}
        onOrder={(next) => change({ order: next })}
        slots={t.slots}
        disabled={disabled}
        strings={strings.board}
      />
      <figure className="advert-print">
        <figcaption className="micro">{t.preview}</figcaption>
        {printed.map((id) => (
          <p key={id}>{text(id)}</p>
        ))}
      </figure>
      <DoneBar
        label={t.done}
        disabled={disabled}
        onDone={() => onDone({ type: 'advert.arrange', cards: printed })}
      />
    </div>
  );
}

import { useState } from 'react';
import type { QuarantineItem } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { PartProps } from './admin-props.ts';
import { Failed } from './Status.tsx';
import { usePages } from './use-loaded.ts';
import { saidOf, timeOf } from './wording.ts';

const keyOf = ({ learnerId, factId, digest }: QuarantineItem): string => `${learnerId} ${factId} ${digest}`;

/** What was set aside because it contradicts what was there, and what claims another score than the server finds. */
export function QuarantinePart(props: PartProps) {
  const { api, strings } = props;
  const t = strings.quarantine;
  const list = usePages(api.quarantine, ({ items }) => items);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const items = list.items.filter((item) => !gone.includes(keyOf(item)));

  async function dismiss(item: QuarantineItem) {
    const told = await api.dismiss(item);
    if (told.status === 'done') setGone((before) => [...before, keyOf(item)]);
    setSaid(told.status === 'done' ? t.dismissed : saidOf(told, strings.notDone));
  }

  return (
    <>
      <p className="small">{t.lead}</p>
      <p className="small" role="status">
        {said || (list.isLoaded ? items.length === 0 && list.said === undefined && t.none : strings.loading)}
      </p>
      {list.said !== undefined && <Failed said={list.said} onAgain={list.more} strings={strings} />}
      <ul className="entries aside">
        {items.map((item) => (
          <Item key={keyOf(item)} item={item} onDismiss={() => dismiss(item)} {...props} />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" className="btn line" onClick={list.more}>
          {strings.more}
        </button>
      )}
    </>
  );
}

interface ItemProps extends PartProps {
  item: QuarantineItem;
  onDismiss: () => void;
}

function Item({ item, onDismiss, strings, language }: ItemProps) {
  const t = strings.quarantine;
  const isScore = item.reason === 'score';
  return (
    <li>
      <span>
        <b>{item.nickname}</b> {t.reasons[item.reason] ?? item.reason}
        <small>
          {timeOf(item.receivedAt, language)} · {item.factId}
        </small>
      </span>
      {item.differences?.map((one) => (
        <p key={one.field} className="small">
          {fill(t.difference, {
            field: one.field,
            expected: wordOf(one.expected),
            given: wordOf(one.given),
          })}
        </p>
      ))}
      {item.isPrivate ? (
        <p className="small">{t.isPrivate}</p>
      ) : (
        <details className="fold">
          <summary>
            <Icon name="layout-grid" small={false} />
            <span>{isScore ? t.lookScore : t.look}</span>
            <Icon name="chevron-right" />
          </summary>
          <div className="both">
            {item.stands !== undefined && <Body name={t.stands} body={item.stands} />}
            {item.body !== undefined && <Body name={isScore ? t.score : t.body} body={item.body} />}
          </div>
        </details>
      )}
      {!isScore && (
        <p className="fold-acts">
          <button type="button" className="btn line" onClick={onDismiss}>
            {t.dismiss}
          </button>
        </p>
      )}
    </li>
  );
}

function Body({ name, body }: { name: string; body: string }) {
  return (
    <figure>
      <figcaption className="small">{name}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0}>{indented(body)}</pre>
    </figure>
  );
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 1);
  } catch {
    return body;
  }
}

/** Long ones were left out by the server, the rest is short. */
const wordOf = (value: unknown): string => (value === null ? '…' : JSON.stringify(value));

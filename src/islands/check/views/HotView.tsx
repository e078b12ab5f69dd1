import { type CSSProperties, useState } from 'react';
import type { PublicSpot } from '#core/model/item-parts.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../../board/Icon.tsx';
import type { ItemViewProps } from './item-view.ts';

type Props = ItemViewProps<'HOT'>;

/** Places on a drawing, each a real radio or checkbox; one press turns the drawing into a plain list of the same choices. */
export function HotView(props: Props) {
  const { item, language, strings } = props;
  const { caption, choose, picture, spots } = item;
  const [isList, setIsList] = useState(false);
  const scene = isList ? 'list' : item.scene;
  const task =
    choose === 1 ? strings.chooseOne : choose ? fill(strings.chooseN, { n: choose }) : strings.chooseAll;
  let minute = 0;
  return (
    <fieldset className="hot" data-scene={scene}>
      <legend className="label">
        {caption[language]} · {task}
      </legend>
      <div className="ground">
        {picture && !isList && <img {...picture} alt={caption[language]} />}
        {spots.map((spot, index) => {
          const start = minute;
          minute += spot.minutes ?? 0;
          const mark = scene === 'bar' ? `${start}–${minute}` : `${index + 1}`;
          return <Spot key={spot.id} {...props} spot={spot} mark={mark} isDrawn={!isList} />;
        })}
      </div>
      {item.scene !== 'transcript' && (
        <button type="button" className="btn quiet" onClick={() => setIsList(!isList)}>
          {isList ? strings.asDrawing : strings.asList}
        </button>
      )}
    </fieldset>
  );
}

interface SpotProps extends Props {
  spot: PublicSpot;
  /** Minutes from and to, or number of the spot. */
  mark: string;
  isDrawn: boolean;
}

function Spot(props: SpotProps) {
  const { spot, mark, isDrawn, item, response, onRespond, disabled, marks, language, strings } = props;
  const { id, text, by, minutes, area, still } = spot;
  const chosen = response?.optionIds ?? [];
  const came = marks[id];
  const place = isDrawn ? placeOf(spot) : {};
  const words = (
    <>
      <span className="num at" aria-hidden="true">
        {mark}
      </span>
      <span className={area && isDrawn ? 'vh' : ''}>
        {by && <b>{by[language]}</b>} {text[language]}
      </span>
      {minutes && <span className="num small">{fill(strings.minutes, { n: minutes })}</span>}
    </>
  );
  if (still)
    return (
      <p className="spot" style={place}>
        {words}
      </p>
    );
  return (
    <label className={`spot ${came ?? ''}`} style={place}>
      <input
        type={item.choose === 1 ? 'radio' : 'checkbox'}
        name={item.id}
        checked={chosen.includes(id)}
        onChange={({ target }) => {
          const others = item.choose === 1 ? [] : chosen.filter((one) => one !== id);
          onRespond({ optionIds: target.checked ? [...others, id] : others });
        }}
        disabled={disabled}
      />
      {words}
      {came && (
        <span className="mark">
          <Icon name={came === 'right' ? 'check' : 'rotate-ccw'} />
          <span className="vh">{came === 'right' ? strings.right : strings.again}</span>
        </span>
      )}
    </label>
  );
}

/** A block is as long as its minutes; an area lies where the picture has it. */
function placeOf({ minutes, area }: PublicSpot): CSSProperties {
  if (minutes) return { flexGrow: minutes };
  const [left, top, width, height] = (area ?? []).map((share) => `${share}%`);
  return area ? ({ left, top, width, height } as CSSProperties) : {};
}

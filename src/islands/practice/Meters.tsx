import { fill } from '#core/text/fill.ts';
import type { PracticeStrings } from '#i18n/practice.ts';

interface Props {
  trust: number;
  patience: number;
  interest: number;
  /** Trust needed for what this run is after; marked on the bar. */
  wanted?: number | undefined;
  strings: PracticeStrings;
}

/** Trust, patience and interest as word, bar and figure; level 1 only. */
export function Meters({ trust, patience, interest, wanted, strings }: Props) {
  const rows = [
    { word: strings.trust, value: trust, tick: wanted },
    { word: strings.patience, value: patience, tick: undefined },
    { word: strings.interest, value: interest, tick: undefined },
  ];
  return (
    <div className="meters">
      {rows.map(({ word, value, tick }) => (
        <div className="meter" key={word}>
          <span>{word}</span>
          <span className="track">
            <span style={{ width: `${Math.round(value)}%` }} />
            {tick !== undefined && <i style={{ left: `${tick}%` }} title={fill(strings.tick, { n: tick })} />}
          </span>
          <b>{Math.round(value)}</b>
        </div>
      ))}
    </div>
  );
}

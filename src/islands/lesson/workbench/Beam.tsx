import { beamLean, panWeight } from '#core/practice/balance.ts';
import { fill } from '#core/text/fill.ts';
import type { ScaleActivity, ScaleStrings } from './ScalePractice.tsx';
import type { Marks } from './workbench.ts';

interface BeamProps {
  activity: ScaleActivity;
  weights: Marks;
  strings: ScaleStrings;
}

/** A beam on its post; it leans to what weighs more. */
export function Beam({ activity, weights, strings }: BeamProps) {
  const { cards, benefits: left, costs: right } = activity;
  const a = panWeight(cards, 'benefit', weights);
  const b = panWeight(cards, 'cost', weights);
  const lean = beamLean(a, b);
  const drop = Math.round(Math.sin((lean * Math.PI) / 180) * 1100) / 10;
  const outcome = a === b ? strings.even : strings.heavier;
  const heavier = { side: a > b ? left : right, a: Math.max(a, b), b: Math.min(a, b) };
  return (
    <figure className="beam">
      <svg viewBox="0 0 320 116" role="img" aria-label={fill(strings.chart, { left, a, right, b })}>
        <path d="M160 30V110M136 110H184" />
        <line x1="50" x2="270" y1="30" y2="30" transform={`rotate(${lean} 160 30)`} />
        <Pan x={50} y={30 - drop} weight={a} />
        <Pan x={270} y={30 + drop} weight={b} />
      </svg>
      <figcaption className="small num">{fill(outcome, heavier)}</figcaption>
    </figure>
  );
}

function Pan({ x, y, weight }: { x: number; y: number; weight: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M0 0L-34 30H34Z" />
      <rect x="-44" y="30" width="88" height="26" />
      <text y="48">{weight}</text>
    </g>
  );
}

import type { IcebergPart } from '#core/simulator/debrief/iceberg.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { IcebergFigure } from './IcebergFigure.tsx';
import type { LookBack } from './look-back.ts';
import { openersOf } from './opener-words.ts';
import { sentence } from './wording.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
}

/** Needs and findings: what came out, and for each hidden one what would have opened it. */
export function Iceberg({ look, ...props }: Props) {
  const { strings } = props;
  const { found, missed } = look.iceberg;
  return (
    <section>
      <h2>{strings.iceTitle}</h2>
      <IcebergFigure look={look} strings={strings} />
      <p className="micro">
        {strings.needMark}
        {strings.comma}
        {strings.findingMark}
        {strings.stop}
      </p>
      {missed.length === 0 ? (
        <p className="small">{strings.missedAll}</p>
      ) : (
        <ol className="parts missed">
          {missed.map((part, n) => (
            <li key={part.id}>
              <PartMark part={part} number={found.length + n + 1} />
              <span>
                <b>{sentence(part.text, strings)}</b> {openersOf(props, part)}
              </span>
            </li>
          ))}
        </ol>
      )}
      {found.length > 0 && (
        <details className="found no-print">
          <summary>
            {strings.foundList} <span className="num">{found.length}</span>
          </summary>
          <ol className="parts">
            {found.map((part, n) => (
              <li key={part.id}>
                <PartMark part={part} number={n + 1} />
                <span>
                  {part.text} <span className="tag-box">{stateOf(part, strings)}</span>
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function PartMark({ part, number }: { part: IcebergPart<string>; number: number }) {
  return <span className={part.kind === 'need' ? 'part-no need num' : 'part-no num'}>{number}</span>;
}

function stateOf(
  { kind, step, observed }: IcebergPart<string>,
  strings: DebriefViewProps['strings'],
): string {
  if (kind === 'need') return step === 'confirmed' ? strings.confirmed : strings.stated;
  return observed ? strings.observed : strings.stated;
}

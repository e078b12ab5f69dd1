import type { IcebergPart } from '#core/simulator/debrief/iceberg.ts';
import type { DebriefViewProps } from '../debrief-props.ts';
import { IcebergFigure } from './IcebergFigure.tsx';
import type { LookBack } from './look-back.ts';
import { openersOf } from './opener-words.ts';
import { capital, sentence } from './wording.ts';

interface Props extends DebriefViewProps {
  look: LookBack;
}

/** More hidden parts than this stand in two columns on paper. */
const MANY = 6;

/** Needs and findings: what came out, and for each hidden one what would have opened it. */
export function Iceberg({ look, ...props }: Props) {
  const { strings } = props;
  const { found, missed } = look.iceberg;
  return (
    <section>
      <h2>{strings.iceTitle}</h2>
      <div className="ice-row">
        <div>
          <IcebergFigure look={look} strings={strings} />
          <p className="micro">
            {strings.needMark}
            {strings.comma}
            {strings.findingMark}
            {strings.stop}
          </p>
        </div>
        {missed.length === 0 ? (
          <p className="small">{strings.missedAll}</p>
        ) : (
          <ol className={missed.length > MANY ? 'parts missed many' : 'parts missed'}>
            {missed.map((part, n) => (
              <li key={part.id}>
                <PartMark part={part} number={found.length + n + 1} />
                <span>
                  <b>{sentence(capital(part.text), strings)}</b> <Ways {...props} part={part} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
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
                  {capital(part.text)} <span className="tag-box">{stateOf(part, strings)}</span>
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** The best way in; another one only where there is room. */
function Ways({ part, ...props }: DebriefViewProps & { part: IcebergPart<string> }) {
  const { strings } = props;
  const [way = '', other] = openersOf(props, part);
  return (
    <>
      {capital(way)}
      {other && (
        <span className="no-print">
          {strings.openers.or}
          {other}
        </span>
      )}
      {strings.stop}
    </>
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

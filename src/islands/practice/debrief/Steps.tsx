interface Props {
  level: number;
  self?: number | undefined;
  /** Steps there are. */
  of: number;
  /** The mark alone, for a key. */
  isBare?: boolean;
}

const STEP = 20;

/** Steps filled up to the level got; a triangle under the step of one's own rating, before the first one for 0. */
export function Steps({ level, self, of, isBare = false }: Props) {
  const at = self === undefined ? 0 : self === 0 ? -5 : (self - 0.5) * STEP - 1.5;
  return (
    <svg
      className="steps"
      viewBox={`-10 0 ${of * STEP + 10} 19`}
      width={of * STEP + 10}
      height="19"
      aria-hidden="true"
    >
      {!isBare &&
        Array.from({ length: of }, (_, n) => (
          <rect
            key={`step ${n + 1}`}
            className={n < level ? 'on' : undefined}
            x={n * STEP + 0.5}
            y="1"
            width={STEP - 4}
            height="8"
          />
        ))}
      {self !== undefined && <path className="me" d={`M${at} 11l4.5 6h-9z`} />}
    </svg>
  );
}

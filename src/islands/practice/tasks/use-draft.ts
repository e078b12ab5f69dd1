import { useEffect, useState } from 'react';

interface Kept {
  kind: string;
}

/**
 * What the learner has done in a task so far, told to the caller with every change and taken up again from there.
 * A draft of another kind, or of another shape, is not taken up. While `disabled`, what another tab does is shown.
 * @param start an untouched task; its `kind` names the draft.
 */
export function useDraft<T extends Kept>(
  start: T,
  props: { draft?: unknown; onDraft?: (draft: unknown) => void; disabled: boolean },
): [T, (change: Partial<T>) => void] {
  const { draft, onDraft, disabled } = props;
  const offered = accept(draft, start);
  const [own, setOwn] = useState(offered);
  useEffect(() => {
    if (disabled) setOwn(offered);
  }, [disabled, draft]);
  function change(part: Partial<T>) {
    const next = { ...own, ...part };
    setOwn(next);
    onDraft?.(next);
  }
  return [disabled ? offered : own, change];
}

function accept<T extends Kept>(draft: unknown, start: T): T {
  if (typeof draft !== 'object' || draft === null) return start;
  const given = draft as Record<string, unknown>;
  if (given.kind !== start.kind) return start;
  const fits = Object.entries(start).every(([key, value]) => shape(given[key]) === shape(value));
  return fits ? ({ ...start, ...given } as T) : start;
}

const shape = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

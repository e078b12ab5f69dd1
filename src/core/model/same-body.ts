/**
 * Are two JSON values the same, whatever the order of their keys? A key that is absent equals one that is `undefined`,
 * because JSON cannot carry the difference from one device to another.
 */
export function isSameBody(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const one = left as Record<string, unknown>;
  const other = right as Record<string, unknown>;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSameBody(one[key], other[key]),
  );
}

/** Deeper than anything of ours; what holds itself has no end. */
const DEEPEST = 100;

/** Can a value be sent and exported as JSON and come back as it was? A member that is `undefined` counts as absent. */
export function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((member) => isJson(member, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((member) => member === undefined || isJson(member, depth + 1));
}

import { isFiniteNumber, isListOf, isName, isOneOf, isRecord } from '../model/shape.ts';
import { LADDER } from './condition.ts';
import type { ErrorCode } from './scenario-move.ts';

/** Closed words of scenarios, for guards. */

export const ERROR_CODES: readonly ErrorCode[] = [
  ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11'],
] as ErrorCode[];

const isNames = (value: unknown) => isListOf(value, isName);

const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  flags: isNames,
  noFlags: isNames,
  codes: (value) => isListOf(value, (code): code is ErrorCode => isOneOf(code as ErrorCode, ERROR_CODES)),
  anyCode: (value) => typeof value === 'boolean',
  needs: isNames,
  findings: isNames,
  noFindings: isNames,
  ladder: (value) => isOneOf(value, LADDER),
  ended: isName,
  minTrust: isFiniteNumber,
  maxTrust: isFiniteNumber,
};

/** A condition, by its shape. */
export function isCondition(value: unknown): boolean {
  return isRecord(value) && Object.entries(value).every(([key, member]) => FIELDS[key]?.(member) === true);
}

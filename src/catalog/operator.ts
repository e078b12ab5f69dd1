import { type Operator, readOperator } from '#core/model/operator.ts';

/**
 * Who runs this copy, from the environment of the build: a filing number must stand in the page itself.
 * @throws Error with every mistake, when a setting is wrong; the build has looked before.
 */
export function getOperator(): Operator {
  const { operator, mistakes } = readOperator(process.env);
  const lines = mistakes.map(
    ({ name, value, problem, remedy }) => `${name} "${value}" ${problem}: ${remedy}.`,
  );
  if (lines.length > 0) throw new Error(lines.join('\n'));
  return operator;
}

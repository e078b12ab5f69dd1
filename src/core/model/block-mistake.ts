/** One thing an author would see nowhere else: the place inside the block, what is wrong, what to write. */
export interface BlockMistake {
  path: (string | number)[];
  message: string;
}

type Path = BlockMistake['path'];

export const mistake = (path: Path, message: string): BlockMistake => ({ path, message });

/** Ids that stand twice in a list. */
export function twice(path: Path, list: readonly { id: string }[]): BlockMistake[] {
  return list.flatMap(({ id }, index) =>
    list.findIndex((one) => one.id === id) < index
      ? [mistake([...path, index, 'id'], `"${id}" stands twice; give each its own id`)]
      : [],
  );
}

/** An id that the record uses itself. */
export function reserved(path: Path, list: readonly { id: string }[], word: string): BlockMistake[] {
  const index = list.findIndex(({ id }) => id === word);
  return index < 0
    ? []
    : [mistake([...path, index, 'id'], `"${word}" is taken by the record; write another id`)];
}

/** Names that are not among the known ones. */
export function strangers(
  path: Path,
  names: readonly string[],
  known: readonly string[],
  what: string,
): BlockMistake[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => mistake([...path, name], `"${name}" is no ${what}; write one of ${known.join(', ')}`));
}

/** Names that should be among those given. */
export function missing(
  path: Path,
  names: readonly string[],
  wanted: readonly string[],
  remedy: string,
): BlockMistake[] {
  return wanted
    .filter((name) => !names.includes(name))
    .map((name) => mistake(path, `says nothing of "${name}"; ${remedy}`));
}

/** Where a check of a scenario reports a mistake. `path` leads to the field, `message` says what is wrong and what to write. */
export interface IssueSink {
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void;
}

export type Path = readonly (string | number)[];

export function report(sink: IssueSink, path: Path, message: string): void {
  sink.addIssue({ code: 'custom', path: [...path], message });
}

/** Report an id that is not in the list it points into. */
export function checkKnown(
  sink: IssueSink,
  path: Path,
  id: string | undefined,
  list: string,
  known: ReadonlySet<string>,
): void {
  if (id === undefined || known.has(id)) return;
  report(sink, path, `"${id}" is not among ${list}; write one of ${[...known].join(', ')}`);
}

/** Report every id that a list holds twice. */
export function checkUnique(sink: IssueSink, path: Path, list: readonly { id: string }[]): void {
  list.forEach(({ id }, index) => {
    if (list.findIndex((one) => one.id === id) < index)
      report(sink, [...path, index, 'id'], `"${id}" is used twice here; give this one an id of its own`);
  });
}

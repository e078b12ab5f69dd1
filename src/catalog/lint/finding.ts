/** What the content lint has to say about one place. */
export interface Finding {
  /** Path below the project, e.g. `content/lessons/m1/01-x/items.yaml`. */
  file: string;
  /** 1 for the first line. */
  line: number;
  /** e.g. `items/longest-key`; the part before the slash is the group that `docs/authoring.md` explains. */
  rule: string;
  /** What is wrong, with the words or figures it is about. */
  message: string;
  /** What to write instead. */
  remedy: string;
  /** Content that nobody sees yet may be unfinished: a warning stops nothing. */
  severity: 'error' | 'warning';
}

/** @returns a finding in one line, as an editor can jump to it. */
export const findingLine = ({ file, line, rule, message, remedy, severity }: Finding): string =>
  `${file}:${line}  ${severity === 'warning' ? 'warning ' : ''}${rule}: ${message}; ${remedy}`;

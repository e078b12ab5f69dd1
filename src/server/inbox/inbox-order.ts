/** What the operator asks of the inbox. */
export type InboxOrder =
  | { status: 'list'; which: 'open' | 'all'; json: boolean }
  | { status: 'done'; id: string }
  | { status: 'refused'; line: string };

const USAGE = 'npm run inbox, -- --all, -- --json, -- --done <id>';

/**
 * Read the command line of `npm run inbox`.
 * @param args after `--inbox`. `--all`: what is dealt with too · `--json` · `--done <id>`.
 */
export function readInboxOrder(args: readonly string[]): InboxOrder {
  const [first, id, ...rest] = args;
  if (first === '--done') {
    if (id && rest.length === 0) return { status: 'done', id: id.toLowerCase() };
    return refused('--done', id ? 'takes one id' : 'needs the id that stands above the report');
  }
  const wrong = args.find((arg) => arg !== '--all' && arg !== '--json');
  if (wrong !== undefined) return refused(wrong, 'is not known here');
  return { status: 'list', which: args.includes('--all') ? 'all' : 'open', json: args.includes('--json') };
}

const refused = (argument: string, problem: string): InboxOrder => ({
  status: 'refused',
  line: `argument "${argument}" ${problem}: ${USAGE}.`,
});

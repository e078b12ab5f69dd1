import type { Overview } from '#core/admin/admin.ts';
import { type AdminWarning, adminWarnings } from '#core/admin/warnings.ts';
import { fill } from '#core/text/fill.ts';
import { Icon } from '../board/Icon.tsx';
import type { PartProps } from './admin-props.ts';
import { SendAgain } from './SendAgain.tsx';
import { Status } from './Status.tsx';
import { useLoaded } from './use-loaded.ts';
import { countOf, sizeOf, timeOf } from './wording.ts';

/** How the server stands: first what needs somebody, then the figures. */
export function OverviewPart(props: PartProps) {
  const { loaded, load } = useLoaded(props.api.overview);
  if (loaded.status !== 'done') return <Status loaded={loaded} load={load} strings={props.strings} />;
  return (
    <>
      <Warnings overview={loaded.value} {...props} />
      <Figures overview={loaded.value} {...props} />
      {loaded.value.outbox !== undefined && loaded.value.outbox.refused > 0 && <SendAgain {...props} />}
    </>
  );
}

type Props = PartProps & { overview: Overview };

function Warnings({ overview, strings }: Props) {
  const warnings = adminWarnings(overview);
  if (warnings.length === 0)
    return (
      <p className="kept">
        <Icon name="check" />
        {strings.allWell}
      </p>
    );
  return (
    <>
      <h3>{strings.warningsTitle}</h3>
      {warnings.map((warning) => (
        <p key={warning.kind} className="notice">
          <Icon name="circle-alert" />
          <span>{withCommands(fill(strings.warnings[warning.kind], valuesOf(warning, strings)))}</span>
        </p>
      ))}
    </>
  );
}

/** What is to be typed on the server looks like it. */
const withCommands = (text: string) =>
  text
    .split(/(npm run [a-z:]+(?: -- --[a-z-]+)?)/)
    .map((part) => (part.startsWith('npm run ') ? <code key={part}>{part}</code> : part));

function valuesOf(warning: AdminWarning, { overview: t }: PartProps['strings']): Record<string, string> {
  const { kind: _, ...values } = warning;
  if (warning.kind === 'disk') return { size: sizeOf(warning.freeBytes) };
  if (warning.kind === 'outbox-stuck') {
    const { failure: code } = warning;
    return { failure: t.failures[code] ?? fill(/^\d+$/.test(code) ? t.answered : t.failedBy, { code }) };
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? countOf(value) : value]),
  );
}

function Figures({ overview, strings, language }: Props) {
  const t = strings.overview;
  const { people, disk, outbox, backupAt, checks } = overview;
  const counted = (n: number) => fill(t.count, { n: countOf(n) });
  const since = (line: string, n: number, at: number | undefined) =>
    at === undefined ? counted(n) : fill(line, { n: countOf(n), time: timeOf(at, language) });
  const behind = checks.behind ? [fill(t.behindLine, { n: countOf(checks.behind) })] : [];
  const rows = [
    [t.people, fill(t.peopleLine, inWords(people))],
    [t.facts, fill(t.factsLine, { n: countOf(overview.facts) })],
    [
      t.disk,
      disk
        ? fill(t.diskLine, { free: sizeOf(disk.freeBytes), total: sizeOf(disk.totalBytes) })
        : t.diskUnknown,
    ],
    [
      t.database,
      fill(t.databaseLine, {
        engine: strings.engines[overview.engine],
        size: sizeOf(overview.databaseBytes),
      }),
    ],
    [t.backup, backupAt === undefined ? t.never : timeOf(backupAt, language)],
    [t.unchecked, [since(t.uncheckedLine, checks.unchecked, checks.uncheckedSince), ...behind].join(t.comma)],
    [t.setApart, since(t.setApartLine, checks.setApart, checks.setApartSince)],
    [t.quarantine, counted(overview.quarantined)],
    [t.inbox, counted(overview.openMistakes)],
    [
      t.outbox,
      outbox
        ? fill(t.outboxLine, inWords({ pending: outbox.pending, held: outbox.held, refused: outbox.refused }))
        : t.outboxNone,
    ],
    [t.release, overview.release],
  ] as const;
  return (
    <dl className="figures num">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const inWords = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, countOf(count)]));

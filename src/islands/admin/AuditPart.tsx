import { isRole } from '#core/account/role.ts';
import type { AuditItem, AuditPage } from '#core/admin/admin.ts';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './admin-props.ts';
import { Failed } from './Status.tsx';
import { usePages } from './use-loaded.ts';
import { timeOf } from './wording.ts';

/** What was done, by whom, to whom, newest first. */
export function AuditPart({ api, strings, language }: PartProps) {
  const t = strings.audit;
  const list = usePages(api.audit, (page: AuditPage) =>
    page.entries.map((entry) => ({ entry, names: page.names })),
  );
  const nameOf = (names: AuditPage['names'], id: string) =>
    id === 'system' ? t.system : (names[id] ?? `${t.gone} ${id.slice(0, 8)}`);
  return (
    <>
      <p className="small">{t.lead}</p>
      <p className="small" role="status">
        {list.isLoaded ? list.items.length === 0 && list.said === undefined && t.none : strings.loading}
      </p>
      {list.said !== undefined && <Failed said={list.said} onAgain={list.more} strings={strings} />}
      <ol className="entries">
        {list.items.map(({ entry, names }) => (
          <li key={entry.id}>
            <time className="small" dateTime={new Date(entry.at).toISOString()}>
              {timeOf(entry.at, language)}
            </time>
            <span>
              <b>{nameOf(names, entry.actorId)}</b>{' '}
              {sentenceOf(
                entry,
                strings,
                entry.subjectId === undefined ? '' : nameOf(names, entry.subjectId),
              )}
            </span>
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <button type="button" className="btn line" onClick={list.more}>
          {strings.more}
        </button>
      )}
    </>
  );
}

/** An act that this release has no words for is shown as it is written down. */
function sentenceOf(
  { act, detail, subjectId = '' }: AuditItem,
  strings: PartProps['strings'],
  subject: string,
): string {
  const t = strings.audit;
  // The same act may come about in several ways.
  const template = t.acts[`${act} ${detail.by}`] ?? t.acts[act];
  if (template === undefined)
    return [act, subjectId, ...Object.entries(detail).map(([name, value]) => `${name} ${value}`)].join(' ');
  const values = Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, inWords(name, value)]),
  );
  return fill(template, { ...values, subject });

  function inWords(name: string, value: string | number | boolean): string {
    if (isRole(value)) return strings.roles[value];
    if (name !== 'learnerDays') return String(value);
    return value === 'never' ? t.neverDays : fill(t.nDays, { n: String(value) });
  }
}

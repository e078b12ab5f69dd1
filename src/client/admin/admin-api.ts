import type { Role } from '#core/account/role.ts';
import { ADMIN_GUARDS } from '#core/admin/admin.guard.ts';
import type { QuarantineItem, Retention } from '#core/admin/admin.ts';
import type { Language } from '#core/model/text.ts';

/** `said`: the server's own sentence in the reader's language, or '' when there was no answer that can be read. */
export type Told<T> = { status: 'done'; value: T } | { status: 'refused'; code: number; said: string };

const PATIENCE_MS = 30_000;
const NOTHING = { status: 'refused', code: 0, said: '' } as const;

/** The routes behind `/admin`. None of them throws. @param language in which refusals are said. */
export function createAdminApi(language: Language) {
  async function ask<T>(
    is: (value: unknown) => value is T,
    path: string,
    method: 'GET' | 'POST' | 'DELETE' = 'GET',
    body: unknown = {},
  ): Promise<Told<T>> {
    try {
      const reply = await fetch(`/api/admin/${path}`, {
        method,
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(method !== 'GET' && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      const text = await reply.text();
      if (!reply.ok) return { status: 'refused', code: reply.status, said: sentence(text, language) };
      const value: unknown = JSON.parse(text);
      return is(value) ? { status: 'done', value } : NOTHING;
    } catch {
      return NOTHING;
    }
  }
  const person = (id: string) => `people/${encodeURIComponent(id)}`;
  const { overview, people, recoveryCode, sentAgain, retention, audit, quarantine, reports, anything } =
    ADMIN_GUARDS;
  return {
    overview: () => ask(overview, 'overview'),
    people: (text: string, after = '') => ask(people, `people?${new URLSearchParams({ q: text, after })}`),
    setRole: (id: string, role: Role) => ask(ADMIN_GUARDS.person, `${person(id)}/role`, 'POST', { role }),
    resetRecovery: (id: string) => ask(recoveryCode, `${person(id)}/recovery-code`, 'POST'),
    exportPerson: (id: string) => ask(anything, `${person(id)}/export`),
    deletePerson: (id: string, nickname: string) => ask(anything, person(id), 'DELETE', { nickname }),
    retention: (days?: number) =>
      ask(retention, `retention${days === undefined ? '' : `?learnerDays=${days}`}`),
    setRetention: (wanted: Retention & { concerned: number }) => ask(retention, 'retention', 'POST', wanted),
    audit: (before = '') => ask(audit, `audit?${new URLSearchParams({ before })}`),
    quarantine: (after = '') => ask(quarantine, `quarantine?${new URLSearchParams({ after })}`),
    dismiss: ({ learnerId, factId, digest }: QuarantineItem) =>
      ask(anything, 'quarantine/dismiss', 'POST', { learnerId, factId, digest }),
    sendAgain: () => ask(sentAgain, 'statements/send-again', 'POST'),
    mistakes: (which: 'open' | 'all') => ask(reports, `mistakes?which=${which}`),
    mistakeDone: (id: string) => ask(anything, `mistakes/${id}/done`, 'POST'),
  };
}

export type AdminApi = ReturnType<typeof createAdminApi>;

/** Refusals are two lines, Chinese first. What a proxy says of its own, a page or JSON, is not shown. */
function sentence(text: string, language: Language): string {
  const [zh = '', en = '', ...rest] = text.trim().split('\n');
  if (rest.length > 1 || /^[<{[]/.test(text)) return '';
  return language === 'zh' ? zh : en;
}

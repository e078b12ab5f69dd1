import type { AdminApi } from '#client/admin/admin-api.ts';
import type { Language } from '#core/model/text.ts';
import type { AdminStrings } from '#i18n/admin.ts';

export interface AdminProps {
  language: Language;
  strings: AdminStrings;
  /** Lesson id → `第20课 FAB产品介绍`. */
  lessons: Readonly<Record<string, string>>;
  /** Of `/sign-in` in this language. */
  signInUrl: string;
}

/** What each part of the page gets. */
export interface PartProps extends AdminProps {
  api: AdminApi;
}

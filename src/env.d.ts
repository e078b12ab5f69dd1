/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Use cases the http server hands to on-demand routes. */
    checkHealth?: () => import('#server/usecase/check-health.ts').Health;
    /** Where learners may send a mistake they found: a mail address or a web address. */
    reportTo?: string;
    /** The lesson a page is rendering; its MDX components read it. */
    lesson: import('#catalog/lesson-context.ts').LessonContext;
  }
}

/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Use cases the http server hands to on-demand routes. */
    checkHealth?: () => import('#server/usecase/check-health.ts').Health;
    /** The lesson a page is rendering; its MDX components read it. */
    lesson: import('#catalog/lesson-context.ts').LessonContext;
  }
}

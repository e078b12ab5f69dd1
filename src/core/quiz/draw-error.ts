/** A pool of items from which no check can be drawn: an author's mistake, met at build or before an attempt. */
export class DrawError extends Error {
  readonly code = 'draw';
  readonly lessonId: string;
  readonly objective: string | undefined;
  readonly remedy: string;

  constructor(lessonId: string, wrong: string, remedy: string, objective?: string) {
    super(`${lessonId}: ${wrong}; ${remedy}`);
    this.name = 'DrawError';
    this.lessonId = lessonId;
    this.objective = objective;
    this.remedy = remedy;
  }
}

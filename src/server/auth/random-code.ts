import { randomInt } from 'node:crypto';
import { CODE_SIGNS } from '#core/sync/transfer-code.ts';

/** @returns so many of `CODE_SIGNS`, each as likely as any other. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');

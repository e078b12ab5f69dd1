import { isString } from '../model/shape.ts';
import { readSignInAnswer, type SignInAnswer } from './account.ts';

/** With what `/sign-in` was opened, as its address says it after the `#`. */
export type Landing =
  | { kind: 'plain' }
  /** A link that makes an admin, good once. */
  | { kind: 'admin'; token: string }
  /** Back from the company's sign-in; `answer` where the device was somebody else before. */
  | { kind: 'company'; answer?: SignInAnswer }
  | { kind: 'company-failed'; why: CompanyFailure };

/** denied: said no there · again: took too long, or another tab · unreachable: the company's server · failed: anything else. */
export const COMPANY_FAILURES = ['denied', 'again', 'unreachable', 'failed'] as const;
export type CompanyFailure = (typeof COMPANY_FAILURES)[number];

/** @param hash with or without its `#`. @param decode base64url to text; undefined for what is none. */
export function readLanding(hash: string, decode: (text: string) => string | undefined): Landing {
  const [name, ...rest] = hash.replace(/^#/, '').split('=');
  const value = rest.join('=');
  if (name === 'admin' && /^[\w-]{8,200}$/.test(value)) return { kind: 'admin', token: value };
  if (name === 'company-failed')
    return { kind: 'company-failed', why: COMPANY_FAILURES.find((one) => one === value) ?? 'failed' };
  if (name !== 'company') return { kind: 'plain' };
  const answer = readSignInAnswer(parse(decode(value)));
  return { kind: 'company', ...(answer && { answer }) };
}

/**
 * Where to go after signing in, from `?next=`: a page of this site, never another one.
 * @returns undefined without one.
 */
export function readNext(search: string): string | undefined {
  const next = /[?&]next=([^&]*)/.exec(search)?.[1];
  const path = next === undefined ? undefined : parseUri(next);
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined;
}

function parse(text: string | undefined): unknown {
  try {
    return isString(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function parseUri(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

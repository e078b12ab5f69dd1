import { PASSWORD_LENGTH, readUsername, USERNAME_LENGTH } from '#core/account/username.ts';
import type { Username } from '#server/port/password-accounts.ts';
import type { Sentence } from './sentence.ts';

export type NameRead = { status: 'read'; username: Username } | { status: 'malformed'; problem: Sentence };

/** A name that somebody wants to sign in by. */
export function readNewUsername(typed: string): NameRead {
  const read = readUsername(typed);
  if (read.status === 'refused') return { status: 'malformed', problem: NAME[read.reason] };
  return { status: 'read', username: { username: read.username, key: read.key } };
}

/** @returns what is wrong with a new password; undefined when it is good. */
export function passwordProblem(password: string): Sentence | undefined {
  if (password.length < PASSWORD_LENGTH.least) return PASSWORD.short;
  return password.length > PASSWORD_LENGTH.most ? PASSWORD.long : undefined;
}

const { least, most } = USERNAME_LENGTH;
const LENGTH: Sentence = {
  zh: `用户名要有${least}到${most}个字。`,
  en: `A username has ${least} to ${most} characters.`,
};
const NAME: Record<'too-short' | 'too-long' | 'signs', Sentence> = {
  'too-short': LENGTH,
  'too-long': LENGTH,
  signs: {
    zh: '用户名里只能有汉字、字母、数字和._-@+，不能有空格。',
    en: 'A username takes letters of any script, digits and . _ - @ +, no blanks.',
  },
};
const PASSWORD = {
  short: {
    zh: `密码太短，至少${PASSWORD_LENGTH.least}个字符。`,
    en: `The password is too short: at least ${PASSWORD_LENGTH.least} characters.`,
  },
  long: {
    zh: `密码太长，最多${PASSWORD_LENGTH.most}个字符。`,
    en: `The password is too long: at most ${PASSWORD_LENGTH.most} characters.`,
  },
};

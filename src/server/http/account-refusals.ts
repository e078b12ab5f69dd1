import { PASSKEYS_AT_MOST } from '#server/usecase/add-passkey.ts';
import type { Refusal } from './refusals.ts';

/** What the server says when somebody cannot sign in, claim or come back as they asked. */
export const ACCOUNT_REFUSALS = {
  unclaimed: {
    status: 409,
    zh: '你还没有设登录方式。请先设用户名和密码（或通行密钥），再做这一步。',
    en: 'You have no way to sign in yet. Set a username and password (or a passkey) first, then do this.',
  },
  claimedAlready: {
    status: 409,
    zh: '你已经有账号了，没有再建一个。要改密码或添加通行密钥，请到「我的记录」。',
    en: 'You have an account already; no second one was made. To change the password or add a passkey, go to “My record”.',
  },
  nameTaken: {
    status: 409,
    zh: '这个用户名已经有人用了，请换一个。',
    en: 'This username is taken. Choose another one.',
  },
  lastWayIn: {
    status: 409,
    zh: '这是你唯一的登录方式，删掉就再也进不来了，所以没有删。请先设密码，或者添加另一把通行密钥。',
    en: 'This is your only way to sign in, so it was not removed. Set a password or add another passkey first.',
  },
  passkeyElsewhere: {
    status: 409,
    zh: '这把通行密钥已经属于另一个账号，没有添加。',
    en: 'This passkey belongs to another account and was not added.',
  },
  tooManyPasskeys: {
    status: 409,
    zh: `已经有${PASSKEYS_AT_MOST}把通行密钥，没有再添加。请先删掉不用的。`,
    en: `There are ${PASSKEYS_AT_MOST} passkeys already and none was added. Remove one you no longer use first.`,
  },
  merged: {
    status: 410,
    zh: '这份记录已经并入另一个账号。这台设备上的记录不受影响；请用那个账号登录，继续同步。',
    en: 'This record was merged into an account. What is on this device is not touched; sign in with that account to go on syncing.',
  },
  noPasskey: { status: 404, zh: '没有这把通行密钥。', en: 'There is no such passkey.' },
  noCompany: {
    status: 404,
    zh: '这里没有开通公司账号登录。',
    en: 'Signing in through a company is not set up here.',
  },
  wrongPassword: {
    status: 422,
    zh: '用户名或密码不对。',
    en: 'The username or the password is wrong.',
  },
  wrongCurrent: {
    status: 422,
    zh: '现在的密码不对，没有改。',
    en: 'The present password is wrong; nothing was changed.',
  },
  wrongRecovery: {
    status: 422,
    zh: '用户名或恢复码不对。恢复码用过一次就换新的；找不到的话，请带班讲师或管理员给你一个新的。',
    en: 'The username or the recovery code is wrong. A code is replaced when it is used; if it is lost, ask your facilitator or an administrator for a new one.',
  },
  ticketOver: {
    status: 422,
    zh: '合并的时限已过，或者那份记录已经不在了。记录都还在各自的地方；请重新登录后再合并。',
    en: 'The time for merging is over, or that record is gone. Everything is where it was; sign in again to merge.',
  },
  wrongLink: {
    status: 422,
    zh: '这个管理员链接不对、已经用过，或者过了24小时。请在服务器上运行npm run admin:link，取一个新的。',
    en: 'This administrator link is wrong, was used, or is older than 24 hours. Run npm run admin:link on the server for a new one.',
  },
  passkeyRefused: {
    status: 422,
    zh: '通行密钥没有通过核对，没有执行。请再试一次。',
    en: 'The passkey could not be verified, and nothing was done. Try once more.',
  },
  noPasskeysHere: {
    status: 422,
    zh: '这个网址用不了通行密钥：要用https打开，或者在本机用http://localhost打开。请用用户名和密码。',
    en: 'Passkeys do not work at this address: it has to be https, or http://localhost on this machine. Use a username and password.',
  },
  tooManyGuesses: {
    status: 429,
    zh: '试错的次数太多，请过几分钟再试。密码记得的话，到时候照常登录；这台设备上的记录不受影响。',
    en: 'Too many wrong tries. Wait some minutes; the right password will work then. What is on this device is not touched.',
  },
  crowded: {
    status: 503,
    zh: '同时登录的人太多，请过几秒再试。',
    en: 'Too many people are signing in at this moment. Try again in some seconds.',
  },
} as const satisfies Record<string, Refusal>;

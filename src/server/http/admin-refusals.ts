import type { Refusal } from './refusals.ts';

/** What `/admin` is told when nothing was done. */
export const ADMIN_REFUSALS = {
  noPerson: {
    status: 404,
    zh: '服务器上没有这个人，可能刚刚删除。请刷新名单。',
    en: 'There is no such person on the server; they may just have been deleted. Reload the list.',
  },
  noReport: {
    status: 404,
    zh: '没有这条反馈。请刷新收件箱。',
    en: 'There is no such report. Reload the inbox.',
  },
  notAside: {
    status: 404,
    zh: '隔离区里没有这一条，可能已经处理过。请刷新列表。',
    en: 'There is no such entry in quarantine; it may have been dealt with. Reload the list.',
  },
  lastAdmin: {
    status: 409,
    zh: '这是最后一位管理员，没有改动。请先让另一个人当管理员。',
    en: 'This is the last administrator, and nothing was changed. Make somebody else one first.',
  },
  ownself: {
    status: 409,
    zh: '在这里不能删除您自己，没有改动。要删除自己的记录，请到「我」。',
    en: 'You cannot delete yourself here, and nothing was changed. Your own record is deleted under “Me”.',
  },
  unclaimed: {
    status: 409,
    zh: '这个人还没有设登录方式，没有可以重置的恢复码。换设备请用转移码。',
    en: 'This person has no way of signing in yet, so there is no recovery code to reset. Another device joins by a transfer code.',
  },
  moreConcerned: {
    status: 409,
    zh: '要删的人比您看到的多，没有保存。请再看一次人数，然后保存。',
    en: 'More people would be deleted than you were shown, and nothing was saved. Look at the number again, then save.',
  },
  otherName: {
    status: 422,
    zh: '输入的称呼和这个人的不一样，没有删除。请照页面上的称呼再输一次。',
    en: 'The nickname you typed is not this person’s, and nothing was deleted. Type it as the page shows it.',
  },
} as const satisfies Record<string, Refusal>;

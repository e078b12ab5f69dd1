import type { Language } from '#core/model/text.ts';

const zh = {
  askTitle: '这台设备上原来的记录，是你的吗？',
  askLead: '已经登录，称呼是{nickname}。登录之前，这台设备上还有一份记录：',
  askLessons: '学过{n}课',
  askNotes: '写下{n}处',
  askRuns: '做完{n}次模拟练习',
  askOpen: '有没做完的练习',
  askComma: '，',
  askEnd: '。',
  askNothing: '这份记录在这台设备上还是空的。',
  askOnServer: '它的称呼是「{nickname}」，服务器上也有一份。',
  askYes: '是我的，并进我的账号',
  askYesHint: '两份合在一起，谁也不覆盖谁；以后在你的每台设备上都看得到。并进去以后分不开。',
  askNo: '不是我的，留在原处',
  askNoHint: '它原样留在这台设备上，不会送到你的账号里；退出登录后又会打开。',
  askNoOnServer: '服务器上用这个称呼的那一份没有账号，以后接不上了；这台设备上的不受影响。',
  moving: '正在合并……',
  waiting: '这台设备上的已经抄进账号，还差服务器上的那一份。原来的记录没有动。连上网以后接着做，不会重复。',
  failed: '没有做成，两份记录都没有变。',
  partial:
    '这台设备上的记录已经并进账号。服务器上原来用称呼的那一份，因为隔得太久没能并进来；有没送到别处的，请在原来的那台设备上登录一次。',
  askAgain: '接着做',
  unfinishedTitle: '登录还差一步',
  unfinished: '这台设备已经登录了账号，但还没有说原来的记录怎么办。说完之前，这台设备不会同步。',
  unfinishedGo: '去说一下',

  adminTitle: '成为管理员',
  adminLead: '这个链接只能用一次。先登录，或者新设一个账号，再确认。',
  adminReady: '确认后，「{nickname}」就是这个网站的管理员：看得到学员的账号和学习情况，也能改他们的身份。',
  adminGo: '确认，成为管理员',
  adminDone: '「{nickname}」现在是管理员了。',
  adminUnclaimed: '这台设备上还没有账号。先在下面设一个，再成为管理员。',
  adminNew: '新设一个账号',
  adminNickname: '怎么称呼您',
};

export type ArrivalStrings = typeof zh;

const en: ArrivalStrings = {
  askTitle: 'Is the record that was on this device yours?',
  askLead: 'You are signed in as {nickname}. There was a record on this device before:',
  askLessons: 'lessons: {n}',
  askNotes: 'things written: {n}',
  askRuns: 'role-plays finished: {n}',
  askOpen: 'something that is not finished',
  askComma: ', ',
  askEnd: '.',
  askNothing: 'on this device it is still empty.',
  askOnServer: 'Its nickname is “{nickname}”, and the server has a copy.',
  askYes: 'It is mine; add it to my account',
  askYesHint:
    'The two become one and neither overwrites the other; all your devices will have it. They cannot be taken apart again.',
  askNo: 'It is not mine; leave it',
  askNoHint:
    'It stays on this device as it is, does not go to your account, and opens again when you sign out.',
  askNoOnServer:
    'The server’s copy under that nickname has no account and cannot be joined again; what is on this device is not touched.',
  moving: 'Adding …',
  waiting:
    'What was on this device is in your account; the server’s copy is still missing. The old record has not been touched. Continue once there is a connection; nothing is added twice.',
  failed: 'That did not work; neither record has changed.',
  partial:
    'What was on this device is in your account. The server’s copy under the nickname could not be added, as too much time had passed; if another device has something that was never sent, sign in there once.',
  askAgain: 'Continue',
  unfinishedTitle: 'One step of signing in is left',
  unfinished:
    'This device is signed in, but it was not said what is to become of the record that was here. Until then this device does not sync.',
  unfinishedGo: 'Say it now',

  adminTitle: 'Become administrator',
  adminLead: 'This link works once. Sign in or make an account, then confirm.',
  adminReady:
    'Once confirmed, “{nickname}” is an administrator of this site: sees learners’ accounts and progress, and can change their roles.',
  adminGo: 'Confirm and become administrator',
  adminDone: '“{nickname}” is an administrator now.',
  adminUnclaimed: 'This device has no account yet. Make one below, then become administrator.',
  adminNew: 'Make an account',
  adminNickname: 'What shall we call you?',
};

/** What is asked once somebody has signed in: whose record was here, and who becomes administrator; `accountStrings` has them. */
export const arrival: Record<Language, ArrivalStrings> = { zh, en };

import type { Language } from '#core/model/text.ts';

const zh = {
  title: '加入班级',
  lead: '输入讲师给你的邀请码，先看清楚这个班看得到什么，再决定加不加入。',
  code: '邀请码',
  codeHint: '8个字母或数字，大小写都行。',
  look: '看看是哪个班',
  looking: '正在查找……',
  by: '讲师：{names}',
  byNobody: '这个班现在没有讲师。',
  nickname: '你的称呼',
  nicknameHint: '讲师按它认出你，最多40个字。',
  sync: '加入就会打开同步：你的全部记录会送一份到这个网站的服务器，其中你写的话和填的表格只给你自己的设备用。',
  syncOn: '这台设备已经打开同步，讲师看到的是你当时填的称呼。',
  go: '我看过了，加入',
  going: '正在加入……',
  other: '换一个邀请码',
  joined: '已加入「{name}」。',
  known: '你已经在「{name}」里了。',
  toTasks: '看讲师布置的任务',
  toCourse: '去学课程',
  noServer: '这个网址上没有服务器，加入不了班级。请核对讲师给你的网址。',
  refused: {
    offline: '连不上服务器。连上网以后再试一次。',
    busy: '服务器这会儿办不了。过一会儿再试一次。',
    wrong: '这个邀请码不对，或者已经停用、过期。请核对，或者向讲师要一个新的。',
    'too-many': '试得太频繁了，过几分钟再试。',
    full: '这个班已经满了。请告诉讲师。',
    ended: '服务器不认得这台设备了。请再点一次加入。',
    outdated: '这个页面是旧的。请刷新，看过新的说明再加入。',
  },
};

export type JoinStrings = typeof zh;

const en: JoinStrings = {
  title: 'Join a class',
  lead: 'Enter the invitation code from your trainer. You will first see what the class can see, then decide.',
  code: 'Invitation code',
  codeHint: 'Eight letters or digits; small letters are fine.',
  look: 'See which class it is',
  looking: 'Looking …',
  by: 'Trainer: {names}',
  byNobody: 'This class has no trainer at present.',
  nickname: 'Your nickname',
  nicknameHint: 'Your trainer knows you by it; 40 characters at most.',
  sync: 'Joining turns on syncing: a copy of your whole record goes to this site’s server. What you wrote and your worksheets are there for your own devices only.',
  syncOn: 'Syncing is on already; your trainer sees the nickname you gave then.',
  go: 'I have read this; join',
  going: 'Joining …',
  other: 'Use another code',
  joined: 'You have joined “{name}”.',
  known: 'You are in “{name}” already.',
  toTasks: 'See what was assigned',
  toCourse: 'To the course',
  noServer:
    'There is no server at this address, so no class can be joined. Check the address your trainer gave you.',
  refused: {
    offline: 'The server cannot be reached. Try again once there is a connection.',
    busy: 'The server cannot do that right now. Try again in a while.',
    wrong: 'This invitation code is wrong, closed or over. Check it, or ask your trainer for a new one.',
    'too-many': 'Too many tries. Wait some minutes and try again.',
    full: 'This class is full. Please tell your trainer.',
    ended: 'The server no longer knows this device. Press join once more.',
    outdated: 'This page is out of date. Reload it, read what is shared now, and join then.',
  },
};

/** The words of `/join`; `cohortStrings` has them. */
export const join: Record<Language, JoinStrings> = { zh, en };

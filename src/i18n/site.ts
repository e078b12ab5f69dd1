import type { Language } from '#core/model/text.ts';

const zh = {
  htmlLang: 'zh-CN',
  course: '业务经理的三大修炼',
  brand: '三修',
  skip: '跳到正文',
  home: '三修首页',
  tabCourse: '课程',
  tabMe: '我',
  navMain: '主要',
  navMe: '我的记录',
  otherLanguage: 'EN',
  otherLanguageName: 'English',
  floor:
    '这个浏览器版本较旧，课文可以照常阅读，互动和检查题用不了。换用较新的浏览器（Safari 16.4、Chrome 111、Firefox 128或以上）就能作答。',
  noscript: '没有启用脚本：课文可以照常阅读和打印，互动、检查题和学习记录需要脚本。',
  foot: '课程中的人物、公司、产品和数字都是示例。学习记录只存在这台设备里。',
  realms: { xin: '心态', gong: '内功', wang: '网络' },
  lessonN: '第{n}课',
  notFoundTitle: '没有这一页',
  notFoundText: '地址可能写错了，或者这一课还没写好。你的学习记录不受影响。',
  errorTitle: '服务器这会儿出了问题',
  errorText: '你的学习记录在这台设备里，是安全的。过一会儿再打开；还是不行，把下面的编号告诉管理员。',
  errorId: '编号',
  toCourse: '回到课程',
  mapTitle: '三十六课，一课一字',
  legend: { new: '待学', open: '在学', done: '学成' },
  lessonCount: '{n}课',
  doneCount: '已学成{n}课',
  writing: '编写中',
  start: '开始学',
  resume: '接着学',
  resumeCheck: '接着答题',
  again: '再看一遍',
  minutes: '{n}分钟',
  stoppedAt: '读到「{title}」',
  checkOpen: '检查题做到一半',
  tried: '检查过，还没达标',
  completed: '已学成',
  unwritten: '这一课还在编写，先看已经写好的。',
  allTitles: '按标题看全部课程',
  capstoneLabel: '毕业项目',
  state: { new: '待学', open: '在学', tried: '在学', completed: '已成印' },
  stamped: '{lesson}学成',
  memory: '这台设备现在存不下学习记录，先记在这个页面里，关掉页面就没有了。可以到「我」里导出。',
  description:
    '面向业务经理的三十六课：心态与信念、内功与绩效、网络与客户管理。有练习，有检查，错在哪里说得清楚。',
};

export type SiteStrings = typeof zh;

const en: SiteStrings = {
  htmlLang: 'en',
  course: 'The Three Cultivations of an Account Manager',
  brand: 'Sanxiu',
  skip: 'Skip to content',
  home: 'Sanxiu home',
  tabCourse: 'Course',
  tabMe: 'Me',
  navMain: 'Main',
  navMe: 'My record',
  otherLanguage: '中文',
  otherLanguageName: '简体中文',
  floor:
    'This browser is an older version. You can read the lessons, but not the interactive parts or the check. A newer one (Safari 16.4, Chrome 111, Firefox 128 or later) can do both.',
  noscript:
    'Scripts are off: lessons can be read and printed, but interactions, checks and your record need scripts.',
  foot: 'People, companies, products and figures in the course are examples. Your record is kept on this device only.',
  realms: { xin: 'Mindset', gong: 'Inner skills', wang: 'Network' },
  lessonN: 'Lesson {n}',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the lesson is not written yet. Your record is untouched.',
  errorTitle: 'The server has a problem right now',
  errorText:
    'Your record is on this device and safe. Try again in a while; if it still fails, tell the administrator the number below.',
  errorId: 'Number',
  toCourse: 'Back to the course',
  mapTitle: 'Thirty-six lessons, one character each',
  legend: { new: 'to do', open: 'in progress', done: 'done' },
  lessonCount: '{n} lessons',
  doneCount: '{n} done',
  writing: 'being written',
  start: 'Start this lesson',
  resume: 'Continue',
  resumeCheck: 'Continue the check',
  again: 'Read again',
  minutes: '{n} min',
  stoppedAt: 'You stopped at “{title}”',
  checkOpen: 'You are halfway through the check',
  tried: 'Checked once, not passed yet',
  completed: 'Done',
  unwritten: 'This lesson is still being written. Start with the ones that are ready.',
  allTitles: 'All lessons by title',
  capstoneLabel: 'Capstone',
  state: { new: 'to do', open: 'in progress', tried: 'in progress', completed: 'done' },
  stamped: '{lesson} done',
  memory:
    'This device cannot keep your record right now. It stays in this page and is gone when you close it. You can export it under “Me”.',
  description:
    'Thirty-six lessons for account managers who work with dealers: mindset, inner skills, customer network. With practice, checks and feedback that says where a line breaks.',
};

const bundles: Record<Language, SiteStrings> = { zh, en };

/** @returns the strings of frame, home and error pages in one language. */
export const siteStrings = (language: Language): SiteStrings => bundles[language];

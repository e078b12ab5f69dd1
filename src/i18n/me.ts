import type { Language } from '#core/model/text.ts';

const zh = {
  heading: '我的记录',
  intro:
    '这一页只属于你：现在能做到什么，下一件学什么，自己的把握准不准。记录不上传到任何地方；要带走、合并或删除，都在这一页下面。',
  loading: '正在读取这台设备上的记录……',
  summary: '学成{done}课，在学{open}课；做完检查{attempts}次，作答约{minutes}分钟。',
  lesson: '第{n}课',
  oldLesson: '课程里已经没有的一课（{id}）',
  oldObjective: '课里已经没有的一条（{id}）',
  canHeading: '你现在能做到的',
  canNone: '还没有。一条目标的题拿到八成的分，就写在这里。',
  shownOn: '，{date}做到',
  nextHeading: '下一件',
  nextOpen: '接着学',
  nextTried: '检查过，还没达标，再来一次会换题',
  nextNew: '还没开始',
  nextNone: '写好的课都学成了。新的一课写好后，会出现在课程里。',
  againHeading: '再想一步的',
  againShare: '目前拿到{percent}的分',
  emptyText: '这里还空着。学一课、答完检查，你能做到的事就一条一条写在这里。',
  emptyGo: '从{lesson}「{title}」开始',
  confidenceHeading: '你的把握准不准',
  confidences: { guess: '说「猜的」', fairly: '较有把握', sure: '说「确定」' },
  confidenceShare: '拿到{percent}的分，共{n}题',
  total: '共{n}题',
  confidenceHint: '说得越有把握，拿到的分应该越多。差得远的那一行，就是要留心的地方。',
  sureTitle: '{n}题确定但答错了',
  sureHint: '先看这几题，最容易记牢',
  keepHeading: '记录归你',
  kept: '记录存在这台设备的这个浏览器里，共{n}条。打开着的课，没有网也能接着学。换浏览器、清除网站数据之前，先导出一份。',
  memory: {
    blocked:
      '这个浏览器不让保存记录。你做过的都还在这个页面里，关掉就没有了：先在下面导出一份，再到浏览器设置里允许本站保存数据，然后刷新。',
    full: '这台设备的空间满了，新的记录先放在这个页面里。先在下面导出一份；腾出空间后，接着学就会自动补存。',
    corrupt:
      '这台设备上的记录读不出来，已放在一边，没有动它。新的记录先放在这个页面里，关掉就没有了：先在下面导出一份，再刷新试试。',
    'too-new': '记录是更新的版本写的，这个页面还是旧的。原来的记录是安全的：刷新页面就能接着用。',
  },
  former:
    '以前的记录读不出来，原样放在一边；现在用的是一份新的，新学的都存得下。有导出过的文件，可以在下面导入。',
  setAside: '有{n}条记录读不出来，已放在一边；其余的都在。',
  wechatTitle: '你正在微信里看这一页',
  wechat:
    '微信里不能下载文件，清理缓存时记录也可能丢失。在浏览器里学更稳妥：先点下面的「导出」，复制成文字；再点右上角的「…」，选「在浏览器打开」；到那边的「我」里粘贴导入。',
  exportTitle: '导出全部记录',
  exportHint: '文件和文字装的是同样的内容，在别的浏览器里导入，会合并，不会覆盖。',
  exportFile: '存成文件',
  exportCopy: '复制成文字',
  exportShare: '分享',
  exportText: '记录的文字',
  exportBusy: '正在准备……',
  exportSaved: '文件已交给浏览器保存：{name}',
  exportCopied: '已复制，共{n}个字符。到另一个浏览器的「我」里粘贴导入。',
  exportByHand: '没能自动复制。在上面的文字框里全选，再复制。',
  exportShared: '已交给分享。',
  exportNotShared: '没有分享出去。你的记录没有变，可以改用复制成文字。',
  shareTitle: '三修学习记录',
  importTitle: '导入记录',
  importFile: '选择文件',
  importText: '或者把复制的文字粘贴在这里',
  importGo: '导入这段文字',
  importBusy: '正在合并……',
  imported: '合并好了：新增{added}条，原来就有{known}条，放在一边{setAside}条。',
  importedInMemory: '这台设备现在存不下，合并的结果只在这个页面里。',
  importRefused: {
    'not-ours': '这不是三修的学习记录。你现有的记录没有变。请选导出的文件，或粘贴以SX开头的那段文字。',
    cut: '这份记录只有前一半，后面缺了。你现有的记录没有变。回到原来的地方重新复制，要复制到最后一个字符。',
    'too-new': '这份记录是更新的版本导出的。你现有的记录没有变。刷新页面，再导入一次。',
    damaged: '这份记录在路上改动过，对不上。你现有的记录没有变。请重新导出一次，再导入。',
  },
  deleteTitle: '删除我的记录',
  deleteQuestion: '删除这台设备上的全部记录？',
  deleteText: '进度、作答、没做完的检查都会删掉，删除后找不回来。想留一份，先导出。',
  deleteKnow: '我知道删除后找不回来',
  deleteGo: '删除',
  deleteAsk: '先勾选上面这一句，再删除。',
  cancel: '取消',
  deleted: '这台设备上的记录已经删除。',
  deletedInMemory: '这个页面里的记录已经清空。设备上存着的够不着，请在浏览器设置里清除本站数据。',
  displayHeading: '显示',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  themeLegend: '颜色',
};

export type MeStrings = typeof zh;

const en: MeStrings = {
  heading: 'My record',
  intro:
    'This page is yours alone: what you can do now, what comes next, how well you judge yourself. Nothing is uploaded anywhere; taking the record along, merging and deleting it are further down.',
  loading: 'Reading the record on this device …',
  summary:
    '{done} lessons done, {open} in progress; {attempts} checks finished, about {minutes} min answering.',
  lesson: 'Lesson {n}',
  oldLesson: 'A lesson the course no longer has ({id})',
  oldObjective: 'Something the lesson no longer has ({id})',
  canHeading: 'What you can do now',
  canNone: 'Nothing yet. An objective appears here once its questions have earned 80% of their points.',
  shownOn: ', shown on {date}',
  nextHeading: 'Next',
  nextOpen: 'in progress',
  nextTried: 'checked, not passed yet; the next try has other questions',
  nextNew: 'not started',
  nextNone: 'You have done every lesson that is written. New ones will appear in the course.',
  againHeading: 'Worth another thought',
  againShare: '{percent} of the points so far',
  emptyText: 'Nothing here yet. Take a lesson and its check, and what you can do appears here line by line.',
  emptyGo: 'Start with {lesson}: {title}',
  confidenceHeading: 'How well you judge yourself',
  confidences: { guess: '“a guess”', fairly: '“fairly sure”', sure: '“sure”' },
  confidenceShare: '{percent} of the points, {n} questions',
  total: 'of {n}',
  confidenceHint:
    'The surer you say you are, the more points there should be. A line that is far off deserves care.',
  sureTitle: 'Sure but wrong: {n}',
  sureHint: 'Look at these first; they are remembered best',
  keepHeading: 'The record is yours',
  kept: 'Your record is kept in this browser on this device: {n} entries. A lesson that is open goes on without a network. Export a copy before you change browsers or clear site data.',
  memory: {
    blocked:
      'This browser does not allow saving. What you did is still in this page and gone when you close it: export a copy below, allow this site to store data in the browser’s settings, then reload.',
    full: 'This device is full, so new entries stay in this page. Export a copy below; once there is room, they are saved as you go on.',
    corrupt:
      'The record on this device cannot be read; it was set aside untouched. New entries stay in this page and are gone when you close it: export a copy below, then try reloading.',
    'too-new':
      'A newer version wrote the record, and this page is an older one. The record is safe: reload to go on with it.',
  },
  former:
    'An earlier record could not be read and lies untouched aside. A new one is in use and keeps what you do. If you have an export, import it below.',
  setAside: '{n} entries could not be read and were set aside; everything else is here.',
  wechatTitle: 'You are reading this inside WeChat',
  wechat:
    'WeChat blocks downloads, and clearing its cache may lose your record. A browser is safer: export below and copy the text, tap “…” at the top right, choose “Open in browser”, and paste it there under “Me”.',
  exportTitle: 'Export the whole record',
  exportHint:
    'File and text hold the same. Importing them in another browser merges; nothing is overwritten.',
  exportFile: 'Save as a file',
  exportCopy: 'Copy as text',
  exportShare: 'Share',
  exportText: 'The record as text',
  exportBusy: 'Preparing …',
  exportSaved: 'The browser is saving the file {name}',
  exportCopied: 'Copied, {n} characters. Paste it under “Me” in the other browser.',
  exportByHand: 'It could not be copied for you. Select all the text above and copy it.',
  exportShared: 'Handed over for sharing.',
  exportNotShared: 'Nothing was shared. Your record is unchanged; you can copy it as text instead.',
  shareTitle: 'Sanxiu learning record',
  importTitle: 'Import a record',
  importFile: 'Choose a file',
  importText: 'Or paste the copied text here',
  importGo: 'Import this text',
  importBusy: 'Merging …',
  imported: 'Merged. New: {added}, already here: {known}, set aside: {setAside}.',
  importedInMemory: 'This device cannot save right now; the merged record is in this page only.',
  importRefused: {
    'not-ours':
      'This is not a Sanxiu record. Your own is unchanged. Choose an exported file, or paste the text that begins with SX.',
    cut: 'The end of this record is missing. Your own is unchanged. Copy it again, down to the last character.',
    'too-new':
      'A newer version exported this record. Your own is unchanged. Reload the page and import again.',
    damaged:
      'This record was changed on the way. Your own is unchanged. Export it once more and import that.',
  },
  deleteTitle: 'Delete my record',
  deleteQuestion: 'Delete everything recorded on this device?',
  deleteText:
    'Progress, responses and unfinished checks are removed and cannot be brought back. Export first if you want a copy.',
  deleteKnow: 'I know it cannot be brought back',
  deleteGo: 'Delete',
  deleteAsk: 'Tick the sentence above first.',
  cancel: 'Cancel',
  deleted: 'The record on this device has been deleted.',
  deletedInMemory:
    'The record in this page has been emptied. What is stored on the device is out of reach; clear this site’s data in the browser’s settings.',
  displayHeading: 'Display',
  themes: { system: 'as the system', light: 'light', dark: 'dark' },
  themeLegend: 'Colours',
};

/** The strings of `/me` in both languages. */
const bundles: Record<Language, MeStrings> = { zh, en };

/** @returns the strings of `/me` in one language. */
export const meStrings = (language: Language): MeStrings => bundles[language];

import type { Language } from '#core/model/text.ts';

const zh = {
  heading: '在别的设备上接着学',
  lead: '换手机、用电脑，或者怕手机丢了，可以打开同步：这台设备上的记录会送一份到这个网站的服务器上；另一台设备输入转移码，两台的记录就合在一起，两边都学也不会互相覆盖。不打开照常学，什么都不送。',
  what: [
    '送上去的是你的全部记录：学到哪里、每道题怎么答的、模拟练习的经过，还有你写下的话和填的表格。没做完的检查留在原来的设备上。',
    '表格里的照片也送，先在设备上缩小，拍摄的地点和时间不在里面。',
    '除了一个称呼，不问姓名和手机号。',
    '别的学员看不到这些；但管理这台服务器的人从技术上读得到，写的时候请心里有数。',
    '如果这个网站接了公司的学习系统，题目、检查和模拟练习的结果会转过去，写下的话、表格和照片不转。',
  ],
  turnOn: '打开同步',
  nickname: '怎么称呼你',
  nicknameHint: '最多40个字。加入班级以后，讲师也看得到。',
  busy: '正在打开……',
  joinTitle: '另一台设备上已经打开了',
  code: '那台设备上显示的转移码',
  codeNote: '只输入你自己的设备上显示的码：这台设备上的记录会并进那一份里。',
  join: '用这个码接上',
  isOn: '已打开，称呼是{nickname}。',
  off: '这台设备上的同步已经关掉，不再送。服务器上的那一份还在，停在关掉的那一刻。',
  turnOnAgain: '再打开',
  working: '正在同步……',
  elsewhere: '另一个页面正在同步，切回那一页就能看到。',
  syncedAt: '上次同步：{time}。',
  neverSynced: '还没有同步过。',
  waiting: '还有{n}条没送到，连得上的时候会自动送。',
  allSent: '这台设备上的都送到了。',
  pictures: '还有{n}张照片没送到或没取到，连得上的时候会自动接着来；在别的设备上拍的，要等那台设备送来。',
  picturesFull:
    '服务器上留给你放照片的地方满了，新拍的先留在这台设备里，导出的文件里也有。要送更多，请管理员把上限（BLOB_QUOTA_MB）调大；每天会自动再试一次。',
  problems: {
    offline: '现在连不上服务器。照常学，记录都在这台设备里，连上以后自动送。',
    busy: '服务器这会儿没有正常回应，过一会儿自动再试。记录在这台设备里，是安全的。',
    full: '服务器的磁盘满了，没有收下。请告诉管理员；记录在这台设备里，是安全的。',
    unknown:
      '服务器不认得这台设备了，可能是隔得太久，或者清除过网站数据。记录还在这台设备里。请在下面重新打开，或者用另一台设备的转移码接上。',
    deleted:
      '服务器上的那一份已经删除，可能是在你的另一台设备上删的。这台设备上的记录还在，也不会再送。想重新开始，在下面再打开一次。',
    outdated:
      '服务器看不懂这个页面送的内容，两边有一边是旧的。请刷新页面再试；还是这样，请告诉管理员。记录在这台设备里，是安全的。',
    'no-server': '这个网址上现在没有能同步的服务器。请核对网址，或者问问管理员。记录在这台设备里，是安全的。',
  },
  refusedTitle: '有{n}条服务器没有收下',
  refusedHint: '它们都还在这台设备里，不会再送，导出时会带上。',
  refused: {
    contradicts: '同一个编号下，服务器上先有了另一份内容，先到的那份留在服务器上。',
    'unknown-shape': '服务器的版本不认得这种记录。',
    'too-large': '这一条超过250 KB，太大了，送不上去。',
    'turned-back': '每次送这一条都被退回，别的都送到了。请告诉管理员。',
  },
  refusedPictures: {
    contradicts: '同一个编号下，服务器上先有了另一张。',
    'unknown-shape': '服务器认不出这是一张图。',
    'too-large': '这一张太大了。在表里重新选一次，会自动缩小。',
  },
  picture: '表格里的一张照片',
  kinds: {
    'lesson.opened': '打开一课',
    'interaction.finished': '课里的一个练习',
    'item.responded': '一道题的作答',
    'attempt.submitted': '一次检查',
    'lesson.completed': '学成一课',
    'reflection.saved': '写下的话',
    'worksheet.saved': '填的表格',
    'scenario.finished': '一次模拟练习',
  },
  now: '现在同步',
  showCode: '显示转移码',
  codeIs: '转移码',
  codeHint:
    '10分钟内有效，只能用一次。在另一台设备上打开这个网站的「我」，在「在别的设备上接着学」里输入；也可以用那台设备的相机扫下面的二维码。',
  codeSecret: '不要发给别人：谁输入它，谁就看得到你的全部记录。',
  qr: '转移码的二维码',
  turnOff: '在这台设备上关掉',
  removeTitle: '删掉服务器上的那一份',
  removeQuestion: '删掉服务器上的那一份？',
  removeText:
    '服务器上的全部记录和称呼都会删掉，找不回来，你的其他设备也会停止同步。每台设备上已有的记录不动：这台设备上的{n}条都还在。管理员另外做的备份里，可能还会留一段时间。',
  removed: '服务器上的那一份已经删除。这台设备上的记录还在。',
  localOnly:
    '服务器上的那一份不会跟着删。两边都要删，先到上面「在别的设备上接着学」里删掉服务器上的那一份，再回到这里。',
  turnRefused: {
    offline: '连不上服务器，没有变化。连上网以后再试一次。',
    busy: '服务器这会儿办不了，没有变化。过一会儿再试一次。',
    nickname: '请写一个称呼，最多40个字。',
    'wrong-code': '这个转移码不对，或者已经用过、过了10分钟。请在另一台设备上重新显示一个，照着再输一次。',
    'too-many': '试得太频繁了，过几分钟再试。',
    ended: '服务器不认得这台设备了。请重新打开，或者用另一台设备的转移码接上。',
    'signed-out': '登录已经失效，没有变化。请重新登录。',
    other: '这台设备登录的是另一个账号，没有变化。请到登录页把那一步做完。',
    'no-storage': '这个浏览器不让本站保存数据，打不开同步。请在浏览器设置里允许，再试一次。',
  },
};

export type SyncStrings = typeof zh;

const en: SyncStrings = {
  heading: 'Continue on another device',
  lead: 'For a new phone, a computer, or in case this phone is lost, you can turn on syncing: a copy of the record on this device goes to this site’s server. Enter a transfer code on another device and both records become one; what you do on either is kept. Leave it off and nothing is sent; everything else works the same.',
  what: [
    'What is sent is your whole record: how far you are, your response to each question, your role-plays, and what you wrote in notes and worksheets. An unfinished check stays on its device.',
    'The pictures in worksheets go too, made smaller on the device and without where and when they were taken.',
    'Apart from a nickname you are asked for neither name nor phone number.',
    'Other learners cannot see any of it, but whoever runs this server can technically read it; keep that in mind when you write.',
    'Where this site is connected to a company’s learning system, results of questions, checks and role-plays are passed on; notes, worksheets and pictures are not.',
  ],
  turnOn: 'Turn on syncing',
  nickname: 'What shall we call you?',
  nicknameHint: '40 characters at most. Once you join a class, your trainer sees it too.',
  busy: 'Turning on …',
  joinTitle: 'It is on already on another device',
  code: 'The transfer code that device shows',
  codeNote: 'Enter only a code that a device of yours shows: the record on this device joins that copy.',
  join: 'Join with this code',
  isOn: 'On. Your nickname is {nickname}.',
  off: 'Turned off on this device; nothing is sent any more. The copy on the server is still there, as it was then.',
  turnOnAgain: 'Turn on again',
  working: 'Syncing …',
  elsewhere: 'Another tab is syncing; go back to it to see how it goes.',
  syncedAt: 'Last synced: {time}.',
  neverSynced: 'Not synced yet.',
  waiting: 'Not sent yet: {n}. They go by themselves when the server can be reached.',
  allSent: 'Everything on this device has been sent.',
  pictures:
    'Pictures not sent or not fetched yet: {n}. They go on by themselves when the server can be reached; those taken on another device come once that one has sent them.',
  picturesFull:
    'Your pictures on the server are at their limit. New ones stay on this device and are in every file you export. To send more, ask the administrator to raise the limit (BLOB_QUOTA_MB); it is tried again once a day.',
  problems: {
    offline:
      'The server cannot be reached. Go on as usual: your record is on this device and is sent once there is a connection.',
    busy: 'The server does not answer properly right now; it is tried again by itself. Your record is safe on this device.',
    full: 'The server’s disk is full and nothing was kept. Please tell the administrator; your record is safe on this device.',
    unknown:
      'The server no longer knows this device: it was away too long, or site data was cleared. Your record is still on this device. Turn syncing on again below, or join with a transfer code from another device.',
    deleted:
      'The copy on the server was deleted, perhaps on another device of yours. Your record is still on this device and is not sent any more. To begin anew, turn syncing on again below.',
    outdated:
      'The server does not understand what this page sends; one of the two is too old. Reload the page; if that does not help, tell the administrator. Your record is safe on this device.',
    'no-server':
      'No server that can sync answers at this address. Check the address or ask the administrator. Your record is safe on this device.',
  },
  refusedTitle: 'The server did not take {n}',
  refusedHint: 'They are still on this device, are not sent again, and are part of every export.',
  refused: {
    contradicts: 'The server already had something else under the same number, and that stays there.',
    'unknown-shape': 'The server’s version does not know this kind of entry.',
    'too-large': 'This entry is over 250 KB, too large to be sent.',
    'turned-back':
      'This entry is turned back every time; the others go through. Please tell the administrator.',
  },
  refusedPictures: {
    contradicts: 'The server already had another picture under the same number.',
    'unknown-shape': 'The server does not take this for a picture.',
    'too-large': 'This picture is too large. Choose it again in its sheet, and it is made smaller.',
  },
  picture: 'A picture in a worksheet',
  kinds: {
    'lesson.opened': 'A lesson opened',
    'interaction.finished': 'An exercise in a lesson',
    'item.responded': 'A response to a question',
    'attempt.submitted': 'A check',
    'lesson.completed': 'A lesson completed',
    'reflection.saved': 'Something you wrote',
    'worksheet.saved': 'A worksheet',
    'scenario.finished': 'A role-play',
  },
  now: 'Sync now',
  showCode: 'Show transfer code',
  codeIs: 'Transfer code',
  codeHint:
    'Good for ten minutes, once. On the other device open “Me” on this site and enter it under “Continue on another device”, or scan the QR code below with that device’s camera.',
  codeSecret: 'Do not pass it on: whoever enters it can see your whole record.',
  qr: 'QR code of the transfer code',
  turnOff: 'Turn off on this device',
  removeTitle: 'Delete the copy on the server',
  removeQuestion: 'Delete the copy on the server?',
  removeText:
    'Everything recorded on the server, nickname included, is deleted and cannot be brought back, and your other devices stop syncing. What each device has stays: all {n} entries on this one. Backups the administrator made may hold it for some time.',
  removed: 'The copy on the server has been deleted. The record on this device is still here.',
  localOnly:
    'The copy on the server is not deleted with it. To delete both, first delete the copy on the server further up, under “Continue on another device”, then come back here.',
  turnRefused: {
    offline: 'The server cannot be reached; nothing has changed. Try again once there is a connection.',
    busy: 'The server cannot do that right now; nothing has changed. Try again in a while.',
    nickname: 'Please give a nickname of 40 characters at most.',
    'wrong-code':
      'This transfer code is wrong, was used, or is older than ten minutes. Show a new one on the other device and enter that.',
    'too-many': 'Too many tries. Wait some minutes and try again.',
    ended:
      'The server no longer knows this device. Turn syncing on again, or join with a transfer code from another device.',
    'signed-out': 'You are signed out; nothing has changed. Please sign in again.',
    other:
      'Another account is signed in on this device; nothing has changed. Please finish that on the sign-in page.',
    'no-storage':
      'This browser does not let the site store data, so syncing cannot be turned on. Allow it in the browser’s settings and try again.',
  },
};

const bundles: Record<Language, SyncStrings> = { zh, en };

/** @returns the strings of syncing on `/me` in one language. */
export const syncStrings = (language: Language): SyncStrings => bundles[language];

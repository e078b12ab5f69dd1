import { SHARES_AT_MOST } from '#core/cohort/shares.ts';

/** What the server says when it will not do what was asked: a status and one sentence in both languages. */
export interface Refusal {
  status: number;
  zh: string;
  en: string;
}

export const REFUSALS = {
  malformed: {
    status: 400,
    zh: '这个网址的写法有误，请核对后再打开。',
    en: 'This address is malformed. Check it and try again.',
  },
  unknown: {
    status: 401,
    zh: '服务器不认得这台设备，或者登录已经失效。请在「我的记录」里重新登记；这台设备上的记录不受影响。',
    en: 'The server does not know this device, or its session has ended. Register again under “My record”; what is on this device is not touched.',
  },
  otherLearner: {
    status: 401,
    zh: '这个浏览器现在登录的是另一个人，这一页的记录没有送。请到登录页把没做完的那一步做完；这台设备上的记录不受影响。',
    en: 'Somebody else is signed in in this browser now, and the record of this page was not sent. Please finish signing in; what is on this device is not touched.',
  },
  foreignSite: {
    status: 403,
    zh: '这个请求来自别的网站，没有执行。请回到课程页面再操作。',
    en: 'This request came from another site and was not carried out. Go back to the course and try again.',
  },
  forbidden: {
    status: 403,
    zh: '你的账号没有这个权限，没有执行。需要的话，请找管理员开通。',
    en: 'Your account may not do this, and nothing was done. If you need it, ask an administrator.',
  },
  missing: { status: 404, zh: '没有这一页。', en: 'There is no such page.' },
  method: {
    status: 405,
    zh: '这个地址不支持这种请求方法。',
    en: 'This address does not support this method.',
  },
  removed: {
    status: 410,
    zh: '服务器上的这一份记录已经删除。这台设备上的记录不受影响；想重新开始，请在「我的记录」里再打开一次。',
    en: 'This copy on the server has been deleted. What is on this device is not touched; to begin anew, turn it on again under “My record”.',
  },
  tooLarge: {
    status: 413,
    zh: '一次送来的内容超过256 KiB，没有收下。请分几次送。',
    en: 'The request body is over 256 KiB and was not accepted. Send it in parts.',
  },
  blobMissing: {
    status: 404,
    zh: '服务器上没有这张图。它可能还在拍它的那台设备上，那台设备同步以后就有了。',
    en: 'This picture is not on the server. It may still be on the device that took it, and comes once that one has synced.',
  },
  blobConflict: {
    status: 409,
    zh: '这个编号下已有另一张图。先到的那张保留，这一张没有收下，仍在这台设备里。',
    en: 'Another picture lies under this id. The first one stands; this one was not kept and is still on this device.',
  },
  blobTooLarge: {
    status: 413,
    zh: '这张图超过256 KiB，没有收下，仍在这台设备里。请在表里重新选一次，选的时候会自动缩小。',
    en: 'This picture is over 256 KiB and was not kept; it is still on this device. Choose it again in its sheet: there it is made smaller.',
  },
  mistakeConflict: {
    status: 409,
    zh: '这个编号下已有另一条反馈。先到的那条保留，这一条没有收下；请刷新页面后再发。',
    en: 'Another report lies under this id. The first one stands and this one was not kept; reload the page and send it again.',
  },
  mistakeTooLarge: {
    status: 413,
    zh: '一条反馈连同课号最多32 KiB，没有收下。请写短一些。',
    en: 'A report may have 32 KiB at most and was not kept. Please shorten it.',
  },
  notJson: {
    status: 415,
    zh: '这里只接受application/json格式的内容。',
    en: 'Only application/json is accepted here.',
  },
  notPicture: {
    status: 415,
    zh: '这里只收JPEG、PNG和WebP的图，以文件里的内容为准。这一份没有收下。',
    en: 'Only JPEG, PNG and WebP pictures are taken here, judged by what is in the file. This one was not kept.',
  },
  foreignHost: {
    status: 421,
    zh: '这台服务器不用这个名字提供服务。管理员可以用环境变量ORIGIN设置对外的网址（例如ORIGIN=https://sanxiu.example.com），局域网里用npm start -- --lan启动。',
    en: 'This server does not answer to this host name. The administrator can set its public address with ORIGIN (for example ORIGIN=https://sanxiu.example.com), or start it with npm start -- --lan for a local network.',
  },
  cohortMissing: {
    status: 404,
    zh: '没有这个班，或者不归您带。请回到班级列表再选。',
    en: 'There is no such class, or you do not lead it. Go back to the list and choose again.',
  },
  cohortThingMissing: {
    status: 404,
    zh: '班里没有这一项，可能已经删掉了。请刷新页面。',
    en: 'The class has no such thing; it may have been removed. Reload the page.',
  },
  facilitatorMissing: {
    status: 422,
    zh: '没有用户名或编号是这个的讲师。请对方在「班级」页面底部查看自己的编号；看不到这一页的，先找管理员开通权限。',
    en: 'No trainer has this username or number. They find their number at the foot of their “Classes” page; whoever cannot open that page needs the role from an administrator first.',
  },
  cohortFull: {
    status: 409,
    zh: '已经到上限，没有加进去。请先清理不用的班级、学员或任务。',
    en: 'The limit is reached and nothing was added. Remove classes, learners or assignments that are no longer used.',
  },
  memberUnclaimed: {
    status: 409,
    zh: '这位学员还没有账号，没有密码可以重设。换了设备的，请用原来那台设备上的转移码接上。',
    en: 'This learner has no account yet, so there is no password to reset. On a new device they can join with a transfer code from the old one.',
  },
  notEnrolled: {
    status: 404,
    zh: '你不在这个班里。',
    en: 'You are not in this class.',
  },
  nothingToShare: {
    status: 404,
    zh: '服务器上没有这一份，或者它不是你写的笔记和表格。等同步完再试。',
    en: 'The server has no such note or worksheet of yours. Wait until everything is synced and try again.',
  },
  sharesFull: {
    status: 409,
    zh: `给这个班的讲师看的已经有${SHARES_AT_MOST}份，不能再多了，这一份没有给出去。请在「我」里的「给讲师看一份」收回用不着的，再给这一份。`,
    en: `You show the trainers of this class ${SHARES_AT_MOST} things already, which is the limit; this one was not shown. Under “Me”, “Show your trainer one thing”, take back what is no longer needed, then show this one.`,
  },
  wrongInvitation: {
    status: 422,
    zh: '这个邀请码不对，或者已经停用、过期。请核对，或者向讲师要一个新的。',
    en: 'This invitation code is wrong, closed or over. Check it, or ask your trainer for a new one.',
  },
  wrongCode: {
    status: 422,
    zh: '这个转移码不对，或者已经用过、过了10分钟。请在另一台设备上重新显示一个，照着再输一次。',
    en: 'This transfer code is wrong, was used, or is older than ten minutes. Show a new one on the other device and enter that.',
  },
  tooMany: {
    status: 429,
    zh: '试得太频繁了，过几分钟再试。这台设备上的记录不受影响。',
    en: 'Too many tries. Wait some minutes and try again; what is on this device is not touched.',
  },
  tooManyTrainers: {
    status: 429,
    zh: '试过的用户名和编号太多了，请过几分钟再试。可以先请对方把「班级」页面底部的编号发给您。',
    en: 'Too many usernames and numbers were tried. Wait some minutes; meanwhile ask them for the number at the foot of their “Classes” page.',
  },
  tooManyReports: {
    status: 429,
    zh: '这个网络刚才发来的反馈太多，这一条没有收下。请过几分钟再发，或者复制文字发给培训负责人。',
    en: 'Too many reports came from this network just now and this one was not kept. Send it again in some minutes, or copy the text for whoever runs your training.',
  },
  failure: {
    status: 500,
    zh: '服务器这会儿出了问题，过一会儿再试。你的学习记录在这台设备里，是安全的。',
    en: 'The server has a problem right now. Try again in a while. Your record is on this device and safe.',
  },
  unavailable: {
    status: 503,
    zh: '服务器的数据库这会儿用不了，过几秒再试。还没送到的记录在这台设备里，是安全的。',
    en: 'The server’s database cannot be used right now. Try again in some seconds. What was not sent yet is safe on this device.',
  },
  inboxFull: {
    status: 507,
    zh: '收件箱满了，这一条没有收下。请复制文字发给培训负责人。',
    en: 'The inbox is full and this report was not kept. Please copy the text for whoever runs your training.',
  },
  full: {
    status: 507,
    zh: '服务器的磁盘满了，没有存下。请告诉管理员；记录在这台设备里，是安全的。',
    en: 'The server’s disk is full and nothing was kept. Please tell the administrator; your record is safe on this device.',
  },
} as const satisfies Record<string, Refusal>;

/** @returns both sentences, Chinese first, one per line. */
export const refusalText = ({ zh, en }: Refusal): string => `${zh}\n${en}\n`;

import type { Language } from '#core/model/text.ts';

const zh = {
  search: '找人',
  searchHint: '称呼、用户名或编号的开头',
  go: '找',
  none: '没有这样的人。',
  found: '列出{n}位。',
  lastSeen: '最近一次来：{day}',
  joined: '加入：{day}',
  facts: '学习记录：{n}条',
  id: '编号：{id}',
  username: '用户名：{name}',
  claimed: '已设登录方式',
  unclaimed: '没有设登录方式：只认他现在的设备',
  role: '角色',
  roleHint: '讲师可以管自己的班；管理员可以做这一页上的一切。',
  roleUnclaimed: '他还没有设登录方式，换了设备或清了浏览器，角色就跟着没了。先请他到「我」里设好。',
  saveRole: '改角色',
  roleSaved: '已改为{role}。',
  exportTitle: '导出他的资料',
  exportHint: '本人来要自己的资料时用。笔记、反思和工作表只属于他本人，不在里面，请他在自己的设备上导出。',
  exported: '已存成文件，这次导出记在操作记录里。',
  recovery: '重设恢复码',
  recoveryHint: '他忘了密码、也丢了恢复码时用。请先确认是本人。',
  recoveryAsk:
    '给「{nickname}」重设恢复码？原来的马上作废。拿到新码的人就能登录这个账号，请确认是本人，当面交给他。这一步会记入操作记录。',
  recoveryShown: '新的恢复码，只显示这一次，请当面交给他：',
  deleteTitle: '删除这个人',
  deleteQuestion: '删除「{nickname}」？',
  deleteText:
    '服务器上他的全部记录、称呼和登录方式都会删掉，找不回来。他设备里的记录不动。备份里可能还会留一段时间。',
  deleteType: '请照样输入称呼「{nickname}」',
  deleteGo: '删除',
  deleted: '「{nickname}」已删除。',
  cancel: '取消',
};

export type PeopleStrings = typeof zh;

const en: PeopleStrings = {
  search: 'Find somebody',
  searchHint: 'the beginning of a nickname, a username or an id',
  go: 'Find',
  none: 'There is nobody like that.',
  found: '{n} listed.',
  lastSeen: 'last here {day}',
  joined: 'Joined: {day}',
  facts: 'Records: {n}',
  id: 'Id: {id}',
  username: 'Username: {name}',
  claimed: 'Can sign in',
  unclaimed: 'Cannot sign in: known by their present device only',
  role: 'Role',
  roleHint: 'A trainer runs classes; an administrator can do everything on this page.',
  roleUnclaimed:
    'They cannot sign in yet: with another device, or a cleared browser, the role is gone. Ask them to set up a way of signing in under “Me” first.',
  saveRole: 'Change role',
  roleSaved: 'Now {role}.',
  exportTitle: 'Export their data',
  exportHint:
    'For when they ask for their data. Notes, reflections and worksheets are theirs alone and not in it: they export those on their own device.',
  exported: 'Saved as a file. The export is in the audit log.',
  recovery: 'Reset the recovery code',
  recoveryHint: 'For somebody who has lost password and recovery code. Make sure it is them.',
  recoveryAsk:
    'Reset the recovery code of “{nickname}”? The old one ends at once. Whoever has the new one can sign in to the account: make sure it is them, and hand it over in person. This is noted in the audit log.',
  recoveryShown: 'The new recovery code, shown this once. Hand it over in person:',
  deleteTitle: 'Delete this person',
  deleteQuestion: 'Delete “{nickname}”?',
  deleteText:
    'All their records on the server, the nickname and the way of signing in are deleted and cannot be brought back. What is on their devices stays. Backups may hold it for some time longer.',
  deleteType: 'Type the nickname “{nickname}”',
  deleteGo: 'Delete',
  deleted: '“{nickname}” is deleted.',
  cancel: 'Cancel',
};

/** The words of the part “people”; `adminStrings` has them. */
export const people: Record<Language, PeopleStrings> = { zh, en };

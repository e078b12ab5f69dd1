import type { Language } from '#core/model/text.ts';

const zh = {
  codeTitle: '把恢复码记下来',
  codeLead: '忘了密码、丢了设备，就靠它登录回来。只显示这一次，以后谁也看不到，管理员也看不到。',
  codeIs: '恢复码',
  codeFor: '三修　用户名：{username}',
  codeForNoName: '三修　恢复码',
  codeSecret: '抄在纸上，或者存到只有你看得到的地方。不要发给别人，也不要只存在这台设备里。',
  codeCopy: '复制',
  codePrint: '打印',
  codeSave: '存成文件',
  codeFile: '三修恢复码',
  codeCopied: '已复制。',
  codeByHand: '没能自动复制，请照着抄下来。',
  codeSaved: '文件已交给浏览器保存。',
  codeWeChat: '微信里不能存文件：复制到备忘录，或者抄在纸上。',
  codeNoted: '我已经记在别处了',
  codeNotYet: '先记下来，勾选上面这一句。',
  codeDone: '完成',
};

export type RecoveryStrings = typeof zh;

const en: RecoveryStrings = {
  codeTitle: 'Note down the recovery code',
  codeLead:
    'It lets you back in when the password is forgotten or the device lost. It is shown this once; nobody can see it later, administrators included.',
  codeIs: 'Recovery code',
  codeFor: 'Sanxiu, username: {username}',
  codeForNoName: 'Sanxiu, recovery code',
  codeSecret:
    'Write it on paper or keep it where only you can see it. Do not pass it on, and do not keep it on this device only.',
  codeCopy: 'Copy',
  codePrint: 'Print',
  codeSave: 'Save as file',
  codeFile: 'sanxiu-recovery-code',
  codeCopied: 'Copied.',
  codeByHand: 'It could not be copied; please write it down.',
  codeSaved: 'The browser is saving the file.',
  codeWeChat: 'WeChat cannot save files: copy it into your notes, or write it on paper.',
  codeNoted: 'I have noted it somewhere else',
  codeNotYet: 'First note it down and tick the line above.',
  codeDone: 'Done',
};

/** The words around a recovery code that is shown once; `accountStrings` has them. */
export const recovery: Record<Language, RecoveryStrings> = { zh, en };

import type { Language } from '#core/model/text.ts';

const zh = {
  offline: '连不上服务器。你填的都还在，连上网以后再试一次。',
  busy: '服务器这会儿办不了。你填的都还在，过一会儿再试一次。',
  full: '服务器的磁盘满了，没有存下。请告诉管理员。',
  'no-server': '这个网址上没有能办这件事的服务器。请核对网址。',
  ended: '这台设备的登录已经失效，请重新登录。',
  'too-many': '试得太频繁了，过几分钟再试。',
  'wrong-sign-in': '用户名或密码不对。你填的用户名还在，核对以后再试。',
  'wrong-recovery': '用户名和恢复码对不上，或者这个恢复码已经用过。核对以后再试。',
  'wrong-current': '现在的密码不对，没有改。',
  'wrong-passkey': '服务器不认得这把通行密钥，可能已经被移除。请用别的办法登录。',
  'no-passkeys': '这个网址上用不了通行密钥，请用用户名和密码。',
  'passkey-cancelled': '没有用上通行密钥：可能是取消了，也可能等得太久。可以再试，也可以用用户名和密码。',
  'passkey-known': '这台设备上已经有这个账号的通行密钥了。',
  nickname: '请写一个称呼，最多40个字。',
  'name-taken': '这个用户名已经有人用了，换一个。',
  'name-too-short': '用户名至少要2个字。',
  'name-too-long': '用户名最多40个字。',
  'name-signs': '用户名只能用汉字、字母、数字和 . _ - @ + 这几个符号，中间不要空格。',
  'password-length': '密码要8到128个字符。',
  'no-code': '恢复码是20个字母和数字，请核对有没有少抄。',
  'already-claimed': '已经在另一台设备上设好账号了。刷新这一页就能看到。',
  'last-way': '这是登录的最后一个办法，不能移除。先加一个密码或另一把通行密钥。',
  'link-over': '这个链接不对、已经用过，或者过了24小时。请管理员再生成一个。',
  unclaimed: '先设一个账号，再成为管理员。',
  'ticket-over': '隔得太久，没能合并。',
  outdated: '服务器看不懂这个页面送的内容。请刷新页面再试；还是这样，请告诉管理员。',
  'no-storage': '这个浏览器不让本站保存数据，登录不了。请在浏览器设置里允许，再试一次。',
};

export type RefusedStrings = typeof zh;

const en: RefusedStrings = {
  offline:
    'The server cannot be reached. What you typed is still here; try again once there is a connection.',
  busy: 'The server cannot do that right now. What you typed is still here; try again in a while.',
  full: 'The server’s disk is full and nothing was kept. Please tell the administrator.',
  'no-server': 'No server that can do this answers at this address. Check the address.',
  ended: 'This device is signed out. Please sign in again.',
  'too-many': 'Too many tries. Wait some minutes and try again.',
  'wrong-sign-in':
    'Username or password is wrong. The username you typed is still here; check it and try again.',
  'wrong-recovery':
    'Username and recovery code do not belong together, or the code was used. Check and try again.',
  'wrong-current': 'The current password is wrong; nothing was changed.',
  'wrong-passkey':
    'The server does not know this passkey; it may have been removed. Please sign in another way.',
  'no-passkeys': 'Passkeys do not work at this address. Please use username and password.',
  'passkey-cancelled':
    'No passkey was used: it was cancelled, or took too long. Try again, or use username and password.',
  'passkey-known': 'This device already has a passkey for this account.',
  nickname: 'Please give a nickname of 40 characters at most.',
  'name-taken': 'Somebody has this username already. Please choose another.',
  'name-too-short': 'A username has at least 2 characters.',
  'name-too-long': 'A username has at most 40 characters.',
  'name-signs': 'A username has letters, digits and the signs . _ - @ + only, without blanks.',
  'password-length': 'A password has 8 to 128 characters.',
  'no-code': 'A recovery code has 20 letters and digits. Check whether something is missing.',
  'already-claimed': 'The account was made on another device already. Reload this page to see it.',
  'last-way':
    'This is the last way to sign in and cannot be removed. First add a password or another passkey.',
  'link-over':
    'This link is wrong, was used, or is older than 24 hours. Ask the administrator for a new one.',
  unclaimed: 'First make an account, then become administrator.',
  'ticket-over': 'Too much time has passed to add it.',
  outdated:
    'The server does not understand what this page sends. Reload the page; if that does not help, tell the administrator.',
  'no-storage':
    'This browser does not let the site store data, so you cannot sign in. Allow it in the browser’s settings and try again.',
};

/** Why an act on the account was not done, by the code that the server or the browser gives; `accountStrings` has them. */
export const refused: Record<Language, RefusedStrings> = { zh, en };

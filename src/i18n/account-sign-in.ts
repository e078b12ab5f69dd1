import type { Language } from '#core/model/text.ts';

const zh = {
  signInTitle: '登录',
  signInLead:
    '登录后，这台设备打开的是你账号里的那一份记录，学过的、写过的都会接上。只在这台设备上学，不用登录。',
  loading: '正在看这台设备登录了没有……',
  username: '用户名',
  password: '密码',
  showPassword: '显示密码',
  signIn: '登录',
  busy: '正在办……',
  passkeySignIn: '用通行密钥登录',
  passkeyMissing: '这个网址不是https，或者这个浏览器不支持，用不了通行密钥。请用用户名和密码登录。',
  passkeyWeChat: '微信里用不了通行密钥。点右上角的「…」，选「在浏览器打开」；或者用用户名和密码登录。',
  company: '用{company}账号登录',
  companyFailed: {
    denied: '{company}那边没有同意登录，这里没有变化。',
    again: '从{company}回来得太晚，或者换了一个页面，没有登录上。请再点一次。',
    unreachable: '连不上{company}的登录服务器，没有登录上。过一会儿再试，或者用别的办法登录。',
    failed: '{company}的登录没有成功，这里没有变化。再试一次；还是这样，请告诉管理员。',
  },
  companyName: '公司',
  or: '或者',
  forgotten: '忘了密码？',
  forgottenHint:
    '用设账号时记下的恢复码，换一个新密码。没有恢复码，也没有通行密钥，请找带班的人或管理员重设；还登录着的设备，可以在「我」里改密码。',
  recoveryCode: '恢复码（20个字母和数字）',
  newPassword: '新密码',
  passwordHint: '至少8个字符，最多128个。',
  recover: '换密码并登录',
  noAccount: '还没有账号？',
  noAccountHint: '学习不用账号。想换设备也接得上，先到「我」里打开同步，再设用户名和密码。',
  toMe: '到「我」里看看',
  nicknameHere:
    '这台设备现在用的是称呼「{nickname}」，还没有账号。登录后会问你：这一份要不要并进账号。只想给它设账号，到「我」里设。',
  nicknameHereUnnamed: '这台设备上的记录正在同步，还没有账号。登录后会问你：这一份要不要并进账号。',
  studyOn: '照常学，不受影响：记录都在这台设备里。',
  unknown: {
    'no-server': '这个网址上没有能登录的服务器。',
    offline: '现在连不上服务器，登录不了。',
    busy: '服务器这会儿没有正常回应，登录不了。',
  },
  tryAgain: '再试一次',
  signedInAs: '这台设备已经登录，称呼是{nickname}。',
  goOn: '继续',
  toRecord: '打开「我的记录」',
  signInOther: '想换一个账号，先到「我」里退出登录。',
};

export type SignInStrings = typeof zh;

const en: SignInStrings = {
  signInTitle: 'Sign in',
  signInLead:
    'Signing in opens your account’s record on this device, with all you did and wrote. To study on this device only, you need not sign in.',
  loading: 'Looking whether this device is signed in …',
  username: 'Username',
  password: 'Password',
  showPassword: 'Show password',
  signIn: 'Sign in',
  busy: 'One moment …',
  passkeySignIn: 'Sign in with a passkey',
  passkeyMissing:
    'This address is not https, or this browser has no passkeys. Please sign in with username and password.',
  passkeyWeChat:
    'Passkeys do not work in WeChat. Tap “…” at the top right and choose “Open in browser”, or sign in with username and password.',
  company: 'Sign in with {company}',
  companyFailed: {
    denied: '{company} did not agree to the sign-in; nothing has changed here.',
    again:
      'You came back from {company} too late, or in another tab, and are not signed in. Please press again.',
    unreachable:
      '{company}’s sign-in server cannot be reached. Try again in a while, or sign in another way.',
    failed:
      'Signing in with {company} did not work; nothing has changed here. Try again; if that does not help, tell the administrator.',
  },
  companyName: 'the company',
  or: 'or',
  forgotten: 'Forgot your password?',
  forgottenHint:
    'Set a new password with the recovery code you noted when you made the account. Without a recovery code or a passkey, ask your facilitator or the administrator for a reset; on a device that is still signed in, change the password under “Me”.',
  recoveryCode: 'Recovery code (20 letters and digits)',
  newPassword: 'New password',
  passwordHint: '8 to 128 characters.',
  recover: 'Set password and sign in',
  noAccount: 'No account yet?',
  noAccountHint:
    'You need none to study. To continue on other devices, turn on syncing under “Me”, then choose a username and password.',
  toMe: 'Go to “Me”',
  nicknameHere:
    'This device now goes by the nickname “{nickname}”, without an account. After signing in you are asked whether that record joins the account. To give it an account of its own, go to “Me”.',
  nicknameHereUnnamed:
    'The record on this device is synced and has no account yet. After signing in you are asked whether it joins the account.',
  studyOn: 'Go on studying as usual: your record is on this device.',
  unknown: {
    'no-server': 'No server that can sign you in answers at this address.',
    offline: 'The server cannot be reached, so you cannot sign in now.',
    busy: 'The server does not answer properly right now, so you cannot sign in.',
  },
  tryAgain: 'Try again',
  signedInAs: 'This device is signed in. Your nickname is {nickname}.',
  goOn: 'Continue',
  toRecord: 'Open “My record”',
  signInOther: 'To use another account, first sign out under “Me”.',
};

/** The words of `/sign-in`; `accountStrings` has them. */
export const signIn: Record<Language, SignInStrings> = { zh, en };

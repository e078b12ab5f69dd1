import type { Language } from '#core/model/text.ts';
import { arrival } from './account-arrival.ts';
import { recovery } from './account-recovery.ts';
import { refused } from './account-refused.ts';
import { signIn } from './account-sign-in.ts';

const zh = {
  ...signIn.zh,
  ...arrival.zh,

  heading: '账号',
  nicknameOnly:
    '现在还没有账号，服务器只凭这台设备认得你。设备都丢了，或者网站数据被清掉，服务器上的那一份就再也找不回来。设一个账号，换了设备也能登录回来。',
  claim: '设账号',
  claimHint: '用户名2到40个字，可以用汉字；登录时不分大小写。',
  claimPasskey: '不设密码，用通行密钥',
  claimPasskeyHint: '通行密钥就是这台设备的指纹、面容或锁屏密码，不用记，也偷不走。',
  haveAccount: '已有账号？登录',
  accountIs: '用户名是{username}，称呼是{nickname}。',
  accountNoName: '用通行密钥登录，称呼是{nickname}。',
  accountCompany: '用公司账号登录，称呼是{nickname}。',
  noRecovery: '还没有恢复码。忘了密码或丢了设备，就只能找管理员：请在下面生成一个。',
  cohorts: '带班',
  admin: '管理',
  roleNav: '带班和管理',
  ended:
    '登录已经失效：可能是在别的设备上选了「退出其他所有设备」，也可能隔得太久。记录还在这台设备里，没送到的登录以后接着送。',
  again: '重新登录',
  removedToo: '账号也会一起删掉：用户名、密码、通行密钥和恢复码都不能再登录。',
  notNow: '现在连不上服务器，账号的事要等连上再办。学习不受影响。',
  ...recovery.zh,

  passwordChange: '改密码',
  passwordAdd: '加一个密码',
  passwordAddHint: '有了用户名和密码，没有通行密钥的设备也能登录。',
  passwordCurrent: '现在的密码',
  passwordSave: '保存新密码',
  passwordSaved: '密码已经改好。',
  codeNew: '生成新的恢复码',
  codeNewHint: '恢复码丢了，或者怕被别人看到，就换一个。生成以后，原来的马上作废。',
  codeNewGo: '生成新的，作废原来的',
  passkeys: '通行密钥',
  passkeysNone: '还没有。',
  passkeyAdd: '在这台设备上加一个',
  passkeyName: '给它起个名字',
  passkeyNameHere: '我的设备',
  passkeyAdded: '加好了。',
  passkeySince: '{date}加的',
  passkeyRemove: '移除{name}',
  passkeyRemoved: '已经移除。设备里存着的那一把，还要到设备设置里删。',
  signOut: '在这台设备上退出登录',
  signOutQuestion: '在这台设备上退出登录？',
  signOutSent: '这份记录服务器上都有，下次登录会接上。',
  signOutUnsent:
    '还有{n}条、{pictures}张照片没送到服务器，所以现在只能留在这台设备里。想清掉，先连上网，等送完再退出。',
  signOutOpen: '没做完的检查和练习有{n}个，只在这台设备里；清掉就没有了。',
  signOutUnknown: '这台设备的存储没有回应，不知道有没有没送到的，所以只能留在这台设备里。',
  keep: '记录留在这台设备里',
  keepHint:
    '自己的手机选这个。看不到了，但没有删；下次在这里登录就打开，没送到的接着送。懂技术的人拿到设备，仍可能读出来。',
  remove: '从这台设备上清掉',
  removeHint: '公用的设备选这个。服务器上的还在，别的设备不受影响。',
  signOutGo: '退出登录',
  signOutKept: '已退出。有一部分刚才还没送到，记录留在了这台设备里，下次登录接着送。',
  everywhere: '退出其他所有设备',
  everywhereQuestion: '退出其他所有设备？',
  everywhereText:
    '手机丢了，或者在别人的设备上登录过，就用它。除了这台设备，都要重新登录；那些设备上的记录不会删，但不再同步。',
  everywhereGo: '全部退出',
  everywhereDone: '其他设备都已退出。',
  cancel: '取消',

  refused: refused.zh,
};

export type AccountStrings = typeof zh;

const en: AccountStrings = {
  ...signIn.en,
  ...arrival.en,

  heading: 'Account',
  nicknameOnly:
    'There is no account yet: the server knows you by this device only. If all your devices are lost, or site data is cleared, the server’s copy cannot be reached again. With an account you can sign in on any device.',
  claim: 'Make an account',
  claimHint: 'The username has 2 to 40 characters; capitals make no difference.',
  claimPasskey: 'Use a passkey instead of a password',
  claimPasskeyHint:
    'A passkey is this device’s fingerprint, face or screen lock: nothing to remember, nothing to steal.',
  haveAccount: 'Have an account? Sign in',
  accountIs: 'Your username is {username}, your nickname {nickname}.',
  accountNoName: 'You sign in with a passkey. Your nickname is {nickname}.',
  accountCompany: 'You sign in through the company. Your nickname is {nickname}.',
  noRecovery:
    'There is no recovery code yet. Should you forget the password or lose the device, only an administrator could help: make one below.',
  cohorts: 'Cohorts',
  admin: 'Admin',
  roleNav: 'Cohorts and administration',
  ended:
    'You are signed out: somebody chose “Sign out on all other devices” on another one, or it was too long ago. Your record is still on this device; what was not sent goes once you sign in.',
  again: 'Sign in again',
  removedToo:
    'The account goes with it: username, password, passkeys and recovery code no longer sign you in.',
  notNow:
    'The server cannot be reached, so nothing can be done about the account now. Study is not affected.',
  ...recovery.en,

  passwordChange: 'Change password',
  passwordAdd: 'Add a password',
  passwordAddHint: 'With a username and password you can also sign in on devices without your passkey.',
  passwordCurrent: 'Current password',
  passwordSave: 'Save new password',
  passwordSaved: 'The password is changed.',
  codeNew: 'New recovery code',
  codeNewHint:
    'If the code is lost, or somebody may have seen it, make another. The former one is void at once.',
  codeNewGo: 'Make a new one, void the old',
  passkeys: 'Passkeys',
  passkeysNone: 'None yet.',
  passkeyAdd: 'Add one on this device',
  passkeyName: 'Give it a name',
  passkeyNameHere: 'My device',
  passkeyAdded: 'Added.',
  passkeySince: 'added on {date}',
  passkeyRemove: 'Remove {name}',
  passkeyRemoved: 'Removed. The key itself stays in the device until you delete it in its settings.',
  signOut: 'Sign out on this device',
  signOutQuestion: 'Sign out on this device?',
  signOutSent: 'The server has all of this record; it is there when you next sign in.',
  signOutUnsent:
    'Not on the server yet: {n} entries, {pictures} pictures. So the record can only stay on this device. To remove it, go online, wait until all is sent, then sign out.',
  signOutOpen:
    'Checks and exercises that are not finished: {n}. They are on this device only, and go if you remove it.',
  signOutUnknown:
    'This device’s storage does not answer, so it is not known whether all was sent. The record can only stay on this device.',
  keep: 'Keep the record on this device',
  keepHint:
    'For a phone of your own. It is out of sight, not deleted; it opens when you next sign in here, and what was not sent goes then. Somebody skilled who has the device may still read it.',
  remove: 'Remove it from this device',
  removeHint: 'For a shared device. The server’s copy stays, and other devices are not affected.',
  signOutGo: 'Sign out',
  signOutKept:
    'Signed out. Something had not been sent a moment ago, so the record stays on this device and goes on when you next sign in.',
  everywhere: 'Sign out on all other devices',
  everywhereQuestion: 'Sign out on all other devices?',
  everywhereText:
    'For a lost phone, or after signing in on somebody else’s device. All but this one must sign in again; their records are not deleted, but are no longer synced.',
  everywhereGo: 'Sign them all out',
  everywhereDone: 'All other devices are signed out.',
  cancel: 'Cancel',

  refused: refused.en,
};

const bundles: Record<Language, AccountStrings> = { zh, en };

/** @returns the strings of signing in and of the account in one language. */
export const accountStrings = (language: Language): AccountStrings => bundles[language];

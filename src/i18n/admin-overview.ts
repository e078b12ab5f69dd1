import type { Language } from '#core/model/text.ts';

const zh = {
  warningsTitle: '需要您处理',
  allWell: '没有需要处理的事。',
  warnings: {
    disk: '磁盘快满了，只剩{size}。磁盘满了以后，学员的记录存不进来。请清理磁盘，或者换一块大的。',
    'no-backup':
      '查不到备份记录。请在服务器上运行npm run backup，再把备份放到别的机器上；用别的办法备份的，做完运行npm run backup -- --made-elsewhere记一笔。',
    'old-backup': '已经{days}天没有备份了。请在服务器上运行npm run backup，或者检查定时备份还在不在跑。',
    'outbox-refused':
      '有{count}条学习记录，对方系统拒收。请核对转发的设置，看看服务器日志；问题解决以后，可以在下面重新发送。',
    'outbox-stuck': '转发停了，最近一次没有成功：{failure}。请检查对方系统是否在运行、地址和密码对不对。',
    'inbox-full': '反馈收件箱里有{count}条没处理，满1,000条就收不下新的了。请处理一些。',
    quarantine: '隔离区里有{count}条对不上的记录，请看一看。',
    unchecked:
      '有{count}条记录等着核对分数，最早的已经等了{days}天，核对以前不计入班级成绩，也不转发。一般是学员的课文版本比服务器新，请升级服务器。',
  },
  overview: {
    people: '人数',
    peopleLine: '学员{learner}位，讲师{facilitator}位，管理员{admin}位',
    facts: '学习记录',
    factsLine: '约{n}条',
    disk: '磁盘',
    diskLine: '剩{free}，共{total}',
    diskUnknown: '查不到',
    database: '数据库',
    databaseLine: '{engine}，{size}',
    backup: '上次备份',
    never: '没有记录',
    quarantine: '内容对不上',
    inbox: '没处理的反馈',
    count: '{n}条',
    outbox: '转发到别的系统',
    outboxNone: '没有设置',
    failures: {
      network: '网络不通',
      timeout: '对方一直没有回应',
      aborted: '服务器重启时中断了',
      ECONNREFUSED: '对方没有在运行，或者端口不对',
      ENOTFOUND: '找不到这个地址',
      'no-lrs': '这个地址上不是接收学习记录的系统（LRS）',
      401: '对方不认用户名或密码（401）',
      403: '对方不让这个账号写入（403）',
      404: '地址不对（404）',
    } as Readonly<Record<string, string>>,
    answered: '对方答复{code}',
    failedBy: '连接出错（{code}）',
    outboxLine: '等着发的{pending}条，核对后才发的{held}条，被拒收的{refused}条',
    sendAgain: '重新发送被拒收的',
    sendAgainHint: '请先在对方系统里把问题解决好，不然还会被拒收。',
    sentAgain: '{n}条已经排进队里，几分钟后再来看结果。',
    sentNone: '没有被拒收的记录。',
    unchecked: '等着核对分数',
    uncheckedLine: '{n}条，最早的{time}收到',
    comma: '；',
    behindLine: '另有{n}位学员刚送来的记录正在核对',
    setApart: '分数对不上',
    setApartLine: '{n}条，最早的{time}收到',
    release: '版本',
  },
};

export type OverviewStrings = typeof zh;

const en: OverviewStrings = {
  warningsTitle: 'Needs your attention',
  allWell: 'Nothing needs your attention.',
  warnings: {
    disk: 'The disk is nearly full: {size} left. Once it is full, learners’ records cannot be kept. Clear some space, or get a larger disk.',
    'no-backup':
      'No backup is known. Run npm run backup on the server and put the files on another machine; if you back up in another way, run npm run backup -- --made-elsewhere afterwards to note it.',
    'old-backup':
      'The last backup is {days} days old. Run npm run backup on the server, or see whether the timer still runs it.',
    'outbox-refused':
      'The other system refused {count} statements. Check how forwarding is set up, and look into the server’s log; once it is mended, they can be sent again below.',
    'outbox-stuck':
      'Forwarding has stopped. The last try failed: {failure}. See whether the other system is running, and whether address and password are right.',
    'inbox-full':
      'There are {count} open reports in the inbox, and at 1,000 it takes no more. Deal with some.',
    quarantine: '{count} entries that contradict each other are in quarantine. Have a look.',
    unchecked:
      'The scores of {count} records wait to be checked, the oldest for {days} days. Until then they count in no class report and are not forwarded. Mostly the lessons are newer than this server: upgrade it.',
  },
  overview: {
    people: 'People',
    peopleLine: 'learners {learner}, trainers {facilitator}, administrators {admin}',
    facts: 'Records',
    factsLine: 'about {n}',
    disk: 'Disk',
    diskLine: '{free} of {total} free',
    diskUnknown: 'not known',
    database: 'Database',
    databaseLine: '{engine}, {size}',
    backup: 'Last backup',
    never: 'none known',
    quarantine: 'Contents that differ',
    inbox: 'Open reports',
    count: '{n}',
    outbox: 'Forwarding',
    outboxNone: 'not set up',
    failures: {
      network: 'no network connection to it',
      timeout: 'it did not answer in time',
      aborted: 'cut off while the server restarted',
      ECONNREFUSED: 'it is not running, or the port is wrong',
      ENOTFOUND: 'there is no such address',
      'no-lrs': 'what answers at this address is not a learning record store (LRS)',
      401: 'it does not accept the user name or password (401)',
      403: 'it does not let this account write (403)',
      404: 'the address is wrong (404)',
    },
    answered: 'it answered {code}',
    failedBy: 'the connection failed ({code})',
    outboxLine: '{pending} waiting, {held} held until they are checked, {refused} refused',
    sendAgain: 'Send refused ones again',
    sendAgainHint: 'Mend what is wrong in the other system first, or it refuses them again.',
    sentAgain: '{n} wait to be sent. Come back in a few minutes to see what became of them.',
    sentNone: 'None was refused.',
    unchecked: 'Scores to be checked',
    uncheckedLine: '{n}, the oldest received {time}',
    comma: '; ',
    behindLine: 'what {n} learners sent just now is being checked',
    setApart: 'Scores that differ',
    setApartLine: '{n}, the oldest received {time}',
    release: 'Release',
  },
};

/** How the server stands and what needs somebody; `adminStrings` has them. */
export const overview: Record<Language, OverviewStrings> = { zh, en };

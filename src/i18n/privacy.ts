import type { Language } from '#core/model/text.ts';

const zh = {
  title: '隐私',
  lead: '记什么、记在哪里、谁看得到、怎么带走、怎么删。这一页只写这个网站真正做的事。',
  who: '谁在运行这个网站',
  whoNamed: '{organisation}运行这个网站，对下面说的数据负责。',
  whoUnnamed: '运行这个网站的人没有写下单位名称。谁对下面说的数据负责，请问给你网址的人。',
  contact: '有问题，要查、要改、要删，找：',
  contactUnnamed: '这里没有写联系方式，请问给你网址的人。',
  contents: '这一页有什么',
  sections: [
    {
      id: 'device',
      title: '在你的设备里',
      lines: [
        '学到哪里、每道题怎么答的、模拟练习的经过、写下的话、填的表格和照片，都存在这个浏览器里，不用注册，也不问姓名和手机号。',
        '照片先在设备上缩小再存，拍摄的地点和时间不会留下。',
        '没有统计代码，没有广告，不从别的网站取任何东西。打开同步以前，网站不放Cookie。',
        '用同一个浏览器的人看得到这些记录。借来的设备用完，到「我」里全部删除。',
        '用账号登录以后，每个账号的记录分开存。退出登录时，由你选择留下还是清掉；留下的，别人在页面上看不到，但没有加密，懂技术的人拿到设备仍可能读出来。',
      ],
    },
    {
      id: 'server',
      title: '打开同步以后，服务器上有什么',
      lines: [
        '在「我」里打开「在别的设备上接着学」，全部记录会送一份到这个网站的服务器，好让你的另一台设备接上，也防手机丢失。存的有：你写的称呼，一个随机编号，每条记录的内容、设备的随机编号和时间，还有表格里的照片，也是缩小以后、不带拍摄地点和时间的。没做完的检查不送。',
        '认出这台设备靠一个Cookie，最长400天；里面只有随机编号和签名。转移码10分钟后作废，服务器只存它的摘要。',
        '设了账号的，还存用户名、密码和恢复码的摘要（推不回原文）、通行密钥的公钥和你给它起的名字；用公司账号登录的，存公司给你的编号。删掉服务器上的那一份，这些也一起删。',
        '别的学员看不到你的记录；讲师只在你加入班级以后，看得到下面写的那几样。管理服务器和备份的人从技术上读得到。',
        '管理员在管理页上看得到：你的称呼、角色、哪天加入、最近一次是哪天来的、有多少条记录。为了知道谁很久没来，服务器记下你最近来的日期，只记到哪一天。同一个编号下先后送来的内容不一样时，管理员看得到这两份，好查原因。你写下的话和填的表格，在管理页上看不到。',
        '你来要自己的资料，管理员可以导出给你（写下的话和表格请在自己的设备上导出）；也可以应你的要求删掉你的记录。',
        '记录留到你删除为止。管理员也可以设一个期限，超过那么多天没有来过，服务器上的那一份就自动删除。删除以后，只留下那个随机编号和删除的时间，防止旧设备把数据又送回来。管理员的备份里可能还会留一段时间。',
      ],
    },
    {
      id: 'class',
      title: '加入班级以后，讲师看得到什么',
      lines: [
        '加入是你自己点的，之前会先把下面这些列给你看；服务器记下你看的是哪一版说明、什么时候加入。',
        '看得到：你的称呼、加入的时间、最近一次学习的日期；每一课学到哪里、哪天学成，课末检查第一次和最好一次的分；每条目标拿到几成分；每个模拟练习的次数、第一次和最好一次的得分、过没过、最好那次要紧的失误；任务完成没有。加入以前做过的也算在内。',
        '看不到：每道题选了什么，写下的话、填的表格和照片，模拟练习里说的每一句，用了多少时间。讲师可以把看得到的导出成表格、打印出来。',
        '例外只有一种：你在「我」里自己选一条写下的话或一份保存的表格，给这个班的讲师看；网站的管理员也看得到。只给那一份，照片、注明只留给自己的栏和以后改的都不给；随时可以收回，退出班级、删掉记录也就收回了。',
        '你注册了账号又忘了密码时，讲师可以替你换恢复码，谁换的有记录。',
        '在「我」里随时可以退出，退出以后讲师就看不到了；已经导出的表格在讲师手里。',
      ],
    },
    {
      id: 'forwarding',
      title: '转给公司的学习系统',
      lines: [
        '管理员可以把这个网站接到公司的学习记录系统（LRS）上。接了的话，打开同步的人，服务器上的这些会转一份过去：打开和学成的课、课里做完的练习、每道题的作答（题里写的短句也在内）、把握和得分、检查和模拟练习的结果，连同时间。用的是你的随机编号，不带称呼。不打开同步，什么都不转。',
        '你在课里写下的话、填的表格和照片，模拟练习里说过的每一句，都不转。',
        '删掉服务器上的那一份以后，不再转新的；已经转过去的在公司那边，要删请找公司。这里接没接、转到哪里，请问管理员。',
      ],
    },
    {
      id: 'mistakes',
      title: '报告错误的时候',
      lines: [
        '在课末的「这一课有错？告诉我们」送出去的，是你写的话、哪一课哪一段、课文的版本和语言，不带你的称呼和编号；管理员看得到；处理完再过一段时间就删除，默认365天。请不要在里面写别人的姓名和电话。',
      ],
    },
    {
      id: 'logs',
      title: '服务器的日志',
      lines: [
        '出错的时候，日志里记时间、请求编号、地址里的路径和错误的种类，不记你是谁、答了什么、写了什么，也不记网络地址。网站前面如果还有别人的代理或防火墙，它们另有自己的日志。',
        '讲师和管理员做过什么（比如改了谁的角色、删了谁的记录）会另外记下来：谁、什么时候、对哪个编号做的，不记内容，默认留1,095天。',
        '为了防止有人猜密码、恢复码、转移码和邀请码，服务器会数猜错的次数。存下来的不是网络地址，也不是试的用户名，而是加了密钥算出来的一串字符，没有密钥推不回去；过十分钟就作废，再过十来分钟删掉。没有猜错，什么都不记。',
      ],
    },
    {
      id: 'rights',
      title: '你可以做什么',
      lines: [
        '看：「我」里列着全部进度和写下的话。',
        '带走：「我」里「导出」存成一个文件，里面是全部记录和照片，别的设备可以导入；也可以存成别的学习系统读得懂的xAPI文件。',
        '改：写下的话和表格随时可以改。答过的题不能改，可以再答。',
        '删：「我」里可以删掉服务器上的那一份，也可以删掉这台设备上的全部。删了就找不回来。',
        '不同意：不打开同步，照常学完全部课程。',
      ],
    },
  ],
  retention: {
    never: '这个网站现在没有设自动删除的期限。',
    after: '这个网站现在的期限是{days}天：超过{days}天没有来过，就自动删除。',
  },
  basis: '处理的依据是你的同意：同步由你打开，也由你关掉；班级由你加入，也由你退出。这里的说明不是法律意见。',
};

export type PrivacyStrings = typeof zh;

const en: PrivacyStrings = {
  title: 'Privacy',
  lead: 'What is kept, where, who can see it, how to take it along and how to delete it. This page says only what this site really does.',
  who: 'Who runs this site',
  whoNamed: '{organisation} runs this site and answers for the data below.',
  whoUnnamed:
    'Whoever runs this site has not given a name. Ask the person who gave you the address who is responsible for the data described here.',
  contact: 'To ask about, correct or delete your data:',
  contactUnnamed: 'No contact is given here. Ask the person who gave you the address.',
  contents: 'On this page',
  sections: [
    {
      id: 'device',
      title: 'On your device',
      lines: [
        'How far you are, your response to each question, your role-plays, what you wrote, your worksheets and photos are kept in this browser. There is nothing to sign up for, and you are asked for neither name nor phone number.',
        'A photo is made smaller on the device before it is kept; where and when it was taken is not.',
        'There is no analytics, no advertising, and nothing is fetched from other sites. Until you turn on syncing the site sets no cookie.',
        'Whoever uses the same browser can see this record. After using a borrowed device, delete everything under “Me”.',
        'Once people sign in, each account’s record is kept apart. When you sign out you choose whether yours stays; if it does, others do not see it on the pages, but it is not encrypted, and somebody skilled who has the device may still read it.',
      ],
    },
    {
      id: 'server',
      title: 'On the server, once you turn on syncing',
      lines: [
        'When you turn on “Continue on another device” under “Me”, a copy of your whole record goes to this site’s server, so that another device of yours can join and a lost phone costs nothing. Kept there: the nickname you chose, a random id, and for each entry its content, the random id of the device, and times; also the photos in your worksheets, made smaller and without where and when they were taken. An unfinished check is not sent.',
        'Your device is recognised by a cookie for 400 days at most; it holds random ids and a signature. A transfer code ends after 10 minutes, and the server keeps only a digest of it.',
        'With an account it also keeps the username, digests of password and recovery code (which do not lead back to them), and the public key and name of each passkey; for company sign-in, the id the company gave. Deleting the copy on the server deletes these too.',
        'Other learners cannot see your record; a trainer sees what is listed below, and only once you have joined a class. Whoever runs the server and its backups can technically read it.',
        'On a page of their own administrators see your nickname, your role, the day you joined, the day you were last here, and how many entries you have. So that they know who has not come for long, the server keeps the day of your last visit, nothing finer. Where two different entries came under one id, they see both, to find out why. What you wrote and your worksheets are not shown there.',
        'If you ask for your data an administrator can export it for you (what you wrote and your worksheets you export on your own device), and can delete your record when you ask for that.',
        'It stays until you delete it. Administrators may also set a number of days: whoever has not been here for longer loses the copy on the server. After deletion only that random id and the time of deletion remain, so that an old device cannot bring the data back. The operator’s backups may hold it for some time longer.',
      ],
    },
    {
      id: 'class',
      title: 'What a trainer sees once you have joined a class',
      lines: [
        'You join by a button of your own, after what follows was listed; the server notes which version of that list you were shown, and when you joined.',
        'Seen: your nickname, when you joined, the day you last studied; how far you are in each lesson, the day you completed it, your first and best check; your share of points for each objective; for each role-play how often, first and best score, passed or not, serious slips of the best run; whether assignments are done. What you did before joining counts too.',
        'Not seen: which options you chose, anything you wrote, worksheets and pictures, what you said in a role-play, how much time you spent. A trainer can export and print what they see.',
        'There is one exception: under “Me” you can choose one note or one saved worksheet for the trainers of this class to read; the administrators of the site can read it too. Only that one is shown, without pictures, without fields marked as yours alone, and without later changes. You can take it back at any time; leaving the class or deleting your record takes it back too.',
        'If you have an account and forget its password, a trainer can give you a new recovery code; who gave one is noted.',
        'You can leave at any time under “Me”; then the trainer sees nothing more. A table exported before stays with the trainer.',
      ],
    },
    {
      id: 'forwarding',
      title: 'Forwarding to a company’s learning system',
      lines: [
        'Whoever runs this site may connect it to a company’s learning record store (LRS). Where that is so, the server passes on, for those who turned on syncing: lessons opened and finished, exercises done in them, each response (a sentence typed as an answer included) with how sure you were and its points, results of checks and of role-plays, each with its time, under your random id and without your nickname. Leave syncing off and nothing is passed on.',
        'Notes you wrote in lessons, your worksheets and photos, and what was said in a role-play are never passed on.',
        'Once you delete the copy on the server, nothing further is passed on. What went there before lies with the company: ask them to delete it. Whether this site is connected, and to what, the operator can tell you.',
      ],
    },
    {
      id: 'mistakes',
      title: 'When you report a mistake',
      lines: [
        'What “Found a mistake in this lesson?” sends is what you wrote, which lesson and which part, and the version and language of its text; neither your nickname nor your id goes with it. Whoever runs the site can read it; some time after it was dealt with it is deleted, by default 365 days. Please leave other people’s names and numbers out.',
      ],
    },
    {
      id: 'logs',
      title: 'The server’s log',
      lines: [
        'When something fails, the log notes the time, a request id, the path of the address and the kind of error. It does not note who you are, what you answered or wrote, nor your network address. A proxy or firewall in front of this site has logs of its own.',
        'What trainers and administrators did (whose role they changed, whose record they deleted) is kept apart: who, when, to which id, and nothing of the content; by default for 1,095 days.',
        'So that nobody can guess passwords, recovery, transfer or invitation codes, the server counts wrong tries. What is kept is neither the network address nor the name that was tried, but a string made from it with a secret key, from which nobody without the key gets back; after ten minutes it counts no longer, and some ten minutes later it is deleted. Who guesses nothing wrong leaves nothing.',
      ],
    },
    {
      id: 'rights',
      title: 'What you can do',
      lines: [
        'See: “Me” lists all progress and everything you wrote.',
        'Take along: “Export” under “Me” makes one file with the whole record and its photos; another device can import it. It also makes an xAPI file that other learning systems can read.',
        'Correct: notes and worksheets can be changed at any time. A given response cannot, but you can respond again.',
        'Delete: under “Me” you can delete the copy on the server and everything on this device. It cannot be brought back.',
        'Decline: leave syncing off and take the whole course all the same.',
      ],
    },
  ],
  retention: {
    never: 'No such number is set on this site now.',
    after:
      'On this site it is {days} days now: whoever has not been here for more than {days} days is deleted from the server.',
  },
  basis:
    'The basis is your consent: you turn syncing on, and you turn it off; you join a class, and you leave it. This page is no legal advice.',
};

const bundles: Record<Language, PrivacyStrings> = { zh, en };

/** @returns the text of `/privacy` in one language. */
export const privacyStrings = (language: Language): PrivacyStrings => bundles[language];

import type { SinceKnown } from './carry-deletions.ts';

/**
 * What the operator has to know about people who deleted their record after the backup was made.
 * @param back how many learners of the backup are known to have been deleted or joined since.
 */
export function deletionLines(
  { from, until, formerTrouble, ids }: SinceKnown,
  back: number,
  isPostgres: boolean,
): string[] {
  return [
    ...(formerTrouble === undefined ? [] : troubleLines(formerTrouble)),
    ...(ids.length ? againLines(back, isPostgres) : []),
    ...(from === 'folder' ? folderLines(ids.length, isPostgres) : unknownLines(until)),
  ];
}

const againLines = (back: number, isPostgres: boolean): string[] =>
  back === 0
    ? []
    : [
        `备份里有${back}位学员后来已经删除或合并：下次启动会先照办，再开始服务。${isPostgres ? '请先在这台机器上启动（或运行npm run migrate），再启动别的机器。' : ''}`,
        `${back} learners of this backup were deleted or joined since: the next start does that again before it serves.${isPostgres ? ' Start on this machine first (or run npm run migrate here), then on others.' : ''}`,
      ];

const folderLines = (count: number, isPostgres: boolean): string[] => [
  `备份之后的删除，这里记着的都算上了（名单上共${count}人）。`,
  `All deletions since the backup that are known here are taken into account (${count} people on the list).`,
  ...(isPostgres
    ? [
        '别的机器上的服务器各有一份deletions.jsonl，要等它们启动才会照办；原来的数据库还在的话，用FORMER_DATABASE_URL指明它，可以一次取全。',
        'Servers on other machines have a deletions.jsonl each and act on it at their own start; while the former database still answers, name it by FORMER_DATABASE_URL and nothing is missing.',
      ]
    : []),
];

function unknownLines(until: number | undefined): string[] {
  const since = until === undefined ? undefined : `${new Date(until).toISOString().slice(0, 19)}Z`;
  return [
    `${since ? `${since}之后` : '备份之后'}谁删除了自己的记录，这里不知道（数据文件夹里没有deletions.jsonl，也没有原来的数据库）：那些人的记录又回来了。`,
    '找到了更新的….deletions.jsonl，请在启动服务器之前放进数据文件夹；找不到，请按各人的要求再删一次。',
    `Who deleted their record ${since ? `after ${since}` : 'since the backup'} is not known here (no deletions.jsonl and no former database in the data folder): those records are back.`,
    'If a newer ….deletions.jsonl is found, lay it into the data folder before starting the server; if not, delete again as people ask for it.',
  ];
}

const troubleLines = (trouble: string): string[] => [
  `被替换的数据库读不了（${trouble}），其中的删除只能按deletions.jsonl来算。`,
  `The database that was replaced cannot be read (${trouble}); its deletions are taken from deletions.jsonl alone.`,
];

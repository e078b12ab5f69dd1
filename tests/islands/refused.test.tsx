import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { DeviceRecord } from '#client/record/record.ts';
import type { SyncView } from '#client/sync/device-sync.ts';
import type { PictureMark } from '#core/sync/picture-plan.ts';
import { accountStrings } from '#i18n/account.ts';
import { cohortStrings } from '#i18n/cohorts.ts';
import { meStrings } from '#i18n/me.ts';
import { syncStrings } from '#i18n/me-sync.ts';
import { SyncOn } from '#islands/me/sync/SyncOn.tsx';
import { saved } from '../contract/pictures.ts';

const shown = (language: 'zh' | 'en', view: Partial<SyncView>) =>
  renderToString(
    <SyncOn
      record={{} as DeviceRecord}
      facts={[saved('s1', 'p1'), saved('s2', 'p2')]}
      language={language}
      strings={meStrings(language)}
      sync={syncStrings(language)}
      cohort={cohortStrings(language)}
      account={accountStrings(language)}
      paths={{ signIn: '/sign-in/', cohorts: '/cohorts/', admin: '/admin/' }}
      isAccount={false}
      joinPath="/join/"
      isOver={false}
      onSaid={() => {}}
      view={{
        nickname: '小红',
        isWorking: false,
        syncedAt: 1_795_000_000_000,
        waiting: 0,
        refused: [],
        picturesWaiting: 0,
        ...view,
      }}
    />,
  ).replace(/<[^>]+>/g, ' ');
const marks = (list: Record<string, PictureMark>) => ({ marks: new Map(Object.entries(list)) });

test('a picture that the server did not take stands among what it refused, with its day and what to do', () => {
  const pictures = marks({ p2: { is: 'refused', why: 'too-large' }, p1: { is: 'settled' } });
  expect(shown('zh', { pictures })).toMatch(
    /有1条服务器没有收下.*表格里的一张照片 · .*11月18日.*这一张太大了。在表里重新选一次/,
  );
  expect(shown('en', { pictures })).toMatch(
    /did not take 1 .*A picture in a worksheet · .*Choose it again in its sheet/,
  );
  const both = { pictures, refused: [{ id: 's1', why: 'contradicts' }] as const };
  expect(shown('zh', both)).toMatch(/有2条服务器没有收下.*填的表格.*表格里的一张照片/);
  expect(shown('zh', { pictures: marks({ p1: { is: 'settled' } }) })).not.toContain('没有收下');
});

test('nobody is told that all is sent while pictures wait, and a full quota is told with what to do', () => {
  expect(shown('zh', {})).toContain('这台设备上的都送到了。');
  const waiting = shown('zh', { picturesWaiting: 3 });
  expect(waiting).toContain('还有3张照片没送到或没取到');
  expect(waiting).not.toContain('都送到了');
  expect(waiting).not.toContain('BLOB_QUOTA_MB');
  expect(shown('zh', { pictures: { marks: new Map(), fullUntil: 9 } })).toMatch(
    /放照片的地方满了.*BLOB_QUOTA_MB/,
  );
  expect(shown('en', { pictures: { marks: new Map(), fullUntil: 9 } })).toMatch(
    /at their limit.*BLOB_QUOTA_MB/,
  );
});

import type { CourseFiles } from './course-files.ts';
import type { Finding } from './finding.ts';
import { archivePath, type PlacedRevised, readArchived, revisedNow } from './revisions.ts';

type Found = Omit<Finding, 'severity'>;

const PUBLISH = 'npm run lint:content -- --publish';

/** What of the archive stops nothing but the lint: the build can go on, nothing that learners did is lost yet. */
export const UNPUBLISHED: readonly string[] = ['drift/new', 'archive/changed', 'archive/unwritten'];

/**
 * Every published revision of a keyed item or role-play stays in content/archive: what learners did on it is scored by it
 * for ever. `content/published.yaml` lists the revisions of each id, the oldest first.
 */
export function archiveRules(files: CourseFiles): Found[] {
  const { published, archive } = files;
  const revisions = published.data.revisions ?? {};
  const now = new Map(revisedNow(files).map((one) => [one.id, one]));
  return [
    ...broken(archive),
    ...Object.entries(revisions).flatMap(([id, all]) =>
      all
        .filter((revision) => !archive.has(archivePath({ id, revision })))
        .map((revision) => missing(id, revision, now.get(id), published.file)),
    ),
    ...[...now.values()].flatMap((one) => changed(one, revisions[one.id]?.at(-1))),
    ...newPassPoints(files),
  ];
}

/** A file that holds another revision than its name says would score what learners did by another key. */
function broken(archive: CourseFiles['archive']): Found[] {
  return [...archive].flatMap(([file, text]) => {
    const read = readArchived(file, text);
    if (typeof read !== 'string') return [];
    return [
      {
        file,
        line: 1,
        rule: 'archive/broken',
        message: `this file ${read}, which is not what its name says; a published revision is never edited`,
        remedy: `bring it back: git checkout -- ${file}`,
      },
    ];
  });
}

function missing(id: string, revision: string, now: PlacedRevised | undefined, list: string): Found {
  const place = archivePath({ id, revision });
  if (now?.revision === revision)
    return {
      file: now.file,
      line: now.line,
      rule: 'archive/unwritten',
      message: `revision ${revision} of ${id} is published and not in ${place}`,
      remedy: `${PUBLISH} writes it`,
    };
  return {
    file: now?.file ?? list,
    line: now?.line ?? 1,
    rule: 'archive/missing',
    message: `${id} ${now ? `is revision ${now.revision} now` : 'is gone'}, and its published revision ${revision} is not in ${place}: what learners did on it could never be scored again`,
    remedy: `bring that file back from version control (git log --diff-filter=D -- ${place}), or undo the change of ${id}, run ${PUBLISH} and change it again`,
  };
}

function changed({ id, revision, file, line }: PlacedRevised, published: string | undefined): Found[] {
  if (published === revision) return [];
  return [
    {
      file,
      line,
      rule: 'archive/changed',
      message: `${id} is revision ${revision} now; published is ${published ?? 'none of it'}`,
      remedy: `${PUBLISH} keeps the new revision, once it is meant to stay`,
    },
  ];
}

function newPassPoints({ course, published }: CourseFiles): Found[] {
  const { passPoints } = course.data;
  if (published.data.passPoints?.at(-1) === passPoints) return [];
  return [
    {
      file: course.file,
      line: course.lineAt(['passPoints']),
      rule: 'archive/changed',
      message: `passPoints is ${passPoints}; published is ${published.data.passPoints?.at(-1) ?? 'none'}`,
      remedy: `${PUBLISH} keeps it, once it is meant to stay`,
    },
  ];
}

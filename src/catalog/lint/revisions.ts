import type { CaseStem } from '#core/model/item-parts.ts';
import { contentOf } from '#core/quiz/publish-item.ts';
import { revisionOf } from '../revision.ts';
import type { CourseFiles } from './course-files.ts';

/** A keyed item or a role-play as it stands now, or as the archive keeps it. */
export interface Revised {
  kind: 'item' | 'scenario';
  /** e.g. `m1-six-beliefs.q3`, `d-a` */
  id: string;
  revision: string;
  /** What the revision is the hash of; JSON-safe. */
  content: object;
}

/** The same with the place where its author edits it. */
export interface PlacedRevised extends Revised {
  file: string;
  line: number;
}

/** @returns every keyed item and role-play that learners can meet or have met; drafts are not published. */
export function revisedNow(files: Pick<CourseFiles, 'lessons' | 'others'>): PlacedRevised[] {
  const items = files.lessons
    .filter(({ head }) => head.data.status !== 'draft')
    .flatMap(({ items: { file, data, lineAt } }) =>
      data.items.flatMap((item, index) => {
        if (item.status === 'draft') return [];
        const content = contentOf(item, (data.cases ?? []) as readonly CaseStem[]);
        const line = lineAt(['items', index]);
        return [{ kind: 'item' as const, id: item.id, revision: revisionOf(content), content, file, line }];
      }),
    );
  const scenarios = files.others.flatMap(({ file, data }) => {
    const { status, ...content } = data as { id: string; status: string; stages?: unknown };
    if (!content.stages || status === 'draft') return [];
    const revision = revisionOf(content);
    return [{ kind: 'scenario' as const, id: content.id, revision, content, file, line: 1 }];
  });
  return [...items, ...scenarios];
}

/**
 * Where the archive keeps a revision, below the project.
 * @example content/archive/items/m1-six-beliefs/q3.4f9c1c2b7a10.json · content/archive/scenarios/d-a.766516e85474.json
 */
export function archivePath({ id, revision }: Pick<Revised, 'id' | 'revision'>): string {
  const [lesson, item] = id.split('.');
  const name = item === undefined ? `scenarios/${lesson}` : `items/${lesson}/${item}`;
  return `content/archive/${name}.${revision}.json`;
}

/**
 * A file of the archive, held against its name: nobody reads a revision that is not the one published.
 * @param file as `archivePath` gives it.
 * @param text the file.
 * @returns a sentence with what is wrong instead, where it cannot be used.
 */
export function readArchived(file: string, text: string): Revised | string {
  const content = jsonOf(text);
  if (typeof content !== 'object' || content === null) return 'is no JSON object';
  const { id } = content as { id?: unknown };
  if (typeof id !== 'string') return 'has no id';
  const revision = revisionOf(content);
  if (archivePath({ id, revision }) !== file) return `holds revision ${revision} of ${id}`;
  return { kind: id.includes('.') ? 'item' : 'scenario', id, revision, content };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns a file of the archive: JSON a person can read and compare. */
export const archivedText = ({ content }: Revised): string => `${JSON.stringify(content, null, 1)}\n`;

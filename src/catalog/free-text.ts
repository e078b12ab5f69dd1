import { getEntry } from 'astro:content';
import type { FreeTextData } from '#core/simulator/free-text/free-text.ts';
import { revisionOf } from './revision.ts';

/** The word lists of level 3 as shipped, with the address they are fetched from when somebody plays at that level. */
export interface FreeTextAsset {
  data: FreeTextData;
  /** Content hash; part of `url`. */
  revision: string;
  url: string;
}

/**
 * @returns `content/scenarios/free-text.yaml`.
 * @throws {Error} when the file is missing; names the remedy.
 */
export async function getFreeText(): Promise<FreeTextAsset> {
  const entry = await getEntry('freeText', 'scenarios/free-text');
  if (!entry)
    throw new Error('content/scenarios/free-text.yaml is missing or empty; restore it from version control');
  const data: FreeTextData = entry.data;
  const revision = revisionOf(data);
  return { data, revision, url: `/_content/practice/free-text.${revision}.json` };
}

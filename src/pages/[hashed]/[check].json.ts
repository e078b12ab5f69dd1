import type { APIRoute } from 'astro';
import { getWrittenLessons } from '#catalog/lessons.ts';
import type { CheckContent } from '#core/model/lesson.ts';

/**
 * `/_content/<lesson>.<revision>.json`: what a check needs to run offline. The name changes with the content, so the
 * server lets it be cached for ever and keeps the previous build's file for pages that are still open.
 */
export async function getStaticPaths() {
  const lessons = await getWrittenLessons();
  return lessons.map(({ check }) => ({
    params: { hashed: '_content', check: `${check.lessonId}.${check.lessonRevision}` },
    props: { check },
  }));
}

export const GET: APIRoute<{ check: CheckContent }> = ({ props }) =>
  new Response(JSON.stringify(props.check), { headers: { 'content-type': 'application/json' } });

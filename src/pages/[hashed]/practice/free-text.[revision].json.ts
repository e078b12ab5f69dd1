import type { APIRoute } from 'astro';
import { getFreeText } from '#catalog/free-text.ts';
import type { FreeTextData } from '#core/simulator/free-text/free-text.ts';

/**
 * `/_content/practice/free-text.<revision>.json`: the word lists of level 3, both languages, fetched only there. The name
 * changes with the content, so the server lets it be cached for ever.
 */
export async function getStaticPaths() {
  const { data, revision } = await getFreeText();
  return [{ params: { hashed: '_content', revision }, props: { data } }];
}

export const GET: APIRoute<{ data: FreeTextData }> = ({ props }) =>
  new Response(JSON.stringify(props.data), { headers: { 'content-type': 'application/json' } });

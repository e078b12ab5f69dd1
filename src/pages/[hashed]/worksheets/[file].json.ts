import type { APIRoute } from 'astro';
import { getWorksheets } from '#catalog/worksheets.ts';
import { worksheetAddress, worksheetFile } from '#components/toolbox/worksheet-file.ts';
import { LANGUAGES } from '#core/model/text.ts';

/** `/_content/worksheets/<worksheet>.<hash>.<language>.json`: a worksheet for a lesson that unfolds it. Drafts are never among them. */
export async function getStaticPaths() {
  const worksheets = await getWorksheets();
  return worksheets.flatMap((worksheet) =>
    LANGUAGES.map((language) => {
      const [hashed, , file] = worksheetAddress(worksheet, language).slice(1).split('/');
      return {
        params: { hashed, file: file?.replace(/\.json$/, '') },
        props: { content: worksheetFile(worksheet, language) },
      };
    }),
  );
}

export const GET: APIRoute<{ content: object }> = ({ props }) =>
  new Response(JSON.stringify(props.content), { headers: { 'content-type': 'application/json' } });

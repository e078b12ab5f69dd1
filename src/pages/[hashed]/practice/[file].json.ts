import type { APIRoute } from 'astro';
import {
  getLocalMoveWords,
  getScenarios,
  movesAddress,
  scenarioAddress,
  scenarioFile,
} from '#catalog/scenarios.ts';
import { LANGUAGES, type Language } from '#core/model/text.ts';
import { localPath } from '#i18n/routes.ts';

/**
 * `/_content/practice/<scenario>.<revision>.<language>.json` and `moves.<revision>.<language>.json`: what a role-play needs
 * to run offline, in the learner's language only. Drafts are never among them.
 */
export async function getStaticPaths() {
  const scenarios = await getScenarios();
  const files = LANGUAGES.flatMap((language) => [
    ...scenarios.map((scenario) => ({
      address: scenarioAddress(scenario, language),
      read: () => scenarioFile(scenario, language, (id) => localPath(language, `learn/${id}`)),
    })),
    moves(language),
  ]);
  return Promise.all(
    files.map(async ({ address, read }) => ({
      params: paramsOf(await address),
      props: { content: await read() },
    })),
  );
}

const moves = (language: Language) => ({
  address: movesAddress(language),
  read: () => getLocalMoveWords(language),
});

/** `/_content/practice/x.json` → the route's parameters. */
function paramsOf(address: string) {
  const [hashed, , file] = address.slice(1).split('/');
  return { hashed, file: file?.replace(/\.json$/, '') };
}

export const GET: APIRoute<{ content: object }> = ({ props }) =>
  new Response(JSON.stringify(props.content), { headers: { 'content-type': 'application/json' } });

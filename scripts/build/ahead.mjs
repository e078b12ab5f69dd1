// Tells a lesson page which files its check will need, so that the early script can ask for all of them at once when the
// learner comes for the check (`#check`, or an attempt is open) instead of one round trip after the other.
import { importReader, islandScripts, reach } from './chunks.mjs';
import { readElements } from './html.mjs';

/**
 * @param {string} client dist/client.
 * @param {string} html   a page.
 * @returns {string} the page with `data-ahead` on its `<html>`; unchanged when it has no check.
 */
export function nameAhead(client, html) {
  const scripts = islandScripts(html, 'Check');
  const content = readElements(html)
    .map(({ attributes }) => attributes.get('data-content'))
    .find(Boolean);
  if (!scripts.length || !content) return html;
  const imports = importReader(client);
  const ahead = [...reach(scripts, (address) => imports(address).now), content];
  return html.replace('<html ', `<html data-ahead="${ahead.join(' ')}" `);
}

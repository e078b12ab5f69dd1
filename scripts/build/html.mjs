// A small reader of finished HTML: start tags with their attributes, and the text of scripts and styles.
// It reads what Astro emits, not what the web may hold; whatever it cannot read for sure makes it throw.

/**
 * @typedef {object} Element
 * @property {string} name lower case.
 * @property {ReadonlyMap<string, string>} attributes names in lower case, values as written (entities not decoded).
 * @property {string | undefined} text content of a script or style, as a browser sees it; else `undefined`.
 * @property {number} line where its start tag begins, from 1.
 */

// Their content is text to the parser, tags and all.
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);
const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;
const TAG_END = /[\s/]*>/y;

/**
 * Read every element of a page in order, also those inside `noscript` and `template`.
 * @param {string} html
 * @returns {Element[]}
 * @throws {Error} naming the line, when a tag, comment or script is not closed or not plain.
 */
export function readElements(html) {
  // Browsers see CRLF as LF, and hash what they see.
  const source = html.replace(/\r\n?/g, '\n');
  /** @type {Element[]} */
  const elements = [];
  let at = 0;
  let svgDepth = 0;
  while (true) {
    at = source.indexOf('<', at);
    if (at === -1) return elements;
    const skipped = skipNonTag(source, at);
    if (skipped !== at) {
      if (/^<\/svg[\s>]/i.test(source.slice(at, at + 6))) svgDepth -= 1;
      at = skipped;
      continue;
    }
    const tag = readTag(source, at);
    if (tag.name === 'svg' && !tag.selfClosed) svgDepth += 1;
    const text = TEXT_ONLY.has(tag.name) && !(svgDepth > 0 && (tag.selfClosed || tag.name === 'title'));
    const content = text ? readText(source, tag, svgDepth > 0) : { text: undefined, end: tag.end };
    const hashed = tag.name === 'script' || tag.name === 'style';
    elements.push({ ...tag, text: hashed ? (content.text ?? '') : undefined });
    at = content.end;
  }
}

/** Step over comments, doctype, closing tags and a bare `<`. @param {string} source @param {number} at */
function skipNonTag(source, at) {
  if (source.startsWith('<!--', at)) return after(source, '-->', at + 2, 'comment');
  if (/[!?/]/.test(source.charAt(at + 1))) return after(source, '>', at, 'tag');
  return /[a-z]/i.test(source.charAt(at + 1)) ? at : at + 1;
}

/** @param {string} source @param {string} end @param {number} from @param {string} what */
function after(source, end, from, what) {
  const found = source.indexOf(end, from);
  if (found === -1) throw new Error(`line ${lineAt(source, from)}: a ${what} is not closed`);
  return found + end.length;
}

/** @param {string} source @param {number} at */
function readTag(source, at) {
  NAME.lastIndex = at + 1;
  const name = (NAME.exec(source)?.[0] ?? '').toLowerCase();
  /** @type {Map<string, string>} */
  const attributes = new Map();
  let end = NAME.lastIndex;
  while (true) {
    TAG_END.lastIndex = end;
    const closing = TAG_END.exec(source);
    if (closing)
      return {
        name,
        attributes,
        line: lineAt(source, at),
        end: TAG_END.lastIndex,
        selfClosed: closing[0].includes('/'),
      };
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(source);
    if (!found) throw new Error(`line ${lineAt(source, at)}: cannot read the tag <${name}>`);
    const key = (found[1] ?? '').toLowerCase();
    // Of two attributes with one name a browser takes the first.
    if (!attributes.has(key)) attributes.set(key, found[2] ?? found[3] ?? found[4] ?? '');
    end = ATTRIBUTE.lastIndex;
  }
}

/** @param {string} source @param {{ name: string, end: number, line: number }} tag @param {boolean} inSvg */
function readText(source, tag, inSvg) {
  const closing = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
  closing.lastIndex = tag.end;
  const found = closing.exec(source);
  if (!found) throw new Error(`line ${tag.line}: <${tag.name}> is not closed`);
  const text = source.slice(tag.end, found.index);
  // In these two cases a browser would see another text, or another end, than we do.
  if (tag.name === 'script' && /<!--/.test(text) && /<script/i.test(text))
    throw new Error(
      `line ${tag.line}: an inline script holds both "<!--" and "<script": split these strings`,
    );
  if (inSvg && /[<&]/.test(text))
    throw new Error(
      `line ${tag.line}: a <${tag.name}> inside <svg> holds "<" or "&": move it out of the drawing`,
    );
  return { text, end: found.index };
}

/** @param {string} source @param {number} index */
function lineAt(source, index) {
  let line = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < index; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}

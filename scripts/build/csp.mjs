// The content security policy of every path: hashes of what a finished page holds inline, nothing looser.
import { createHash } from 'node:crypto';
import { readElements } from './html.mjs';

/** An attribute that the policy would block in the learner's browser; the build refuses it instead. */
export class BlockedMarkupError extends Error {
  name = 'BlockedMarkupError';
}

/**
 * Write a policy.
 * @param {readonly string[]} scripts sources besides 'self', e.g. `'sha256-…'`.
 * @param {readonly string[]} styles
 */
export function policy(scripts = [], styles = []) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** A drawing opened or embedded by its own address may style itself, and do nothing else. */
export const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * @param {string} text content of an inline script or style, exactly as a browser sees it.
 * @returns {string} a source for a policy. @see CSP 3, 2.3.1 (hash-source).
 */
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** JSON in a script element is data: never run, so the policy does not ask for its hash. */
const isData = (/** @type {string} */ type) => /^application\/([\w.-]+\+)?json$/i.test(type.trim());

/**
 * The policy of one finished page.
 * @param {string} html
 * @param {string} file for the error text.
 * @throws {BlockedMarkupError} for a style or on… attribute or a javascript: link, with file, line and element.
 */
export function pagePolicy(html, file) {
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {Set<string>} */
  const styles = new Set();
  for (const element of elementsOf(html, file)) {
    refuseBlocked(element, file);
    const { name, attributes, text = '' } = element;
    if (name === 'style') styles.add(hashSource(text));
    const inline = name === 'script' && !attributes.has('src') && !isData(attributes.get('type') ?? '');
    if (inline) scripts.add(hashSource(text));
  }
  return policy([...scripts].sort(), [...styles].sort());
}

/** @param {string} html @param {string} file */
function elementsOf(html, file) {
  try {
    return readElements(html);
  } catch (error) {
    throw new BlockedMarkupError(`${file}, ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {import('./html.mjs').Element} element @param {string} file */
function refuseBlocked({ name, attributes, line }, file) {
  for (const [key, value] of attributes) {
    const place = `${file}, line ${line}: <${name} ${key}="${value.slice(0, 60)}">`;
    if (key === 'style')
      throw new BlockedMarkupError(`${place} is blocked by the policy. Use a class or an SVG attribute.`);
    if (/^on./.test(key))
      throw new BlockedMarkupError(`${place} is blocked by the policy. Listen in a script instead.`);
    if (/^\s*javascript:/i.test(value) && /^(href|src|action|formaction|xlink:href)$/.test(key))
      throw new BlockedMarkupError(`${place} is blocked by the policy. Use a button and a script.`);
  }
}

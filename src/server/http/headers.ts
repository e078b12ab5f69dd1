/** Response headers as Node takes them without copying: name, value, name, value … */
export type FlatHeaders = readonly string[];

// Names browsers know; an unknown one (bluetooth in Chromium) is a warning on every page's console.
const DENIED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * The security headers that are the same on every answer; the content security policy is not among them,
 * it belongs to a path.
 * @param https is the site reached by https? Only then may a browser be told to insist on it.
 */
export function securityHeaders(https: boolean): FlatHeaders {
  const headers = [
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'same-origin',
    'cross-origin-opener-policy',
    'same-origin',
    'cross-origin-resource-policy',
    'same-origin',
    'permissions-policy',
    DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'x-frame-options',
    'DENY',
  ];
  if (https) headers.push('strict-transport-security', 'max-age=31536000');
  return headers;
}

/**
 * What a script or a piece of data needs that pages load by themselves: it is never a document, so rules for documents
 * would only add some 900 bytes to each of them on the wire.
 */
export const PART_HEADERS: FlatHeaders = [
  'x-content-type-options',
  'nosniff',
  'cross-origin-resource-policy',
  'same-origin',
];

/** Content security policies from `dist/headers.json`, written by scripts/build.mjs. */
export interface Policies {
  /** By exact path: a lookup by prefix or substring would hand one page the hashes of another. */
  byPath: ReadonlyMap<string, string>;
  /** For whatever the build did not write: scripts, data, on-demand answers. */
  otherwise: string;
}

/**
 * Check the parsed `dist/headers.json`.
 * @param json `{ '*': policy, '/learn/x/': policy, … }`.
 * @throws {Error} when the policy for everything else (`*`) is missing: without it answers would go out bare.
 */
export function readPolicies(json: Record<string, string>): Policies {
  const { '*': otherwise, ...pages } = json;
  if (!otherwise) throw new Error('dist/headers.json has no policy "*". Build again: npm run build');
  return { byPath: new Map(Object.entries(pages)), otherwise };
}

/** @returns the policy of exactly this path. */
export const policyFor = (policies: Policies, path: string): string =>
  policies.byPath.get(path) ?? policies.otherwise;

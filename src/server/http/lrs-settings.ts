import type { LrsAccess } from '#server/lrs/http-lrs.ts';
import type { Env, Report } from './settings.ts';

/**
 * `LRS_ENDPOINT` and `LRS_AUTH`, at least one of which is set. Neither value is repeated in a mistake: an address may hold
 * a password too.
 */
export function readLrs(env: Env, report: Report): LrsAccess {
  const { LRS_ENDPOINT: endpoint, LRS_AUTH: auth, ORIGIN } = env;
  if (!endpoint) report('LRS_ENDPOINT', '', 'is missing beside LRS_AUTH', 'set both, or neither');
  if (!auth) report('LRS_AUTH', '', 'is missing beside LRS_ENDPOINT', 'set it as LRS_AUTH=key:secret');
  // Statements name learners and lessons by the site's address, for good.
  if (!ORIGIN)
    report(
      'ORIGIN',
      '',
      'is missing beside LRS_ENDPOINT',
      'set the public address, e.g. ORIGIN=https://sanxiu.example.com: statements name lessons by it',
    );
  return {
    endpoint: endpoint ? readEndpoint(endpoint, report) : '',
    auth: auth ? readAuth(auth, report) : '',
  };
}

/** Over an open network only with TLS: what learners did is in the body, the key in the head. */
function readEndpoint(value: string, report: Report): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isBare = url && !url.username && !url.password && !url.search && !url.hash;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isBare || !isSafe)
    report(
      'LRS_ENDPOINT',
      '…',
      'is no address of an LRS',
      'write the xAPI endpoint with https, without key, query or fragment, e.g. LRS_ENDPOINT=https://lrs.example.com/xapi/ (http only to this machine)',
    );
  else if (/\/statements\/?$/.test(url.pathname))
    report(
      'LRS_ENDPOINT',
      '…',
      'names the statements themselves',
      'leave /statements out: it is added for each request',
    );
  return isBare ? url.href.replace(/\/*$/, '/') : '';
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function readAuth(value: string, report: Report): string {
  // Basic authentication ends the name at the first colon (RFC 7617).
  if (/^[^:\s]+:\S+$/.test(value)) return value;
  report(
    'LRS_AUTH',
    '…',
    'is no key and secret',
    'write them with a colon between, as the LRS shows them: LRS_AUTH=key:secret',
  );
  return '';
}

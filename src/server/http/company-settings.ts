import type { CompanySettings, Env, Report } from './settings.ts';

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;
/** Characters on a button. */
const NAME_AT_MOST = 40;

/** Signing in through the company: all four or none, and with a public address, to which the company sends people back. */
export function readCompany(env: Env, report: Report): { company?: CompanySettings } {
  const given = NAMES.filter((name) => env[name]);
  if (given.length === 0) return {};
  for (const name of NAMES)
    if (!env[name]) report(name, '', `is missing beside ${given[0]}`, 'set all four OIDC_… or none');
  if (!env.ORIGIN)
    report(
      'ORIGIN',
      '',
      'is missing',
      'signing in through the company needs it: ORIGIN=https://sanxiu.example.com',
    );
  const [issuer = '', clientId = '', clientSecret = '', name = ''] = NAMES.map((one) => env[one]);
  if (issuer) checkIssuer(issuer, report);
  if ([...name].length > NAME_AT_MOST)
    report(
      'OIDC_NAME',
      name,
      'is too long for a button',
      `use at most ${NAME_AT_MOST} characters, e.g. OIDC_NAME=企业微信`,
    );
  return { company: { issuer, clientId, clientSecret, name } };
}

function checkIssuer(issuer: string, report: Report): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (isSafe && !url?.search && !url?.hash) return;
  report(
    'OIDC_ISSUER',
    issuer,
    'is no address of a sign-in server',
    'write it as the server names itself, with https: OIDC_ISSUER=https://login.example.com/realms/staff',
  );
}

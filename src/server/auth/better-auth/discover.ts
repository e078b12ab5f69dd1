/** What a company's server says of itself, as far as it matters here. */
export interface Discovery {
  /** Of the document. */
  url: string;
  /** Does it take the client's secret as HTTP basic authentication? Where it does not say, the standard says it does. */
  takesBasic: boolean;
}

/** A server that is there answers sooner; somebody waits for it. */
const DISCOVERY_LIMIT_MS = 5_000;
/** The code is exchanged and the keys are read within this. */
const OUTER_LIMIT_MS = 15_000;

/** @throws when there is no such server, or it is none of that name. */
export async function discover(issuer: string): Promise<Discovery> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const reply = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_LIMIT_MS) });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  const said = (await reply.json()) as { issuer?: unknown; token_endpoint_auth_methods_supported?: unknown };
  if (said.issuer !== issuer) throw new Error(`${url} is of another issuer`);
  const methods = said.token_endpoint_auth_methods_supported;
  return { url, takesBasic: !Array.isArray(methods) || methods.includes('client_secret_basic') };
}

/** @returns undefined when it takes longer than somebody should wait. */
export async function within<T>(work: Promise<T>, limitMs = OUTER_LIMIT_MS): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Is this Host header one of ours? */
export type HostCheck = (host: string | undefined) => boolean;

export interface HostPlan {
  port: number;
  /** The public address, e.g. `https://sanxiu.example`. */
  origin?: string;
  /** The address listened on, when it is a single one that others can reach. */
  listensOn?: string;
  lan: boolean;
  testHosts: readonly string[];
}

/** @returns `host`, `host:80`-free for the default port, as browsers write it in the Host header. */
const withPort = (host: string, port: number): string => (port === 80 ? host : `${host}:${port}`);

/** IPv6 addresses stand in brackets in a Host header; a zone (`%eth0`) never reaches it. */
export const hostOf = (address: string): string =>
  address.includes(':') ? `[${address.replace(/%.*$/, '')}]` : address;

/** @returns this machine's own addresses that other machines can reach, link-local ones left out. */
export function ownAddresses(interfaces = networkInterfaces()): { name: string; address: string }[] {
  const usable = (info: NetworkInterfaceInfo) => !info.internal && !/^fe80:/i.test(info.address);
  return Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).filter(usable).map((info) => ({ name, address: info.address })),
  );
}

/**
 * Make the check that keeps foreign names away (DNS rebinding, poisoned links).
 * @returns a check that costs one set lookup for known hosts. With `lan` an unknown one makes it look at the
 *          network interfaces again: a laptop that changed rooms has another address.
 */
export function createHostCheck(plan: HostPlan, interfaces = networkInterfaces): HostCheck {
  const own = ['localhost', '127.0.0.1', '[::1]', ...(plan.listensOn ? [hostOf(plan.listensOn)] : [])];
  const allowed = new Set([...own.map((host) => withPort(host, plan.port)), ...plan.testHosts]);
  if (plan.origin) allowed.add(new URL(plan.origin).host);
  const addressed = () =>
    ownAddresses(interfaces()).map(({ address }) => withPort(hostOf(address), plan.port));
  return (host) => {
    if (host === undefined) return false;
    if (allowed.has(host)) return true;
    const lower = host.toLowerCase();
    return allowed.has(lower) || (plan.lan && addressed().includes(lower));
  };
}

import { renderUnicodeCompact } from 'uqr';
import { hostOf, ownAddresses } from './hosts.ts';

// Bridges and tunnels of virtual machines and containers: a phone in the room does not reach them.
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt|bridge)/;

/** @returns addresses for the room, the likeliest first: IPv4 on real interfaces, then the rest. */
export function roomAddresses(addresses = ownAddresses()): { name: string; address: string }[] {
  const rank = ({ name, address }: { name: string; address: string }) =>
    (VIRTUAL.test(name) ? 2 : 0) + (address.includes(':') ? 1 : 0);
  return addresses.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * What the terminal shows with `--lan`: every address, a QR code of the likeliest, and what plain http cannot do.
 * @param addresses from `roomAddresses()`; empty when the machine is in no network.
 */
export function lanLines(addresses: readonly { name: string; address: string }[], port: number): string[] {
  const [best] = addresses;
  if (!best)
    return ['没有找到局域网地址：请先连上网络。 / No network address found: connect to a network first.'];
  const at = ({ address }: { address: string }) =>
    `http://${hostOf(address)}${port === 80 ? '' : `:${port}`}/`;
  return [
    '同一局域网里的手机打开： / Phones in the same network open:',
    ...addresses.map((one) => `  ${at(one)}  (${one.name})`),
    renderUnicodeCompact(at(best), { border: 2 }),
    `二维码：${at(best)}`,
    '局域网里是普通http，不是安全环境：不能离线打开、安装，也不保证长期保存；在这里留下的学习记录只属于这个地址。',
    'Plain http on a local network is no secure context: no offline use, no installation, no promise of lasting',
    'storage; a record made at this address belongs to this address only.',
  ];
}

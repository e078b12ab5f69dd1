import { encode } from 'uqr';

/** A QR code as one SVG path in units of modules, margin included. */
export interface QrShape {
  /** Side of the square. */
  size: number;
  path: string;
}

export function qrShape(text: string): QrShape {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rows = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: rows.join('') };
}

const IN_ADDRESS = /^#code=([\w-]+)$/;

/** The address that another device opens: the code stands after the hash, which browsers send to nobody. */
export const joinAddress = (code: string): string => `${location.origin}${location.pathname}#code=${code}`;

/** The code in this page's address, taken out of it; '' without one. */
export function takeCodeFromAddress(): string {
  const code = IN_ADDRESS.exec(location.hash)?.[1] ?? '';
  if (code) history.replaceState(history.state, '', location.pathname);
  return code;
}

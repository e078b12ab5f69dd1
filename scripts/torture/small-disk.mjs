// A disk of a few megabytes, made of memory. Mounting takes root on Linux.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** @param {string} folder @param {string} size e.g. `4m` @param {'' | 'remount,'} [how] @returns whether it could be done. */
export const mount = (folder, size, how = '') =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `${how}size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    .status === 0;

/** @param {string} folder goes with it. */
export function unmount(folder) {
  spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
}

// Finds the browsers of `npm run torture`; as root on Debian it installs what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PACKAGES = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'] };

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

/** MiniBrowser lies in a folder named after processor and version. */
function findMiniBrowser() {
  for (const lib of ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync))
    for (const path of [lib, ...readdirSync(lib).map((name) => join(lib, name))])
      for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
        const program = join(path, version, 'MiniBrowser');
        if (existsSync(program)) return program;
      }
  return undefined;
}

const find = {
  firefox: () => onPath('firefox-esr') ?? onPath('firefox'),
  webkit: () => {
    const [driver, browser] = [onPath('WebKitWebDriver'), findMiniBrowser()];
    return driver && browser && onPath('xvfb-run') ? { driver, browser } : undefined;
  },
};

/**
 * @template {'firefox' | 'webkit'} Engine
 * @param {Engine} engine
 * @returns {NonNullable<ReturnType<(typeof find)[Engine]>>}
 * @throws {Error} naming the command that installs it.
 */
export function ensurePrograms(engine) {
  const wanted = /** @type {() => ReturnType<(typeof find)[Engine]>} */ (find[engine]);
  const command = ['apt-get', 'install', '-yq', '--no-install-recommends', ...PACKAGES[engine]];
  if (!wanted() && isDebianRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env });
    spawnSync(command[0] ?? '', command.slice(1), { stdio: 'inherit', env });
  }
  const found = wanted();
  if (!found) throw new Error(`${engine} is not installed. On Debian: sudo ${command.join(' ')}`);
  return found;
}

function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^(ID|ID_LIKE)=.*debian/m.test(readFileSync(release, 'utf8'))
  );
}

// Writes .br and .gz beside every file that gains by it; the server then only hands out bytes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from './files.mjs';

const COMPRESSIBLE = /\.(html|js|mjs|css|json|svg|txt|xml|webmanifest|csv|wasm|ico)$/;
const WORTH_IT_BYTES = 500;

const codings = {
  br: (/** @type {Buffer} */ bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * Compress every compressible file above 500 bytes below a folder; where it saves nothing, no file is written.
 * @param {string} folder
 * @param {string} cache results by content, kept from build to build: brotli 11 takes longer than the build itself.
 *                       What this build did not use is removed.
 */
export async function compressFolder(folder, cache) {
  mkdirSync(cache, { recursive: true });
  /** @type {Set<string>} */
  const used = new Set();
  const jobs = filesBelow(folder).filter((file) => COMPRESSIBLE.test(file));
  const work = async () => {
    for (let file = jobs.pop(); file !== undefined; file = jobs.pop()) {
      const bytes = readFileSync(join(folder, file));
      if (bytes.length <= WORTH_IT_BYTES) continue;
      for (const ending of /** @type {const} */ (['br', 'gz'])) {
        const packed = await pack(bytes, ending, cache, used);
        if (packed.length < bytes.length) writeFileSync(join(folder, `${file}.${ending}`), packed);
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]); // the codecs run on Node's four threads
  for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(join(cache, name));
}

/** @param {Buffer} bytes @param {'br' | 'gz'} ending @param {string} cache @param {Set<string>} used */
async function pack(bytes, ending, cache, used) {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${ending}`;
  used.add(name);
  if (existsSync(join(cache, name))) return readFileSync(join(cache, name));
  const packed = await codings[ending](bytes);
  writeFileSync(join(cache, name), packed);
  return packed;
}

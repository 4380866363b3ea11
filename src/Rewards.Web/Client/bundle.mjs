import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Every file of entries/ with all that it imports, minified, as { path, contents } under ../wwwroot/. */
export async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: readdirSync(join(here, 'entries')).map(file => `entries/${file}`),
    outbase: 'entries',
    outdir: '../wwwroot',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.svg': 'copy' },
    target: ['es2020', 'chrome90', 'firefox90', 'safari14.1'],
    logLevel: 'silent',
  });
  return outputFiles;
}

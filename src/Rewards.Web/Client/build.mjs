// Bundles every file of entries/ into ../wwwroot/ under the same name. The build of Rewards.Web runs it: `node build.mjs`.
// Several builds may do so at the same time: one at a time holds the lock, and no reader ever sees half a file.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, '..', 'wwwroot');
const lock = join(here, '..', 'obj', 'client.lock');

await waitForTheLock();
if (!installed()) install();
await publish();

async function publish() {
  // Only now is esbuild certain to be there.
  const { bundle } = await import('./bundle.mjs');
  const files = await bundle().catch(({ errors = [], message }) => fail(errors.length > 0 ? errors.map(told) : [['esbuild', message]]));
  mkdirSync(out, { recursive: true });
  for (const { path, contents } of files) write(path, contents);
}

function told({ location, text }) {
  return [location ? `Client/${location.file}(${location.line},${location.column + 1})` : 'esbuild', text];
}

/** A file with the same content only gets a new time. */
function write(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) {
    const now = new Date();
    utimesSync(path, now, now);
    return;
  }
  const fresh = `${path}.${process.pid}.tmp`;
  writeFileSync(fresh, contents);
  renameSync(fresh, path);
}

/** Whether node_modules/ holds what package-lock.json asks for, by npm's own record: then no registry is needed. */
function installed() {
  const record = join(here, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const agrees = ([path, { version }]) => wanted[path]?.version === version && existsSync(join(here, path));
  return Object.entries(present).every(agrees)
    && Object.entries(wanted).every(([path, { optional }]) => path === '' || optional || path in present);
}

function install() {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: here, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.status === 0) return;
  const said = (npm.error?.message ?? npm.stderr).replaceAll('npm error', '').split('\n').map(line => line.trim());
  const reason = said.find(line => line !== '' && !/^(code|syscall|errno|at) /.test(line));
  fail([['npm ci', `packages for ${here} could not be installed: ${reason}`]]);
}

/** One line each, in the form that MSBuild reads as an error. */
function fail(errors) {
  for (const [origin, text] of errors) console.error(`${origin}: error CLIENT2: ${text}`);
  process.exit(1);
}

async function waitForTheLock() {
  mkdirSync(join(lock, '..'), { recursive: true });
  while (!taken()) await pause(100);
  process.on('exit', () => rmSync(lock, { force: true }));
}

function taken() {
  try {
    writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (abandoned()) rmSync(lock, { force: true });
    return false;
  }
}

/** Left behind by a build that was stopped. */
function abandoned() {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return false;
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
  } catch {
    return true;
  }
  return Date.now() - since > 5 * 60_000;
}

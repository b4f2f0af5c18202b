// What `npm start` and `npm test` do before anything is installed. Plain JavaScript, Node ≥ 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exit, stderr, versions } from 'node:process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout, wherever the command was called from. */
export const root = dirname(fileURLToPath(import.meta.url))

/** Where Node keeps what it compiled once; where that cannot be written, it does without. */
export const compiled = join(root, 'node_modules', '.cache', 'giaoban')

/** The Node that runs TypeScript as it is. */
const wantedMajor = 24

/**
 * Installs the locked dependencies when they are missing or older than the lock file. Their install
 * scripts are not run: nothing here needs them.
 */
export function installDependencies() {
  const stamp = join(root, 'node_modules', '.giaoban-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  stderr.write('Installing dependencies (once) …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) {
    fail(
      `Không cài được các thư viện (npm ci dừng với mã ${status ?? error?.message}). Kiểm tra mạng và quyền ghi vào ${root}.`,
      `The dependencies could not be installed (npm ci ended with ${status ?? error?.message}). Check the network and that ${root} is writable.`,
    )
  }
  writeFileSync(stamp, lock)
}

/** Path of a Node of the wanted version: the running one, else the one that npm brought. */
export function nodeForTypeScript() {
  if (Number(versions.node.split('.')[0]) >= wantedMajor) return process.execPath
  const brought = join(
    root,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  )
  if (existsSync(brought)) return brought
  return fail(
    `Cần Node ${wantedMajor} trở lên; máy này có Node ${versions.node} và npm không có bản Node ${wantedMajor} cho ${process.platform}-${process.arch}. Hãy cài Node ${wantedMajor}.`,
    `Node ${wantedMajor} or newer is needed; this machine has ${versions.node} and npm has no Node ${wantedMajor} for ${process.platform}-${process.arch}. Please install Node ${wantedMajor}.`,
  )
}

/** Says what is wrong in both languages and ends with exit code 1. */
export function fail(vietnamese, english) {
  stderr.write(`${vietnamese}\n${english}\n`)
  exit(1)
}

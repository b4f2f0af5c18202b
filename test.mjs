#!/usr/bin/env node
// `npm test`: installs what is missing, then types, lint and every test, and one last line that counts.
// Plain JavaScript without dependencies: it has to run before anything is installed.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, exit, kill, pid, stderr, stdout } from 'node:process'
import { compiled, installDependencies, nodeForTypeScript, root } from './bootstrap.mjs'

/** Begins the names of the folders that hold a run's files; then comes the number of its process. */
const ours = 'giaoban-test-'
const left = []
const counts = { passed: 0, failed: 0, skipped: 0 }

installDependencies()
const node = nodeForTypeScript()
const environment = {
  NODE_COMPILE_CACHE: compiled,
  ...env,
  PATH: `${join(node, '..')}:${env.PATH}`,
  FORCE_COLOR: '0',
}
for (const missing of debianPackages()) left.push(missing)
const reports = env.GIAOBAN_REPORTS ?? join(root, '..', 'shared', 'seeds')
if (!existsSync(reports)) left.push(`the five reports (no folder ${reports}): the samples stand in`)

if (argv.length === 2) {
  // One checker: on two cores four of them do the same work over, for nothing.
  step('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--checkers', '1'])
  step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
}
vitest(argv.slice(2))

for (const line of left) stdout.write(`left out: ${line}\n`)
stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
exit(counts.failed > 0 ? 1 : 0)

/** One check that passes or fails as a whole; its output is shown as it comes. */
function step(name, args) {
  const { status } = spawnSync(node, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status === 0) counts.passed++
  else counts.failed++
  stdout.write(`${name}: ${status === 0 ? 'ok' : 'FAILED'}\n`)
}

function vitest(filters) {
  clearAway()
  // All that tests write stands in it and goes with it, also what a test that failed left. PostgreSQL,
  // where it runs as another user, has to come through.
  const folder = mkdtempSync(join(tmpdir(), `${ours}${pid}-`))
  chmodSync(folder, 0o711)
  const file = join(folder, 'result.json')
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ]
  const { status } = spawnSync(node, args, {
    cwd: root,
    env: { ...environment, TMPDIR: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += result.numPassedTests
    counts.failed += result.numFailedTests
    counts.skipped += result.numPendingTests + result.numTodoTests
    if (status !== 0 && result.numFailedTests === 0) counts.failed++
    if (result.numTotalTests === 0) counts.failed++
  } catch (error) {
    stderr.write(`The test runner left no result: ${error.message}\n`)
    counts.failed++
  } finally {
    remove(folder)
  }
}

/** Removes the folders of runs that were ended before they could. */
function clearAway() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(ours) ? /^(\d+)-/.exec(name.slice(ours.length))?.[1] : undefined
    if (!owner || runs(Number(owner))) continue
    try {
      remove(join(tmpdir(), name))
    } catch (error) {
      // A mount that a killed run left, for example: that is no reason to test nothing.
      stderr.write(`left by an earlier run: ${error.message}\n`)
    }
  }
}

function runs(process) {
  try {
    return kill(process, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Ends what still works in a folder of ours, as a database that lost its test, and removes it. */
function remove(folder) {
  const processes = existsSync('/proc')
    ? readdirSync('/proc').filter((one) => /^\d+$/.test(one))
    : []
  for (const one of processes) {
    try {
      if (readlinkSync(`/proc/${one}/cwd`).startsWith(`${folder}/`)) kill(Number(one), 'SIGKILL')
    } catch {
      // Gone meanwhile, or another's.
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/**
 * What the tests use from Debian: installed here as root on Debian, else named. With `CI` set a
 * missing one is a failure.
 */
function debianPackages() {
  const wanted = [
    [() => has('soffice'), 'libreoffice-writer-nogui', 'LibreOffice (.doc, .rtf)'],
    [() => has('pdftoppm'), 'poppler-utils', 'pdftoppm (printed pages)'],
    // The 1.x fonts of the same name lack Vietnamese letters.
    [
      () => existsSync('/usr/share/fonts/truetype/liberation2'),
      'fonts-liberation2',
      'Liberation fonts 2',
    ],
    ...[
      ['libical', 'gir1.2-ical-3.0'],
      ['gi', 'python3-gi'],
      ['vobject', 'python3-vobject'],
      ['icalendar', 'python3-icalendar'],
    ].map(([name, debian]) => [() => reads(name), debian, `${name} for Python (calendars)`]),
  ]
  const missing = wanted.filter(([isHere]) => !isHere())
  if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    const packages = missing.map((item) => item[1])
    stdout.write(`Installing from Debian: ${packages.join(', ')}\n`)
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  }
  const absent = missing
    .filter(([isHere]) => !isHere())
    .map((item) => `${item[2]}: not installed (Debian package ${item[1]})`)
  if (env.CI) counts.failed += absent.length
  return absent
}

/** Whether Debian's Python has a module. */
function reads(name) {
  const load = name === 'libical' ? "gi; gi.require_version('ICalGLib', '3.0')" : name
  return spawnSync('/usr/bin/python3', ['-c', `import ${load}`], { stdio: 'ignore' }).status === 0
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0
}

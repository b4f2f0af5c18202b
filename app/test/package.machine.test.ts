// The reader's npm package: packed, put into an empty folder as npm would, run by plain Node, and used
// from TypeScript by somebody else.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { buildPackage } from '../../reader/tools/build.ts'
import { newFolder, stopAll } from './machine.ts'

afterEach(stopAll)

const run = (program: string, args: string[], cwd: string, input = '') => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, input, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('is packed, unpacked and used', async () => {
  const folder = newFolder()
  const made = join(folder, 'made')
  await buildPackage(made)
  const packed = run('npm', ['pack', made, '--silent', '--ignore-scripts'], folder)
  expect(packed.status, packed.stderr).toBe(0)
  const there = join(folder, 'user', 'node_modules', '@giaoban')
  mkdirSync(there, { recursive: true })
  expect(run('tar', ['-xzf', packed.stdout.trim()], folder).status).toBe(0)
  expect(run('mv', [join(folder, 'package'), join(there, 'reader')], folder).status).toBe(0)
  expect(readdirSync(join(there, 'reader')).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'examples',
    'index.js',
    'package.json',
    'types',
  ])
  const code = readFileSync(join(there, 'reader', 'index.js'))
  expect(brotliCompressSync(code).length).toBeLessThan(120_000)

  const user = join(folder, 'user')
  writeFileSync(join(user, 'a.txt'), 'Thu ngân sách đạt 9.500 tỷ đồng.')
  const examples = join(there, 'reader', 'examples')
  const file = run(process.execPath, [join(examples, 'file.mjs'), 'a.txt'], user)
  expect(file.stdout).toContain('quantity\t18\t31\t9.500 tỷ đồng')
  const line = `${JSON.stringify({ name: 'a', text: 'Thu đạt 12 tỷ đồng.' })}\n`
  const lines = run(process.execPath, [join(examples, 'lines.mjs')], user, line)
  expect(JSON.parse(lines.stdout)).toMatchObject({ name: 'a' })
  expect(run(process.execPath, [join(examples, 'own-lexicon.mjs')], user).stdout).toContain(
    '45 lồng bè',
  )

  writeFileSync(
    join(user, 'use.ts'),
    `import { type Finding, read } from '@giaoban/reader'
const [one]: Finding[] = read('x').findings
if (one?.kind === 'quantity') one.value.toFixed(2)
// @ts-expect-error there is no such kind
if (one?.kind === 'nothing') throw one
`,
  )
  const require = createRequire(import.meta.url)
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  const args = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2024', 'use.ts']
  const typed = run(process.execPath, [tsc, ...args, '--types', ''], user)
  expect(typed.stdout).toBe('')
  expect(typed.status).toBe(0)
})

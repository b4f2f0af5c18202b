// The built `giaoban read` says what the unbuilt one says, whichever part of it a call needs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { buildCommand } from '../build-command.ts'
import { root } from './machine.ts'

const report = join(root, 'samples', '2024-07-bao-cao-6-thang')

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the built command reads, explains itself and names what is wrong', async () => {
  // Beside the packages, which it finds as the installed one does.
  mkdirSync(join(root, 'app', 'dist'), { recursive: true })
  folder = mkdtempSync(join(root, 'app', 'dist', 'built-'))
  await buildCommand(folder)
  const call = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(execPath, [join(folder, 'read.js'), ...args], {
      encoding: 'utf8',
    })
    return { stdout, stderr, status }
  }
  const plain = call(`${report}.txt`)
  expect(plain).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(plain.stdout).findings.length).toBeGreaterThan(20)
  expect(call(`${report}.docx`, '--format', 'csv')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('\n2024-07-bao-cao-6-thang.docx,'),
  })
  const many = call(join(root, 'samples', 'annotated'), '--kinds', 'period', '--threads', '2')
  expect(many).toMatchObject({ status: 0, stderr: '' })
  expect(many.stdout.trimEnd().split('\n').length).toBeGreaterThan(10)
  expect(call('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--kinds') })
  expect(call(`${report}.txt`, '--date', 'yesterday')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('YYYY-MM-DD'),
  })
})

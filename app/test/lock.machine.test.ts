// The folder's lock under many processes at once: never two holders, also over a dead one's claim.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { holderOf } from '../src/database/lock.ts'
import { newFolder, root, stopAll } from './machine.ts'

afterEach(stopAll)

/**
 * Takes the lock, makes a folder that only one can make, holds it for a moment, takes it away and
 * releases. Prints `held`, or `refused` where the lock was not given, or `broken` for a second holder.
 */
const holder = `
  import { lockFolder } from ${JSON.stringify(join(root, 'app/src/database/lock.ts'))}
  import { mkdirSync, rmdirSync } from 'node:fs'
  const [folder] = process.argv.slice(-1)
  for (let round = 0; round < 15; round++) {
    let release
    try { release = lockFolder(folder) } catch (error) {
      if (error.name !== 'StartProblem') throw error
      console.log('refused')
      continue
    }
    try { mkdirSync(folder + '/alone') } catch { console.log('broken') }
    await new Promise((resolve) => setTimeout(resolve, 5))
    rmdirSync(folder + '/alone')
    console.log('held')
    // Every third holder leaves its claim, as a killed one does; the next round is another process's.
    if (round % 3 === 2) process.exit(0)
    release()
  }
`

function contend(folder: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = ['--input-type=module-typescript', '--disable-warning=ExperimentalWarning']
    const child = spawn(process.execPath, [...args, '-e', holder, folder])
    let said = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (part) => {
      said += part
    })
    child.stderr.setEncoding('utf8').on('data', (part) => {
      errors += part
    })
    child.once('close', (code) =>
      code === 0 ? resolve(said.trim().split('\n')) : reject(new Error(errors)),
    )
  })
}

test('of many that start at once over a dead claim, one at a time holds the folder', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'lock'))
  // A process of an earlier boot: its number lives (ours), its start is another.
  writeFileSync(join(folder, 'lock', `${process.pid}-1-abcdef`), '')
  const said = (await Promise.all(Array.from({ length: 12 }, () => contend(folder)))).flat()
  expect(said).not.toContain('broken')
  expect(said.filter((word) => word === 'held').length).toBeGreaterThanOrEqual(12)
  expect(holderOf(folder)).toBeNull()
  expect(readdirSync(join(folder, 'lock'))).toEqual([])
})

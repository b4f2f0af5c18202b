// The server with the sample province that all browser tests share (`setup.ts`).
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import type { AccountRole } from '../app/src/database/tables.ts'
import {
  copyFolder,
  giaoban,
  type Served,
  startServer,
  type TestAccount,
  type TestServer,
} from './server.ts'
import type { Sample } from './setup.ts'

/**
 * The shared server, which several test files use at a time; waited for where it is still being made. Its
 * province and its accounts stay as they are: who changes more than that, a language too, takes
 * `newAccounts`.
 */
export async function sampleServer(): Promise<Served> {
  return (await sample()).served
}

/** A server of one's own with the sample province, for who changes it. */
export async function ownSampleServer(): Promise<TestServer> {
  const { folder } = await sample()
  return startServer({ sample: true, folder: await copyFolder(folder) })
}

async function sample(): Promise<Exclude<Sample, { problem: string }>> {
  const file = inject('sample')
  while (!existsSync(file)) await wait(100)
  const made = JSON.parse(readFileSync(file, 'utf8')) as Sample
  if ('problem' in made) throw new Error(made.problem)
  return made
}

/**
 * An account of each role that nobody else uses, on the shared server where no other is named; `prefix`
 * goes before their addresses.
 */
export async function newAccounts(
  prefix: string,
  given?: Served,
): Promise<Record<'administrator' | 'office' | 'reader', TestAccount>> {
  const server = given ?? (await sampleServer())
  const add = (role: AccountRole) => {
    const options = ['--role', role, '--name', `Nguyễn Thử ${role}`]
    return giaoban(server, 'account', 'add', `${prefix}-${role}`, ...options)
  }
  const [administrator, office, reader] = await Promise.all([
    add('administrator'),
    add('office'),
    add('reader'),
  ])
  return { administrator, office, reader }
}

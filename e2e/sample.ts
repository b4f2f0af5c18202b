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

/** Waited for while the file is loaded, where it is still being made: no hook's time runs meanwhile. */
const made = await known(inject('sample'))

async function known(file: string): Promise<Sample> {
  while (!existsSync(file)) await wait(100)
  return JSON.parse(readFileSync(file, 'utf8')) as Sample
}

function sample(): Exclude<Sample, { problem: string }> {
  if ('problem' in made) throw new Error(made.problem)
  return made
}

/**
 * The shared server, which several test files use at a time. Its province and its accounts stay as they
 * are: who changes more than that, a language too, takes `newAccounts`.
 */
export const sampleServer = (): Served => sample().served

/** A server of one's own with the sample province, for who changes it. */
export async function ownSampleServer(): Promise<TestServer> {
  return startServer({ sample: true, folder: await copyFolder(sample().folder) })
}

/**
 * An account of each role that nobody else uses, on the shared server where no other is named; `prefix`
 * goes before their addresses.
 */
export async function newAccounts(
  prefix: string,
  server: Served = sampleServer(),
): Promise<Record<'administrator' | 'office' | 'reader', TestAccount>> {
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

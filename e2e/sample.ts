// The server with the sample province that all browser tests share (`setup.ts`).
import { inject } from 'vitest'
import type { AccountRole } from '../app/src/database/tables.ts'
import { giaoban, type Served, type TestAccount } from './server.ts'

/**
 * The shared server, which two test files use at a time. Its province and its accounts stay as they
 * are: who changes more than that, a language too, takes `newAccounts`.
 */
export function sampleServer(): Served {
  const sample = inject('sample')
  if ('problem' in sample) throw new Error(sample.problem)
  return sample
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

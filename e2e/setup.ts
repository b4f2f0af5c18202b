// Vitest's global set-up for the browser tests: one server with the sample province for all files
// that leave the province as it is. Loading the sample takes longer than most of them, so it goes on
// beside the tests that come first; `sample.ts` waits for it.
import { appendFileSync, chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { holdConference } from './held.ts'
import { copyFolder, type Served, startServer, type TestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file in which `Sample` stands once it is known. */
    sample: string
  }
}

/** The shared server, and a data folder with the sample alone to copy; or why there is none. */
export type Sample = { served: Served; folder: string } | { problem: string }

export default function setup(project: TestProject): () => Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'giaoban-sample-'))
  chmodSync(place, 0o711)
  const file = join(place, 'sample.json')
  project.provide('sample', file)
  const making = make(join(place, 'data'), join(place, 'alone'))
  const told = making.then(
    ({ server, folder }): Sample => {
      const { address, opened, folder: data, accounts } = server
      return { served: { address, opened, folder: data, accounts }, folder }
    },
    // The tests that need it tell it; all others still run.
    (error): Sample => ({ problem: String(error) }),
  )
  told.then((sample) => {
    writeFileSync(`${file}.new`, JSON.stringify(sample))
    renameSync(`${file}.new`, file)
  })
  return async () => {
    await told
    await making.then(({ server }) => server.stop()).catch(() => undefined)
    rmSync(place, { recursive: true, force: true })
  }
}

/** The province is kept as it was loaded in `folder`, before anything is held in the one that is shared. */
async function make(data: string, folder: string): Promise<{ server: TestServer; folder: string }> {
  const first = await startServer({ sample: true, folder: data })
  await first.stop()
  // What is lost with the machine is only a test: speed is worth more than the disk here.
  const fast = 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n'
  appendFileSync(join(data, 'postgres', 'postgresql.auto.conf'), fast)
  await copyFolder(data, folder)
  const server = await startServer({ sample: true, folder: data })
  try {
    await holdConference(server)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, folder }
}

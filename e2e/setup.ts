// Vitest's global set-up for the browser tests: one server with the sample province for all files
// that leave the province as it is. Loading the sample takes longer than most of them.
import type { TestProject } from 'vitest/node'
import { holdConference } from './held.ts'
import { type Served, startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, or why it did not start. */
    sample: Served | { problem: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const { remove, stop: _, ...served } = await startServer({ sample: true })
    await holdConference(served)
    project.provide('sample', served)
    return remove
  } catch (error) {
    // The tests that need it tell it; all others still run.
    project.provide('sample', { problem: String(error) })
    return async () => undefined
  }
}

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: begun last, one of them would keep a core waiting alone. */
const longest = [
  'app/test/access.db.test.ts',
  'app/test/backup.machine.test.ts',
  'app/src/office/formats.machine.test.ts',
  'app/src/reading/bad-input.db.test.ts',
  'app/test/cli.machine.test.ts',
  'app/test/start.machine.test.ts',
  'app/src/office/parse.machine.test.ts',
  'app/src/registers/documents/quarantine.db.test.ts',
  'e2e/pages.test.ts',
  'e2e/english.test.ts',
  'e2e/dialogs.test.ts',
  'e2e/reports.test.ts',
  'e2e/sitting.test.ts',
  'e2e/conference.test.ts',
  'e2e/search.test.ts',
  'e2e/sessions.test.ts',
  'e2e/single-sign-on.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}`))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

/** Files of a worker share its modules: to load them anew for each of 200 files was a third of the time. */
const isolate = false

/**
 * Four projects: what needs no server, what needs the run's own PostgreSQL, what starts the product as
 * a process, and what opens it in a browser. Two files at a time also on two cores, where one would be
 * the default; those in a browser come last, and three at a time, for they often wait for it.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['reader/test/**/*.test.ts', 'app/src/**/*.test.ts', 'app/test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.machine.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          isolate,
          include: ['app/**/*.db.test.ts'],
          globalSetup: ['app/test/postgres.ts'],
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'machine',
          isolate,
          include: ['app/**/*.machine.test.ts'],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate,
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

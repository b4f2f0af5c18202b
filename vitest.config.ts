import { defineConfig } from 'vitest/config'

/**
 * Four projects: what needs no server, what needs the run's own PostgreSQL, what starts the product as
 * a process, and what opens it in a browser. Two files at a time also on two cores, where one would be
 * the default; those in a browser come last.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['reader/test/**/*.test.ts', 'app/src/**/*.test.ts', 'app/test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.machine.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
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
          include: ['app/**/*.machine.test.ts'],
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

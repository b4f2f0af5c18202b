// Builds `giaoban read` into app/dist/command: from Node to the answer without stripping types.
// By hand: npm run build:command, then node app/dist/command/read.js FILE.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { builtInLexicon, packLexicon } from '@giaoban/reader'
import { build } from 'vite'
import { packedLexicon } from './src/cli/reading.ts'

const source = join(import.meta.dirname, 'src')

/** What is needed to read a plain text; it goes into one file. */
const startsWith =
  /[\\/](reader[\\/]src[\\/].*|cli[\\/](builtin|language|output|problem|progress|read|read-alone|read-call|reading|texts|walk)\.ts|office[\\/](decode|detect|extract|extracted|fonts)\.ts|http[\\/]access\.ts|src[\\/]problem\.ts)$/

/** Writes the built command into `folder`. */
export async function buildCommand(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    // What every call needs comes along; other libraries stay where npm put them.
    ssr: { noExternal: ['@giaoban/reader', 'commander'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      target: 'node20',
      rollupOptions: {
        input: {
          read: join(source, 'cli', 'read-entry.ts'),
          'read-thread': join(source, 'cli', 'read-thread.ts'),
          'parse-child': join(source, 'office', 'parse-child.ts'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Every further file costs the start a millisecond or more.
          codeSplitting: { groups: [{ name: 'reading', test: startsWith }] },
        },
      },
    },
  })
  writeFileSync(join(folder, packedLexicon), packLexicon(builtInLexicon()))
}

if (argv[1] === import.meta.filename)
  await buildCommand(join(import.meta.dirname, 'dist', 'command'))

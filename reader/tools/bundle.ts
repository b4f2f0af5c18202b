// One file of plain JavaScript out of TypeScript modules: for the package and for the page.
import { build, type Rollup } from 'vite'

/** The code of an entry with everything it imports. */
export async function bundle(entry: string, minify: boolean): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      // Offices keep browsers for years: the last one of Windows 7 still works.
      target: ['chrome109', 'firefox115', 'safari16', 'node20'],
      lib: { entry, formats: ['es'], fileName: 'index' },
    },
  })) as Rollup.RollupOutput[]
  const [chunk] = made[0]?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`nothing was made of ${entry}`)
  return chunk.code
}

// Builds the screens into app/dist/web. Node runs everything else as it is.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), earlyStart(), shellFiles()],
  // For work on the screens only: the server runs beside it.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Offices keep browsers for years: the last one of Windows 7 still works.
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    // All of it is 12 kB packed: one file costs a slow line less than what each screen needs of it.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        worker: join(import.meta.dirname, 'src/web/offline/worker.ts'),
      },
      // The service worker's address stays the same; only so do browsers see a new one.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // A shared file is named after all that share it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names }) => {
          const [name = ''] = names
          return `assets/${name.includes('~') ? 'shared' : '[name]'}-[hash][extname]`
        },
        codeSplitting: { groups: chunkGroups() },
      },
    },
  },
})

/**
 * What several screens share, in few files: each costs a slow line as much as 30 kB. What nearly all need
 * is two files, the rest goes with what is used by the same screens.
 */
function chunkGroups() {
  const many = 8
  return [
    {
      name: 'first',
      test: (id: string) => !id.endsWith('/offline/worker.ts'),
      tags: ['$initial' as const],
      priority: 3,
    },
    { name: 'ui', test: /src[\\/]web[\\/]|node_modules/, minShareCount: many, priority: 2 },
    { name: 'common', minShareCount: many, priority: 1 },
    {
      name: 'shared',
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: 8_000,
    },
  ]
}

/**
 * Puts into the page which scripts each screen is made of, and `early.ts`, which reads that; built here, apart,
 * so that it is one small file.
 */
function earlyStart(): Plugin {
  let start = ''
  return {
    name: 'giaoban-early-start',
    apply: 'build',
    async buildStart() {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: ['chrome109', 'firefox115', 'safari16'],
          rollupOptions: { input: join(import.meta.dirname, 'src/web/early.ts') },
        },
      })
      const [chunk] = 'output' in built ? built.output : []
      if (chunk?.type !== 'chunk') throw new Error('src/web/early.ts was not built.')
      start = chunk.code
    },
    generateBundle() {
      const hash = createHash('sha256').update(start).digest('base64url').slice(0, 8)
      this.emitFile({ type: 'asset', fileName: `assets/early-${hash}.js`, source: start })
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        if (!bundle) return []
        const early = Object.keys(bundle).find((file) => file.startsWith('assets/early-'))
        return [
          {
            tag: 'script',
            attrs: { type: 'application/json', id: 'screens' },
            children: JSON.stringify(screensOf(bundle)),
            injectTo: 'head',
          },
          {
            tag: 'script',
            attrs: { type: 'module', async: true, crossorigin: true, src: `/${early}` },
            injectTo: 'head',
          },
        ]
      },
    },
  }
}

type Bundle = Rolldown.OutputBundle

/** Each screen's scripts beside the entry's, as `web/screen-files.ts` reads them. */
function screensOf(bundle: Bundle): { files: string[]; screens: Record<string, number[]> } {
  const routes = readFileSync(join(import.meta.dirname, 'src/web/routes.tsx'), 'utf8')
  const lines = [...routes.matchAll(/path: '([^']+)'[^}]*?import\('([^']+)'\)/g)]
  if (lines.length !== routes.split("path: '").length - 1) {
    throw new Error('A screen of src/web/routes.tsx was not understood.')
  }
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const entry = chunks.find((one) => one.isEntry && one.name === 'index')
  const files: string[] = []
  const screens: Record<string, number[]> = {}
  for (const [path = '', source = ''] of [
    ...lines.map((line) => line.slice(1)),
    ['door', '../registers/people/SignIn.tsx'],
    ['upload', '../registers/documents/UploadDoor.tsx'],
  ]) {
    const module = join(import.meta.dirname, 'src/web', source)
    const chunk = chunks.find((one) => one.moduleIds.includes(module))
    if (!chunk) throw new Error(`No script holds ${source}.`)
    const needed = importsOf(bundle, chunk.fileName)
    screens[path] = [...needed]
      .filter((file) => file !== entry?.fileName)
      .map((file) => {
        const name = file.slice('assets/'.length)
        if (!files.includes(name)) files.push(name)
        return files.indexOf(name)
      })
  }
  return { files, screens }
}

/** A script and all that it cannot do without. */
function importsOf(bundle: Bundle, file: string, found = new Set<string>()): Set<string> {
  const one = bundle[file]
  if (found.has(file) || one?.type !== 'chunk') return found
  found.add(file)
  for (const next of one.imports) importsOf(bundle, next, found)
  return found
}

/** Tells the service worker which files the entry and the screens without network need. */
function shellFiles(): Plugin {
  return {
    name: 'giaoban-shell-files',
    generateBundle(_, bundle) {
      const needed = new Set<string>()
      const add = (file: string) => {
        const one = bundle[file]
        if (needed.has(file) || one?.type !== 'chunk') return
        needed.add(file)
        for (const next of one.imports) add(next)
        for (const asset of one.viteMetadata?.importedAssets ?? []) needed.add(asset)
      }
      for (const [file, one] of Object.entries(bundle)) {
        if (one.type === 'asset' && /\.(woff2|css)$|\/early-/.test(file)) needed.add(file)
        if (one.type !== 'chunk') continue
        const start = one.isEntry && one.name !== 'worker'
        if (start || one.moduleIds.some((id) => id.includes('/web/offline/'))) add(file)
      }
      needed.delete('worker.js')
      const worker = bundle['worker.js']
      if (worker?.type !== 'chunk') throw new Error('The build has no service worker.')
      const files = [...needed].sort().map((file) => `/${file}`)
      worker.code = worker.code.replaceAll('__SHELL_FILES__', JSON.stringify(files))
    },
  }
}

// Builds the screens into app/dist/web. Node runs everything else as it is.

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shellFiles()],
  // For work on the screens only: the server runs beside it.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Offices keep browsers for years: the last one of Windows 7 still works.
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        worker: join(import.meta.dirname, 'src/web/offline/worker.ts'),
      },
      // The service worker's address stays the same; only so do browsers see a new one.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})

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
        for (const css of one.viteMetadata?.importedCss ?? []) needed.add(css)
        for (const asset of one.viteMetadata?.importedAssets ?? []) needed.add(asset)
      }
      for (const [file, one] of Object.entries(bundle)) {
        if (one.type === 'asset' && file.endsWith('.woff2')) needed.add(file)
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

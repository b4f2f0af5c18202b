// Builds the screens into app/dist/web. Node runs everything else as it is.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // For work on the screens only: the server runs beside it.
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // Offices keep browsers for years: the last one of Windows 7 still works.
    target: ['chrome109', 'firefox115', 'safari16'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})

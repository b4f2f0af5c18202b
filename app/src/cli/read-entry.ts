// The built `giaoban read`: one stage of somebody's pipeline, on its own, with what was compiled kept.
import module from 'node:module'
import { argv } from 'node:process'

module.enableCompileCache()
const { run } = await import('./main.ts')
await run(['read', ...argv.slice(2)])

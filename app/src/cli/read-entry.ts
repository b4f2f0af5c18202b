// The built `giaoban read`: one stage of somebody's pipeline, on its own, with what was compiled kept.
process.getBuiltinModule('node:module').enableCompileCache()
// Nothing else is waited for at the top of a file: what it imports would then wait for it in turn.
const { readAlone } = await import('./read-alone.ts')
await readAlone(process.argv.slice(2))

export {}

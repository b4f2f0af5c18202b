// The built `giaoban read`: one stage of somebody's pipeline, on its own, with what was compiled kept.
process.getBuiltinModule('node:module').enableCompileCache()
await import('./read-alone.ts')

export {}

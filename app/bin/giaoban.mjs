#!/usr/bin/env node
// `giaoban`: brings what is missing, then goes on with a Node that runs TypeScript as it is: the running
// one, or the one that npm brought. What was compiled once is kept, which halves the time to the answer.
import { spawnSync } from 'node:child_process'
import module from 'node:module'
import { join } from 'node:path'
import { argv, env, execPath, exit } from 'node:process'
import { compiled, installDependencies, nodeForTypeScript, root } from '../../bootstrap.mjs'

installDependencies()
const node = nodeForTypeScript()
const main = join(root, 'app', 'src', 'cli', 'main.ts')
// For the processes that it starts too.
env.NODE_COMPILE_CACHE ??= compiled
if (node === execPath) {
  module.enableCompileCache(env.NODE_COMPILE_CACHE)
  const { run } = await import(main)
  await run(argv.slice(2))
} else {
  const { status, signal } = spawnSync(node, [main, ...argv.slice(2)], { stdio: 'inherit' })
  exit(status ?? (signal ? 1 : 0))
}

#!/usr/bin/env node
// `giaoban`: goes on with a Node that runs TypeScript as it is, the running one or the one npm brought.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, exit } from 'node:process'
import { nodeForTypeScript, root } from '../../bootstrap.mjs'

const node = nodeForTypeScript()
const main = join(root, 'app', 'src', 'cli', 'main.ts')
if (node === execPath) {
  const { run } = await import(main)
  await run(argv.slice(2))
} else {
  const { status, signal } = spawnSync(node, [main, ...argv.slice(2)], { stdio: 'inherit' })
  exit(status ?? (signal ? 1 : 0))
}

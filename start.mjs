#!/usr/bin/env node
// `npm start`: installs what is missing, builds the screens when they changed, starts the server.
// Plain JavaScript without dependencies: it has to run before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env, exit, stderr } from 'node:process'
import { compiled, fail, installDependencies, nodeForTypeScript, root } from './bootstrap.mjs'

installDependencies()
const node = nodeForTypeScript()
buildScreens()

const args = ['--disable-warning=ExperimentalWarning', join(root, 'app', 'src', 'main.ts')]
const server = spawn(node, [...args, ...argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compiled, ...env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => exit(code ?? (signal ? 1 : 0)))

/** `vite build`, unless what goes in is what went in last time. */
function buildScreens() {
  const out = join(root, 'app', 'dist')
  const stamp = join(out, 'web.stamp')
  const inputs = stampOf()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return
  stderr.write('Building the screens (once) …\n')
  const {
    status,
    stdout,
    stderr: errors,
  } = spawnSync(
    node,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'],
    // Whatever the starter's own mode: React for development is slower and runs effects twice.
    { cwd: join(root, 'app'), encoding: 'utf8', env: { ...env, NODE_ENV: 'production' } },
  )
  if (status !== 0) {
    fail(
      `Không dựng được giao diện:\n${stdout}${errors}`,
      `The screens could not be built. Is ${join(root, 'app')} writable?`,
    )
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(stamp, inputs)
}

/** Names, sizes and times of everything the screens are made of. */
function stampOf() {
  const hash = createHash('sha256')
  for (const folder of ['app', 'reader']) {
    const files = readdirSync(join(root, folder), { recursive: true })
      .map(String)
      .filter((file) => !/node_modules|^dist/.test(file) && /\.(tsx?|css|html|svg)$/.test(file))
      .sort()
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(root, folder, file))
      hash.update(`${folder}/${file} ${size} ${mtimeMs}\n`)
    }
  }
  hash.update(readFileSync(join(root, 'package-lock.json')))
  return hash.digest('hex')
}

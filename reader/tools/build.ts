// Makes the npm package in reader/dist: plain JavaScript with types, README, changelog, examples, licence.
// By hand: npm run build:reader, then npm pack ./reader/dist.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { bundle } from './bundle.ts'

const reader = join(import.meta.dirname, '..')

/** Writes the package into `folder`, which is emptied first. */
export async function buildPackage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const entry = join(reader, 'src', 'index.ts')
  writeFileSync(join(folder, 'index.js'), await bundle(entry, true))
  writeTypes(entry, join(folder, 'types'))
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'examples'])
    cpSync(join(reader, name), join(folder, name), { recursive: true })
  const { name, version, description, license, keywords } = JSON.parse(
    readFileSync(join(reader, 'package.json'), 'utf8'),
  )
  const manifest = {
    name,
    version,
    description,
    keywords,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
    types: './types/index.d.ts',
    files: ['index.js', 'types', 'examples', 'README.md', 'CHANGELOG.md', 'LICENSE'],
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Declarations of every module; their imports name what is really there. */
function writeTypes(entry: string, folder: string): void {
  const require = createRequire(import.meta.url)
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  const { status, stdout } = spawnSync(
    execPath,
    [
      tsc,
      ...['--declaration', '--emitDeclarationOnly', '--outDir', folder, '--skipLibCheck'],
      ...['--target', 'ES2024', '--module', 'NodeNext', '--moduleResolution', 'NodeNext'],
      ...['--strict', '--allowImportingTsExtensions', '--ignoreConfig', '--types', 'node'],
      ...['--rootDir', dirname(entry), entry],
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the types could not be written:\n${stdout}`)
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.d.ts')) continue
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))
  }
}

if (process.argv[1] === import.meta.filename) await buildPackage(join(reader, 'dist'))

// Who may import whom (ARCHITECTURE.md). Fails on a file it cannot place and on any cycle.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

type Room =
  | 'reader'
  | 'rules'
  | 'contract'
  | 'store'
  | 'routes'
  | 'reading'
  | 'office'
  | 'database'
  | 'http'
  | 'record'
  | 'screen'
  | 'main'

/** Values a room may import; types may come from anywhere but `routes`. */
const allowed: Record<Room, Room[]> = {
  reader: ['reader'],
  rules: ['rules', 'contract', 'reader'],
  contract: ['contract', 'rules', 'reader'],
  database: ['database', 'rules'],
  record: ['record', 'database', 'http', 'rules', 'contract'],
  store: ['store', 'rules', 'contract', 'database', 'record', 'http', 'reader'],
  reading: [
    'reading',
    'store',
    'rules',
    'contract',
    'database',
    'record',
    'http',
    'office',
    'reader',
  ],
  http: ['http', 'rules', 'contract', 'database', 'record'],
  routes: [
    'routes',
    'store',
    'reading',
    'rules',
    'contract',
    'http',
    'record',
    'database',
    'office',
    'reader',
  ],
  office: ['office', 'reader'],
  screen: ['screen', 'rules'],
  main: [
    'main',
    'routes',
    'reading',
    'store',
    'rules',
    'contract',
    'http',
    'record',
    'database',
    'office',
    'reader',
  ],
}

/** The room of a file, by its path from the root; null where the house has none for it. */
function roomOf(path: string): Room | null {
  if (path.startsWith('reader/src/')) return 'reader'
  if (!path.startsWith('app/src/')) return null
  const inside = path.slice('app/src/'.length)
  // Words that all share, without anything that draws.
  if (inside === 'web/texts.ts') return 'rules'
  if (inside.endsWith('.tsx') || /^web\/|\/(series|tabs)\.ts$/.test(inside)) return 'screen'
  if (inside.startsWith('office/')) return 'office'
  if (inside.startsWith('database/')) return 'database'
  if (/^(cli|backup|post)\//.test(inside)) return 'main'
  if (/^(main|boot|config|sample|sample-projects|sample-units|factor-key)\.ts$/.test(inside))
    return 'main'
  if (/(^|\/)([\w-]*contract|parts)\.ts$/.test(inside)) return 'contract'
  if (
    /(^|\/)(texts|problem|problem-texts|calendar)\.ts$/.test(inside) &&
    !inside.startsWith('http/')
  ) {
    return 'rules'
  }
  // The policy is pure: screens and rules may ask it as well.
  if (/^http\/(access|explain)\.ts$/.test(inside)) return 'rules'
  if (/^http\/(server|session[\w-]*)\.ts$/.test(inside)) return 'routes'
  if (inside.endsWith('/routes.ts')) return 'routes'
  if (inside.startsWith('http/')) return 'http'
  if (inside.startsWith('record/')) return 'record'
  if (inside.startsWith('reading/'))
    return /use[A-Z]|keys|words/.test(inside) ? 'screen' : 'reading'
  if (inside === 'search/search.ts') return 'rules'
  if (inside.startsWith('search/')) return 'store'
  if (/^registers\/\w+\/[\w-]+-store\.ts$/.test(inside)) return 'store'
  const register = /^registers\/(\w+)\/([\w-]+)\.ts$/.exec(inside)
  if (!register) return null
  const name = register[2] ?? ''
  if (
    [
      'store',
      'source',
      'destruction',
      'quarantine',
      'provinces',
      'sessions',
      'signing',
      'throttle',
      'codes',
      'factors',
      'factorsecret',
      'recovery',
      'sso',
      'devices',
      'ownpassword',
      'grants',
      'granting',
      'guards',
      'names',
      'reference',
      'founding',
      'bodyrows',
      'changing',
      'changes',
      'terms',
      'passwords',
      'catalogue',
      'corrections',
      'proceedings',
    ].includes(name)
  ) {
    return 'store'
  }
  return 'rules'
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

interface Import {
  from: string
  to: string
  typeOnly: boolean
  /** `import(…)`: runs when a screen is opened, after everything is loaded. */
  lazy: boolean
}

const files = [...sources('reader/src'), ...sources('app/src')]

/** Imports between our own files; `@giaoban/reader` is its index. */
function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8')
  const found: Import[] = []
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?((?:[^'"]*?)\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm
  for (const match of text.matchAll(pattern)) {
    const target = match[3] ?? match[4] ?? ''
    const names = match[2] ?? ''
    const inner = /\{([\s\S]*)\}/.exec(names)?.[1]
    const allTypes = inner
      ?.split(',')
      .filter((name) => name.trim() !== '')
      .every((name) => name.trim().startsWith('type '))
    const typeOnly = match[1] !== undefined || allTypes === true
    const lazy = match[4] !== undefined
    if (target === '@giaoban/reader')
      found.push({ from: path, to: 'reader/src/index.ts', typeOnly, lazy })
    else if (target.startsWith('.')) {
      const to = relative(root, join(root, dirname(path), target)).replaceAll('\\', '/')
      if (/\.tsx?$/.test(to)) found.push({ from: path, to, typeOnly, lazy })
    }
  }
  return found
}

const imports = files.flatMap(importsOf)

test('the pattern sees imports at all', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(imports.length).toBeGreaterThan(200)
})

test('every file has its room', () => {
  expect(files.filter((file) => roomOf(file) === null)).toEqual([])
})

test('nobody imports across a wall', () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const room = roomOf(from)
    const target = roomOf(to)
    if (!room || !target) return false
    if (typeOnly) return room === 'reader' && target !== 'reader'
    return !allowed[room].includes(target)
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('no screen loads a contract, and zod with it, through what it imports', () => {
  const values = imports.filter((one) => !one.typeOnly)
  const loaded = new Set(files.filter((file) => roomOf(file) === 'screen'))
  for (const file of loaded) {
    for (const one of values) if (one.from === file) loaded.add(one.to)
  }
  expect([...loaded].filter((file) => roomOf(file) === 'contract')).toEqual([])
})

test('the reader has no dependency and no I/O; screens never touch node', () => {
  const foreign = (path: string) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/from\s+['"]([^.'"][^'"]*)['"]/g)].map(
      (match) => match[1] ?? '',
    )
  const reader = files
    .filter((file) => roomOf(file) === 'reader' && !file.endsWith('lexicon/compile.ts'))
    .flatMap(foreign)
  expect(reader).toEqual([])
  const screens = files.filter((file) => roomOf(file) === 'screen').flatMap(foreign)
  expect(screens.filter((name) => name.startsWith('node:') || name === 'kysely')).toEqual([])
})

test('there is no cycle', () => {
  const next = Map.groupBy(
    imports.filter((one) => !one.typeOnly && !one.lazy),
    (one) => one.from,
  )
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const walk = (file: string, trail: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const one of next.get(file) ?? []) walk(one.to, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) walk(file, [])
  expect(cycles).toEqual([])
})

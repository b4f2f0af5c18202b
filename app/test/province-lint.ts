// Every SQL text carries its province: the rules that let one schema run on one PostgreSQL and on many
// (ARCHITECTURE.md, Database). A text is looked at block by block: a block that names
// a table of a province compares province_id once for each. `freshDatabase` puts the lint on the
// connections of every database test, and fails the file whose code sent a text without.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { statementsOf } from '../src/database/migrate.ts'

/** A text that may cross provinces: how it starts, once blanks and quotes are out, and why it may. */
interface Exception {
  starts: string
  why: string
}

/** National reports, session look-up, jobs. Migrations are known by their files (`migrating`). */
export const exceptions: readonly Exception[] = [
  {
    starts: 'select * from document_destruction order by',
    why: 'job: a restore applies the destructions of all provinces',
  },
  {
    starts:
      'select province_id, document_id, sha256, reason, destroyed_by, destroyed_at from document_destruction',
    why: 'job: a restore reads the destructions of all provinces before it replaces them',
  },
  {
    starts: 'select q.province_id, quarantine_id,',
    why: 'job: a restore puts away again what was in quarantine in any province',
  },
  { starts: 'copy ', why: 'job: a backup holds, and a restore brings back, all provinces' },
]

const folder = join(import.meta.dirname, '../src/database/migrations')

const statements = readdirSync(folder)
  .sort()
  .flatMap((name) => statementsOf(readFileSync(join(folder, name), 'utf8')))

/** A migration changes the tables of all provinces. */
const migrating = new Set(statements)

/** Table → mark (`province`, `reference`, `none`), as the migrations give it before `create table`. */
export function tableMarks(): Map<string, string> {
  const found = new Map<string, string>()
  for (const statement of statements) {
    const table = /^create table (\w+)/m.exec(statement)?.[1]
    const mark = /^-- @(\w+)$/m.exec(statement)?.[1]
    if (table) found.set(table, mark ?? 'none')
  }
  return found
}

const own = new Set([...tableMarks()].flatMap(([name, mark]) => (mark === 'province' ? name : [])))

/** The text on one line, lower case, without quotes, literals and comments. */
const plain = (text: string): string =>
  text
    .replace(/--[^\n]*/g, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** Every pair of brackets that holds a query of its own is a block of its own; the outermost is last. */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let rest = text
  for (;;) {
    const next = rest.replace(/\(([^()]*)\)/g, (_, inside: string) => {
      if (!/^\s*(select|with|insert|update|delete)\b/.test(inside)) return `⟨${inside}⟩`
      blocks.push(inside)
      return '⟨query⟩'
    })
    if (next === rest) return [...blocks, rest].flatMap((one) => one.split(/\bunion(?: all)?\b/))
    rest = next
  }
}

const named = /\b(?:from|join|into|update|using)(?: only)? (?:public\.)?(\w+)/g
const compared = /\bprovince_id (?:=|in\b)|= (?:\w+\.)?province_id\b|using ⟨province_id/g

function blockTrouble(block: string): string | null {
  const tables = [...block.replace(/\bfor (no key )?update\b/g, '').matchAll(named)]
    .map(([, name = '']) => name)
    .filter((name) => own.has(name))
  if (tables.length === 0) return null
  if (/^\s*insert into/.test(block)) {
    if (!/^\s*insert into (?:public\.)?\w+ ⟨[^⟨⟩]*\bprovince_id\b/.test(block)) {
      return `${tables[0]} is written without province_id`
    }
    tables.shift()
  }
  const comparisons = block.match(compared)?.length ?? 0
  return comparisons >= tables.length
    ? null
    : `${tables.join(', ')}: ${comparisons} comparisons of province_id`
}

/** What a cluster would refuse, beside a missing province: rules 2, 8, 9, 10 and 20 of the schema rules. */
const refused: readonly [RegExp, string][] = [
  [/\bset (?:[^;]*, )?province_id = (?!excluded)/, 'the province of a row never changes'],
  [/\bvalues [^;]*⟨query⟩/, 'no query inside VALUES'],
  [/^update .*\b(random|gen_random_uuid|clock_timestamp)⟨/, 'no volatile function in UPDATE'],
  [/^merge /, 'INSERT … ON CONFLICT instead of MERGE'],
  [/^create (temp|temporary) table/, 'no temporary tables'],
]

/** What is wrong with a text, or null. */
export function provinceTrouble(text: string): string | null {
  const said = plain(text)
  if (/^(create|alter|drop|comment|grant|revoke|analyze|vacuum)\b/.test(said)) {
    return /^create temp/.test(said) ? 'no temporary tables' : null
  }
  const blocks = blocksOf(said)
  for (const block of blocks) {
    const trouble = blockTrouble(block)
    if (trouble) return trouble
    for (const [form, why] of refused) if (form.test(block.trim())) return why
  }
  return null
}

/** The exception a text falls under, or null. */
export const exceptionOf = (text: string): Exception | null =>
  exceptions.find((one) => plain(text).startsWith(one.starts)) ?? null

/** True where the innermost caller that is ours is a test: it may look across provinces. */
const byTest = (stack: string): boolean => {
  const place = stack
    .split('\n')
    .find((line) => /\/app\/(src|test)\//.test(line) && !/province-lint|test\/database/.test(line))
  return place !== undefined && /\/app\/test\/|\.test\.ts/.test(place)
}

/** Texts already found good, for all tests of a process. */
const good = new Set<string>()

/**
 * Looks at every text that goes through the pool. `troubles()`: what our code sent without its
 * province, with the stack of who did.
 */
export function watchProvinces(pool: pg.Pool): { troubles(): readonly string[] } {
  const found = new Map<string, string>()
  const look = (query: unknown): void => {
    const text = typeof query === 'string' ? query : (query as { text?: string })?.text
    if (text === undefined || good.has(text)) return
    const trouble = exceptionOf(text) || migrating.has(text) ? null : provinceTrouble(text)
    if (trouble === null) good.add(text)
    else {
      const { stackTraceLimit } = Error
      Error.stackTraceLimit = 60
      const stack = new Error().stack ?? ''
      Error.stackTraceLimit = stackTraceLimit
      if (!byTest(stack)) found.set(text, `${trouble}\n${text}\n${stack}`)
    }
  }
  const connect = pool.connect.bind(pool) as (callback?: never) => Promise<pg.PoolClient>
  const direct = pool.query.bind(pool) as (...given: unknown[]) => unknown
  Object.assign(pool, {
    query(...given: unknown[]) {
      look(given[0])
      return direct(...given)
    },
    // `pool.query` takes its connections by the other form, with a callback.
    connect: (callback?: never) => (callback ? connect(callback) : connect().then(watched)),
  })
  /** The client, watched until it goes back to the pool. */
  function watched(client: pg.PoolClient): pg.PoolClient {
    const { query, release } = client
    return Object.assign(client, {
      query(...given: unknown[]) {
        look(given[0])
        return (query as (...given: unknown[]) => unknown).apply(client, given)
      },
      release(error?: Error | boolean) {
        Object.assign(client, { query })
        release(error)
      },
    })
  }
  return { troubles: () => [...found.values()] }
}

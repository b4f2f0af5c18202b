// Which SQL which function runs: a plug-in for Kysely that compiles every query once more and notes it
// under the function that built it, by the stack at that moment.
import { relative } from 'node:path'
import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely'
import { root } from '../src/config.ts'

/** SQL texts by `file function`, the file from `app/src`. */
export type Recorded = Map<string, Set<string>>

/** Give the plug-in to `withPlugin`; `recorded` fills while the database is used through it. */
export function recorder(): { plugin: KyselyPlugin; recorded: Recorded } {
  const recorded: Recorded = new Map()
  const compiler = new PostgresQueryCompiler()
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const place = builderOf(new Error().stack ?? '')
      if (place) {
        const texts = recorded.get(place) ?? new Set()
        recorded.set(place, texts.add(readable(compiler.compileQuery(node, queryId).sql)))
      }
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { plugin, recorded }
}

/** The innermost named function of ours on the stack. */
function builderOf(stack: string): string | null {
  for (const line of stack.split('\n')) {
    const match = /at (?:async )?(\w+) \((?:file:\/\/)?(\/.*?\/app\/src\/.*?\.ts)/.exec(line)
    // Several questions of others in one statement: theirs.
    if (match?.[2]?.endsWith('database/at-once.ts')) continue
    if (match?.[1] && match[2]) return `${relative(`${root}/app/src`, match[2])} ${match[1]}`
  }
  return null
}

/**
 * One line a clause. Rows and lists of any length are shown with one member, so that the text does not
 * depend on how much there was to write.
 */
function readable(sql: string): string {
  let next = 0
  return sql
    .replace(
      /(\((?:\$\d+|default|null)(?:, (?:\$\d+|default|null))*\))(?:, \((?:\$\d+|default|null)(?:, (?:\$\d+|default|null))*\))+/g,
      '$1',
    )
    .replace(/ in \((\$\d+)(?:, \$\d+)+\)/g, ' in ($1)')
    .replace(/\$\d+/g, () => `$${++next}`)
    .replace(
      / (from|where|and|set|values|order by|group by|limit|returning|on conflict|for update|(?:inner|left) join) /g,
      '\n  $1 ',
    )
    .replace(/ for update$/, '\n  for update')
}

// `giaoban quarantine ID`: puts a spilled document away from everybody at once, tells who read it, and
// later releases or destroys it.
import { type Database, transaction } from '../database/open.ts'
import type { Actor } from '../http/access.ts'
import {
  destroyQuarantined,
  type Incident,
  incidentOf,
  quarantineDocument,
  releaseDocument,
} from '../registers/documents/quarantine.ts'
import { print, tableText } from './output.ts'
import { accountMeant, provinceMeant } from './people.ts'
import { CommandProblem } from './problem.ts'
import type { CliTexts } from './texts.ts'

export interface QuarantineSwitches {
  province?: string
  as?: string
  reason?: string
  release?: boolean
  destroy?: boolean
  show?: boolean
  json?: boolean
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** `given` is the document's id, or the address of its page. Prints the incident sheet. */
export async function quarantineCommand(
  database: Database,
  given: string,
  switches: QuarantineSwitches,
  t: CliTexts,
): Promise<void> {
  const id = uuid.exec(given)?.[0]
  if (!id) throw new CommandProblem(t.quarantine.badId(given), 2)
  if (switches.release && switches.destroy) throw new CommandProblem(t.quarantine.oneOf, 2)
  const province = await provinceMeant(database, switches.province, t)
  const actor = await accountMeant(database, province, switches.as, t)
  const done = switches.show ? null : await act(database, actor, id, switches, t)
  const incident = await incidentOf(database.db, actor, id)
  if (switches.json) return print(`${JSON.stringify(incident, null, 2)}\n`)
  await print(`${done === null ? '' : `${done}\n\n`}${sheet(incident, t)}`)
}

/** Does what the switches say; returns what to tell. */
async function act(
  database: Database,
  actor: Actor,
  id: string,
  { reason, release, destroy }: QuarantineSwitches,
  t: CliTexts,
): Promise<string> {
  const why = reason?.trim()
  if (!why) throw new CommandProblem(t.quarantine.noReason, 2)
  await transaction(database, async (tx) => {
    if (destroy) return destroyQuarantined(tx, actor, id, why)
    if (release) return releaseDocument(tx, actor, id, why)
    return quarantineDocument(tx, actor, id, why)
  })
  if (destroy) return t.quarantine.destroyed
  return release ? t.quarantine.released : t.quarantine.placed
}

function sheet(incident: Incident, t: CliTexts): string {
  const words = t.quarantine
  const drawn = Object.entries(incident.entries)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${table} ${count}`)
  const facts = [
    [words.document, incident.documentId],
    [words.status, incident.status],
    [words.added, `${incident.addedAt}  ${incident.addedBy}`],
    [words.level, incident.level],
    [words.drawn, drawn.join(', ') || '–'],
  ]
  const readers = incident.readers.map((one) => [
    one.account ? `${one.account.name} (${one.account.address})` : words.system,
    one.first,
    one.last,
    String(one.times),
    [one.downloaded && words.downloaded, one.exported && words.exported].filter(Boolean).join(', '),
  ])
  const list = readers.length === 0 ? `${words.nobody}\n` : tableText([...words.columns], readers)
  return `${facts.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${words.readers}\n${list}\n${words.beyond}\n`
}

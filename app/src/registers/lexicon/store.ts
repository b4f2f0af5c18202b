// The province's lexicon. What it derives from the indicators and from corrections is never stored.
import { checkLexicon, type ExtensionProblem } from '@giaoban/reader'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { accountNames } from '../documents/source.ts'
import { bodyNames } from '../organisations/names.ts'
import { linesOfBodies } from './bodies.ts'
import type {
  LexiconEntry,
  LexiconProblem,
  LexiconSuggestion,
  NewLexiconEntry,
  PayloadChoice,
} from './contract.ts'
import { correctionsOf } from './corrections.ts'
import {
  classChoices,
  inOrder,
  type LexiconLine,
  lexiconText,
  linesOfIndicators,
  meaningOf,
  suggestionsOf,
} from './lexicon.ts'

/** Entries in use by class and age, what corrections offer, and how many lines the indicators give. */
export async function listLexicon(
  db: Reads,
  actor: Actor,
): Promise<{
  entries: LexiconEntry[]
  suggestions: LexiconSuggestion[]
  classes: { name: string; payloads: PayloadChoice[] }[]
  fromIndicators: number
  fromBodies: number
}> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await entriesIn(db, actor.provinceId, ['active', 'declined'])
  const indicators = await indicatorsOf(db, actor.provinceId)
  const derived = linesOfIndicators(indicators)
  const bodies = linesOfBodies(await bodyNames(db, actor.provinceId), [...derived, ...rows])
  const active = rows.filter((row) => row.state === 'active')
  return {
    entries: await shown(db, actor.provinceId, active),
    suggestions: suggestionsOf(await correctionsOf(db, actor), [...rows, ...derived, ...bodies]),
    classes: classChoices(indicators),
    fromIndicators: derived.length,
    fromBodies: bodies.length,
  }
}

/**
 * The whole lexicon of a province as the reader takes it (`extendLexicon`); empty where it has none.
 * Asked by whoever reads a document of this province.
 */
export async function provinceLexicon(db: Reads, actor: Actor): Promise<string> {
  authorise(actor, 'register.read', actor.provinceId)
  const own = await entriesIn(db, actor.provinceId, ['active'])
  const given = [...linesOfIndicators(await indicatorsOf(db, actor.provinceId)), ...own]
  const lines = [...given, ...linesOfBodies(await bodyNames(db, actor.provinceId), given)]
  return lines.length === 0 ? '' : `${lexiconText(lines)}\n`
}

/**
 * Adds one line. A line that is no line is answered with its problems and not stored; a declined offer
 * is stored so that it is not made again.
 */
export async function addLexiconEntry(
  tx: Tx,
  actor: Actor,
  given: NewLexiconEntry,
): Promise<{ entries: LexiconEntry[]; problems: LexiconProblem[] }> {
  authorise(actor, 'register.edit', actor.provinceId)
  const problems = shownProblems(checkLexicon(lexiconText([given])).problems)
  if (problems.some(({ level }) => level === 'error')) return { entries: [], problems }
  const entries = await insert(tx, actor, [given], {
    state: given.declined ? 'declined' : 'active',
    origin: given.fromCorrection ? 'correction' : 'person',
  })
  return { entries, problems }
}

/** Adds every line of a file, or none where one has a fault or where only a look was asked for. */
export async function addLexiconFile(
  tx: Tx,
  actor: Actor,
  text: string,
  onlyCheck: boolean,
): Promise<{ entries: LexiconEntry[]; problems: LexiconProblem[] }> {
  authorise(actor, 'register.edit', actor.provinceId)
  const { lines, problems } = checkLexicon(text)
  if (onlyCheck || problems.some(({ level }) => level === 'error'))
    return { entries: [], problems: shownProblems(problems) }
  const known = new Set(
    (await entriesIn(tx, actor.provinceId, ['active'])).map((row) => lexiconText([row])),
  )
  // The same file again adds nothing.
  const fresh = lines.filter((line) => !known.has(lexiconText([line])))
  const entries = await insert(tx, actor, fresh, { state: 'active', origin: 'file' })
  return { entries, problems: shownProblems(problems) }
}

/** Takes an entry out of use; documents read before keep what was found. */
export async function withdrawLexiconEntry(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<LexiconEntry> {
  authorise(actor, 'register.edit', actor.provinceId)
  const before = await tx
    .selectFrom('lexicon_entry')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('entry_id', '=', id)
    .where('state', '=', 'active')
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem('notFound')
  const [current] = await shown(tx, actor.provinceId, [before])
  if (before.version !== version || !current) throw new Problem('versionOld', { current })
  await tx
    .updateTable('lexicon_entry')
    .set({ state: 'withdrawn', version: before.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('entry_id', '=', id)
    .execute()
  await writeRecord(tx, actor, {
    action: 'lexicon.withdraw',
    subjectKind: 'lexicon',
    subjectId: id,
    before: lineOf(before),
  })
  return { ...current, version: before.version + 1 }
}

async function insert(
  tx: Tx,
  actor: Actor,
  lines: readonly LexiconLine[],
  how: Pick<Row<'lexicon_entry'>, 'state' | 'origin'>,
): Promise<LexiconEntry[]> {
  const rows: Row<'lexicon_entry'>[] = []
  for (const line of lines) {
    const row = await tx
      .insertInto('lexicon_entry')
      .values({
        province_id: actor.provinceId,
        entry_id: uuidv7(),
        class: line.class,
        payload: line.payload,
        phrases: JSON.stringify(line.phrases),
        added_by: actor.accountId,
        ...how,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await writeRecord(tx, actor, {
      action: how.state === 'declined' ? 'lexicon.decline' : 'lexicon.add',
      subjectKind: 'lexicon',
      subjectId: row.entry_id,
      after: lineOf(row),
    })
    rows.push(row)
  }
  return shown(tx, actor.provinceId, rows)
}

const shownProblems = (problems: readonly ExtensionProblem[]): LexiconProblem[] =>
  inOrder(problems.map((one) => ({ ...one, allowed: [...one.allowed] })))

const lineOf = ({ class: name, payload, phrases }: LexiconLine): LexiconLine => ({
  class: name,
  payload,
  phrases,
})

const entriesIn = (
  db: Reads,
  provinceId: number,
  states: Row<'lexicon_entry'>['state'][],
): Promise<Row<'lexicon_entry'>[]> =>
  db
    .selectFrom('lexicon_entry')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('state', 'in', states)
    .orderBy('class')
    .orderBy('entry_id')
    .execute()

const indicatorsOf = (db: Reads, provinceId: number): Promise<Row<'indicator'>[]> =>
  db
    .selectFrom('indicator')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('quarantined', '=', false)
    .orderBy('code')
    .execute()

async function shown(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'lexicon_entry'>[],
): Promise<LexiconEntry[]> {
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.added_by),
  )
  return rows.map((row) => ({
    id: row.entry_id,
    class: row.class,
    payload: row.payload,
    meaning: meaningOf(row.class, row.payload),
    phrases: row.phrases,
    origin: row.origin,
    addedBy: row.added_by === null ? '' : (names.get(row.added_by) ?? ''),
    addedAt: row.added_at,
    version: row.version,
  }))
}

// `giaoban evaluate`: the reader measured on what people of an office decided, kept as a file or taken
// from the database; a result can be kept and held against the next.

import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { extendLexicon, type Lexicon, read, version as readerVersion } from '@giaoban/reader'
import type { Database } from '../database/open.ts'
import { systemActor } from '../http/access.ts'
import { entryKinds } from '../reading/contract.ts'
import {
  f1,
  type JudgedDocument,
  precision,
  recall,
  type Scores,
  type SetHead,
  scoreDocument,
  worseKinds,
} from '../reading/evaluation.ts'
import { evaluationHead, judgedDocuments } from '../reading/evaluation-set.ts'
import { noteAccess } from '../registers/accesslog/store.ts'
import { print, say, tableText } from './output.ts'
import { provinceMeant } from './people.ts'
import { CommandProblem, fileTrouble, writeTrouble } from './problem.ts'
import { type TeachTexts, teachTexts } from './teach-texts.ts'
import { type CliTexts, cliTexts, type Language } from './texts.ts'

export interface EvaluateSwitches {
  province?: string
  export?: string
  save?: string
  against?: string
  json?: boolean
}

interface Result {
  reader: string
  documents: number
  complete: number
  kinds: Scores
}

/** A set and the database were both named. */
export const setOrDatabase = (language: Language): CommandProblem =>
  new CommandProblem(teachTexts[language].setOrDatabase, 2)

/** Writes the province's set to `given.export`. */
export async function exportCommand(
  database: Database,
  given: EvaluateSwitches & { export: string },
  t: CliTexts,
  language: Language,
): Promise<number> {
  const own = teachTexts[language]
  const province = await provinceMeant(database, given.province, t)
  const actor = systemActor(province.province_id)
  const lines = [JSON.stringify(await evaluationHead(database.db, actor))]
  let judgements = 0
  for await (const document of judgedDocuments(database.db, actor)) {
    judgements += document.judgements.length
    lines.push(JSON.stringify(document))
  }
  if (judgements === 0) {
    say(own.nothingDecided)
    return 1
  }
  await noteAccess(database.db, actor, {
    action: 'export',
    kind: 'document',
    id: null,
    detail: 'giaoban evaluate --export',
  })
  await write(given.export, `${lines.join('\n')}\n`, t)
  await print(`${own.exported(given.export, lines.length - 1, judgements)}\n`)
  return 0
}

/** Measures on the database itself. */
export async function evaluateDatabase(
  database: Database,
  given: EvaluateSwitches,
  t: CliTexts,
  language: Language,
): Promise<number> {
  const province = await provinceMeant(database, given.province, t)
  const actor = systemActor(province.province_id)
  const head = await evaluationHead(database.db, actor)
  return report(await measure(head, judgedDocuments(database.db, actor)), given, language)
}

/** Measures on a set that was exported. */
export async function evaluateFile(
  file: string,
  given: EvaluateSwitches,
  language: Language,
): Promise<number> {
  const lines = documentsIn(file, language)
  const head = (await lines.next()).value as SetHead
  return report(await measure(head, lines as AsyncGenerator<JudgedDocument>), given, language)
}

async function measure(head: SetHead, documents: AsyncIterable<JudgedDocument>): Promise<Result> {
  const lexicon: Lexicon | null = head.lexicon === '' ? null : extendLexicon(head.lexicon)
  const result: Result = { reader: readerVersion, documents: 0, complete: 0, kinds: {} }
  for await (const document of documents) {
    const reading = read(document.text, {
      name: document.name,
      ...(document.date ? { date: document.date } : {}),
      ...(lexicon ? { lexicon } : {}),
    })
    scoreDocument(result.kinds, document, reading)
    result.documents++
    if (document.complete) result.complete++
  }
  return result
}

/** The head of a set, then its documents. */
async function* documentsIn(
  file: string,
  language: Language,
): AsyncGenerator<SetHead | JudgedDocument> {
  const t = teachTexts[language]
  const input = createReadStream(file)
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      yield lineOf(line, number === 1, () => new CommandProblem(t.notASet(file, number)))
    }
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    throw new CommandProblem(`${file}: ${fileTrouble(error, cliTexts[language])}`)
  }
  if (number === 0) throw new CommandProblem(t.notASet(file, 1))
}

function lineOf(line: string, first: boolean, wrong: () => Error): SetHead | JudgedDocument {
  let given: Partial<SetHead & JudgedDocument>
  try {
    given = JSON.parse(line)
  } catch {
    // Not JSON, so not a line of a set.
    throw wrong()
  }
  const right = first
    ? given.format === 'giaoban-evaluation' && typeof given.lexicon === 'string'
    : typeof given.text === 'string' && Array.isArray(given.judgements)
  if (!right) throw wrong()
  return given as SetHead | JudgedDocument
}

/** Prints, keeps, compares. Resolves to 1 where something is worse than before. */
async function report(
  result: Result,
  given: EvaluateSwitches,
  language: Language,
): Promise<number> {
  const t = teachTexts[language]
  if (result.documents === 0) {
    say(t.nothingDecided)
    return 1
  }
  if (given.json) await print(`${JSON.stringify(result, null, 2)}\n`)
  else await print(`${t.measured(result.documents, result.complete)}\n\n${table(result, t)}`)
  const before = given.against === undefined ? null : await resultIn(given.against, language)
  if (given.save !== undefined) {
    await write(given.save, `${JSON.stringify(result, null, 2)}\n`, cliTexts[language])
    say(t.saved(given.save))
  }
  if (!before) return 0
  const worse = worseKinds(before.kinds, result.kinds)
  say(worse.length > 0 ? t.worse(worse.join(', ')) : t.notWorse)
  return worse.length > 0 ? 1 : 0
}

function table({ kinds }: Result, t: TeachTexts): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  const rows = entryKinds.flatMap((kind) => {
    const score = kinds[kind]
    if (!score) return []
    return [
      [
        kind,
        String(score.confirmed),
        String(score.found),
        String(score.wrong),
        precision(score).toFixed(3),
        recall(score).toFixed(3),
        f1(score).toFixed(3),
        share(score.exact, score.found),
        share(score.fieldsRight, score.fields),
      ],
    ]
  })
  const { columns: c } = t
  const head = [c.kind, c.confirmed, c.found, c.wrong, c.precision, c.recall, 'F1', c.exact]
  return tableText([...head, c.fields], rows)
}

async function resultIn(file: string, language: Language): Promise<Result> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new CommandProblem(`${file}: ${fileTrouble(error, cliTexts[language])}`)
  }
  try {
    const given = JSON.parse(text) as Result
    if (typeof given.kinds === 'object' && given.kinds !== null) return given
  } catch {
    // No JSON: the same as any other file that is no result.
  }
  throw new CommandProblem(teachTexts[language].notAResult(file))
}

async function write(file: string, content: string, t: CliTexts): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 })
  } catch (error) {
    throw new CommandProblem(`${file}: ${writeTrouble(error, t) ?? (error as Error).message}`)
  }
}

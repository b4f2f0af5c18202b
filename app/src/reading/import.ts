// One file on its way in: recognised by its bytes, turned into text in a child process, read, and
// only then written, all in one transaction. Used by the upload, the command line and the sample.
import { type Database, transaction } from '../database/open.ts'
import type { Level, Reads, Tx } from '../database/tables.ts'
import { type Actor, authorise, homeOf } from '../http/access.ts'
import { scanFormat } from '../office/detect.ts'
import type { Extracted, Failure } from '../office/extracted.ts'
import { parseDocument, TooManyFiles } from '../office/parse.ts'
import { failureText } from '../office/texts.ts'
import { Problem } from '../problem.ts'
import { type Markable, type SecrecyMark, secrecyMark } from '../registers/documents/secrecy.ts'
import {
  addDocument,
  authoriseAdding,
  declareAgain,
  findSameBytes,
  getDocument,
  getDocumentText,
  holdDocument,
  isQuarantined,
  recordRefusal,
  sha256Of,
} from '../registers/documents/store.ts'
import { provinceLexicon } from '../registers/lexicon/store.ts'
import { ReadingTooSlow, readApart } from './apart.ts'
import type { FoundInText } from './found.ts'
import { propose } from './propose.ts'

export interface Incoming {
  bytes: Uint8Array
  fileName: string
  title?: string | undefined
  /** The document's date `YYYY-MM-DD` where the person knows it. */
  date: string | null
  level?: Level | undefined
  organisationId?: string | null | undefined
  /** The matter whose dossier it goes into; `organisationId` is its body then. */
  matterId?: string | undefined
  /**
   * What a scan of paper, or a photograph, says where that is known: kept as its text. Empty: it is kept as a
   * picture, of which nothing is read. Left out: it is refused.
   */
  textOfScan?: string | undefined
}

/**
 * Prepares a file outside any transaction (parsing may take seconds) and returns what writes it.
 * `fileRefused` with the reason in both languages where it cannot be read; `stateSecret` where it bears
 * a mark of state secrecy: nothing of it is written then, and the refusal is on record. Whoever calls
 * this has the person's declaration that it holds no state secrets.
 */
export async function importDocument(
  database: Database,
  actor: Actor,
  given: Incoming,
): Promise<(tx: Tx) => Promise<{ id: string; already: boolean }>> {
  const organisationId = homeOf(actor, 'document.add', given.organisationId)
  const { db } = database
  await authoriseAdding(db, actor, organisationId, given.matterId)
  const names = { fileName: given.fileName, titles: [given.title] }
  await refuseSecrets(database, actor, { ...names, text: '', margins: [] })
  const sha256 = sha256Of(given.bytes)
  if (await isQuarantined(db, actor, sha256)) {
    await refuse(database, actor, { rule: 'quarantined', where: 'bytes' })
  }
  const same = await findSameBytes(db, actor, sha256, organisationId, given.matterId)
  if (same) {
    return async (tx) => {
      await declareAgain(tx, actor, same)
      return { id: same, already: true }
    }
  }
  const extracted = await extract(database, actor, given)
  const lexicon = await provinceLexicon(db, actor)
  const reading = await readOne(extracted.text, given.fileName, given.date, lexicon)
  return async (tx) => {
    const added = await addDocument(tx, actor, {
      ...given,
      organisationId,
      date: given.date ?? reading.document.date?.iso ?? null,
      extracted: {
        format: extracted.format,
        title: extracted.title,
        text: extracted.text,
        blocks: extracted.blocks ?? [],
        warnings: extracted.warnings ?? [],
      },
    })
    if (!added.already) await propose(tx, actor, added.id, 1, reading)
    return added
  }
}

/**
 * The text of a file that is not kept, past the same refusals as one that is: `stateSecret` where it bears a
 * mark of state secrecy, `fileRefused` where it cannot be read.
 */
export async function readWithoutKeeping(
  database: Database,
  actor: Actor,
  given: Pick<Incoming, 'bytes' | 'fileName'>,
): Promise<string> {
  authorise(actor, 'session.own', actor.provinceId)
  await refuseSecrets(database, actor, {
    fileName: given.fileName,
    titles: [],
    text: '',
    margins: [],
  })
  return (await extract(database, actor, given)).text
}

/** The text of a file, once no mark of state secrecy was found in it. */
async function extract(
  database: Database,
  actor: Actor,
  given: Pick<Incoming, 'bytes' | 'fileName' | 'title' | 'textOfScan'>,
): Promise<Extracted> {
  const parsed = await parseDocument(given.bytes, given.fileName).catch((error: unknown) => {
    throw error instanceof TooManyFiles ? new Problem('busy') : error
  })
  const extracted = 'code' in parsed ? scanned(parsed, given) : parsed
  const { title, text, margins = [] } = extracted
  await refuseSecrets(database, actor, {
    ...{ fileName: given.fileName, titles: [given.title, title], text, margins },
  })
  return extracted
}

/** A scan has the text that is known of it; everything else that cannot be read is refused. */
function scanned(
  failure: Failure,
  { bytes, textOfScan: text }: Pick<Incoming, 'bytes' | 'textOfScan'>,
): Extracted {
  const format = scanFormat(bytes)
  if (failure.code !== 'scanned' || text === undefined || !format) throw refusal(failure)
  return { format, text, blocks: [], warnings: text === '' ? [{ code: 'pagesWithoutText' }] : [] }
}

/** Refuses a file by its name alone, before any of its bytes come in. */
export const refuseName = (database: Database, actor: Actor, fileName: string): Promise<void> =>
  refuseSecrets(database, actor, { fileName, titles: [], text: '', margins: [] })

/** Nothing was written yet; of a refused file nothing ever is. */
async function refuseSecrets(database: Database, actor: Actor, given: Markable): Promise<void> {
  const mark = secrecyMark(given)
  if (mark) await refuse(database, actor, mark)
}

async function refuse(database: Database, actor: Actor, mark: SecrecyMark): Promise<never> {
  await transaction(database, (tx) => recordRefusal(tx, actor, mark))
  throw new Problem('stateSecret', { ...mark })
}

/**
 * Prepares reading a document again with the present reader, outside any transaction, and returns
 * what writes the new proposals.
 */
export async function readAgain(
  db: Reads,
  actor: Actor,
  documentId: string,
): Promise<(tx: Tx) => Promise<number>> {
  const document = await getDocument(db, actor, documentId)
  authorise(actor, 'document.edit', actor.provinceId, document.organisation?.id ?? null)
  const { text, textVersion } = await getDocumentText(db, actor, documentId)
  const lexicon = await provinceLexicon(db, actor)
  const reading = await readOne(text, document.fileName, document.date, lexicon)
  return async (tx) => {
    await holdDocument(tx, actor, documentId)
    return propose(tx, actor, documentId, textVersion, reading)
  }
}

/** Reads a text apart from this thread; a text that takes too long is refused in people's words. */
export async function readOne(
  text: string,
  name: string,
  date: string | null,
  lexicon: string,
  trace = false,
): Promise<FoundInText> {
  try {
    return await readApart(text, name, date, lexicon, trace)
  } catch (error) {
    if (!(error instanceof ReadingTooSlow)) throw error
    throw refusal({ code: 'tooSlow', details: { seconds: error.seconds } })
  }
}

/** The reason in both languages: the server answers in the user's. */
const refusal = (failure: Failure): Problem =>
  new Problem('fileRefused', {
    reason: failure.code,
    messageVi: failureText('vi', failure),
    messageEn: failureText('en', failure),
  })

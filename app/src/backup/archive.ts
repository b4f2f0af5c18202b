// The backup file: one line that names it, then a gzip stream of frames. A frame is one letter, the
// length of its content (4 bytes, big-endian) and the content:
//   H header (JSON) · T a table begins (JSON) · D its rows (COPY text) · E it ends (JSON) · Z the end (JSON)
// E holds the SHA-256 of the table's rows, Z that of all frames before it: a file that was cut or
// altered anywhere is refused before anything is touched.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const magic = Buffer.from('giaoban-backup 1\n')

export interface Header {
  /** Version of the product that made it. */
  product: string
  madeAt: string
  /** The schema: names and hashes of the migrations that had run. */
  migrations: { name: string; sha256: string }[]
}

export interface TableHead {
  name: string
  columns: string[]
}

export interface TableEnd {
  rows: number
  sha256: string
}

/** Not a backup, cut short, or altered. Nothing was touched. */
export class DamagedBackup extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'DamagedBackup'
  }
}

export type Frame =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: TableHead }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; end: TableEnd }

/** What a table's rows are, as they stream by: COPY text has one line a row. */
export class RowCount {
  rows = 0
  private readonly hash: Hash = createHash('sha256')

  add(bytes: Buffer): void {
    this.hash.update(bytes)
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.rows++
  }

  end(): TableEnd {
    return { rows: this.rows, sha256: this.hash.digest('hex') }
  }
}

function frame(letter: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(letter, 0, 'latin1')
  head.writeUInt32BE(content.length, 1)
  return Buffer.concat([head, content])
}

const jsonFrame = (letter: string, value: unknown): Buffer =>
  frame(letter, Buffer.from(JSON.stringify(value)))

/**
 * Writes `file` whole or not at all: beside its place first, on disk, then renamed. `frames` yields
 * the header and the tables; their ends and the end of the file are made here.
 */
export async function writeArchive(
  file: string,
  frames: AsyncIterable<Exclude<Frame, { kind: 'end' }> | { kind: 'end' }>,
): Promise<Map<string, TableEnd>> {
  // Named by the process: two backups to the same file must not write into one another.
  const half = `${file}.${process.pid}.new`
  await removeLeftovers(file)
  const ends = new Map<string, TableEnd>()
  try {
    const target = createWriteStream(half, { mode: 0o600 })
    await pipeline(Readable.from(encoded(frames, ends)), createGzip({ level: 4 }), named(), target)
    const handle = await open(half, 'r+')
    await handle.sync()
    await handle.close()
    await rename(half, file)
    await syncFolder(dirname(file))
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  return ends
}

/** What killed backups to the same file left: halves of processes that are gone. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file)
  const start = `${basename(file)}.`
  for (const name of await readdir(folder)) {
    const pid = Number(/^(\d+)\.new$/.exec(name.slice(start.length))?.[1])
    if (!name.startsWith(start) || !pid || isAlive(pid)) continue
    await rm(join(folder, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** The new name itself has to survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Puts the name of the format before the compressed stream. */
function named(): Transform {
  let first = true
  return new Transform({
    transform(chunk, _encoding, done) {
      if (first) this.push(magic)
      first = false
      done(null, chunk)
    },
  })
}

async function* encoded(
  frames: AsyncIterable<Exclude<Frame, { kind: 'end' }> | { kind: 'end' }>,
  ends: Map<string, TableEnd>,
): AsyncGenerator<Buffer> {
  const whole = createHash('sha256')
  let table = ''
  let count = new RowCount()
  for await (const one of frames) {
    let bytes: Buffer
    if (one.kind === 'header') bytes = jsonFrame('H', one.header)
    else if (one.kind === 'table') {
      table = one.table.name
      count = new RowCount()
      bytes = jsonFrame('T', one.table)
    } else if (one.kind === 'rows') {
      count.add(one.bytes)
      bytes = frame('D', one.bytes)
    } else {
      const end = count.end()
      ends.set(table, end)
      bytes = jsonFrame('E', end)
    }
    whole.update(bytes)
    yield bytes
  }
  yield jsonFrame('Z', { sha256: whole.digest('hex'), tables: ends.size })
}

/** The frames of a file, checked as they come; `DamagedBackup` at the first that is not as written. */
export async function* readArchive(file: string): AsyncGenerator<Frame> {
  await checkName(file)
  const source = createReadStream(file, { start: magic.length })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const whole = createHash('sha256')
  let count = new RowCount()
  let tables = 0
  let ended = false
  try {
    for await (const { letter, content } of framesIn(source.pipe(gunzip))) {
      if (ended) throw new DamagedBackup('bytes behind the end')
      if (letter === 'Z') {
        const { sha256, tables: wanted } = JSON.parse(content.toString())
        if (sha256 !== whole.digest('hex') || wanted !== tables) throw new DamagedBackup('altered')
        ended = true
        continue
      }
      whole.update(frame(letter, content))
      if (letter === 'H') yield { kind: 'header', header: JSON.parse(content.toString()) }
      else if (letter === 'T') {
        count = new RowCount()
        yield { kind: 'table', table: JSON.parse(content.toString()) }
      } else if (letter === 'D') {
        count.add(content)
        yield { kind: 'rows', bytes: content }
      } else if (letter === 'E') {
        const end = JSON.parse(content.toString()) as TableEnd
        const own = count.end()
        if (own.sha256 !== end.sha256 || own.rows !== end.rows) throw new DamagedBackup('altered')
        tables++
        yield { kind: 'end', end }
      } else throw new DamagedBackup(`unknown part "${letter}"`)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code.startsWith('Z_')) throw new DamagedBackup((error as Error).message)
    if (error instanceof SyntaxError) throw new DamagedBackup('altered')
    throw error
  } finally {
    source.destroy()
  }
  if (!ended) throw new DamagedBackup('cut short')
}

async function checkName(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    if (bytesRead < magic.length || !buffer.equals(magic)) throw new DamagedBackup('not a backup')
  } finally {
    await handle.close()
  }
}

/** Longest part we write is a COPY chunk; a length beyond this is no length. */
const longest = 1 << 30

async function* framesIn(
  stream: AsyncIterable<Buffer>,
): AsyncGenerator<{ letter: string; content: Buffer }> {
  let pending: Buffer[] = []
  let size = 0
  const take = (length: number): Buffer => {
    const all = pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending)
    pending = [all.subarray(length)]
    size = all.length - length
    return all.subarray(0, length)
  }
  let need = 5
  let letter = ''
  for await (const chunk of stream) {
    pending.push(chunk)
    size += chunk.length
    while (size >= need) {
      const bytes = take(need)
      if (letter === '') {
        letter = bytes.toString('latin1', 0, 1)
        need = bytes.readUInt32BE(1)
        if (need > longest) throw new DamagedBackup('altered')
      } else {
        yield { letter, content: bytes }
        letter = ''
        need = 5
      }
    }
  }
  if (size > 0 || letter !== '') throw new DamagedBackup('cut short')
}

/** Reads the whole file once: header and what each table holds. */
export async function checkArchive(
  file: string,
): Promise<{ header: Header; tables: Map<string, TableEnd> }> {
  let header: Header | null = null
  let table = ''
  const tables = new Map<string, TableEnd>()
  for await (const one of readArchive(file)) {
    if (one.kind === 'header') header = one.header
    else if (one.kind === 'table') table = one.table.name
    else if (one.kind === 'end') tables.set(table, one.end)
  }
  if (!header) throw new DamagedBackup('no header')
  return { header, tables }
}

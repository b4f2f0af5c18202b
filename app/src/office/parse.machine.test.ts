// The child process: its limits hold, nothing of it is left behind, and a few run at a time.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseDocument } from './parse.ts'

const usualFolder = process.env.TMPDIR
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'giaoban-test-'))
  process.env.TMPDIR = folder
})

afterAll(() => {
  if (usualFolder === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usualFolder
  rmSync(folder, { recursive: true })
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The children of this process that read files, zombies among them. */
const childrenNow = (): string[] =>
  execFileSync('ps', ['-eo', 'ppid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim().startsWith(`${process.pid} `) && /parse-child|defunct/.test(line))

const word = (document: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    ...more,
  })

/** A zip whose directory says that `name` unpacks to `claimed` bytes, whatever is in it. */
function lyingZip(name: string, packed: Uint8Array, claimed: number): Uint8Array {
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claimed, 24)
  central.writeUInt16LE(name.length, 28)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return new Uint8Array(
    Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]),
  )
}

const zeros = deflateRawSync(Buffer.alloc(512 * 1024 * 1024))

test.each([
  [
    'a zip bomb',
    () => word('<w:document/>', { 'word/media/a.bin': new Uint8Array(130 * 1024 * 1024) }),
    'zipBomb',
  ],
  [
    'a zip bomb that lies about its size',
    () => lyingZip('word/document.xml', zeros, 1000),
    'broken',
  ],
  [
    'too many entries',
    () =>
      word(
        '<w:document/>',
        Object.fromEntries(
          Array.from({ length: 6000 }, (_, at) => [`word/media/${at}`, new Uint8Array(1)]),
        ),
      ),
    'zipBomb',
  ],
  [
    'entities that grow',
    () =>
      word(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    'unsafe',
  ],
  [
    'elements without end',
    () => word(`<w:document><w:body>${'<w:sdt>'.repeat(100_000)}</w:body></w:document>`),
    'tooDeep',
  ],
  ['half a .docx', () => word('<w:document>').slice(0, 150), 'broken'],
  ['a page of a million open tags', () => utf8(`<html>${'<b>'.repeat(1_000_000)}`), 'tooDeep'],
])('%s is refused by name', { timeout: 120_000 }, async (_name, make, code) => {
  expect(await parseDocument(make(), 'a.docx')).toMatchObject({ code })
  expect(readdirSync(folder)).toEqual([])
})

test('a child that takes too long is ended, with what it started and wrote', async () => {
  const slow = utf8(`<html>${'<p>chữ <i>nghiêng</i></p>'.repeat(600_000)}`)
  const limits = { seconds: 1, megabytes: 4000 }
  expect(await parseDocument(slow, 'a.html', limits)).toEqual({
    code: 'tooSlow',
    details: { seconds: 1 },
  })
  expect(readdirSync(folder)).toEqual([])
  expect(childrenNow()).toEqual([])
})

test('a child that takes too much memory is ended', async () => {
  const large = utf8(`<html>${'<p>chữ <i>nghiêng</i></p>'.repeat(600_000)}`)
  const failed = await parseDocument(large, 'a.html', { seconds: 60, megabytes: 700 })
  expect(failed).toEqual({ code: 'tooMuchMemory' })
  expect(readdirSync(folder)).toEqual([])
})

test('many files at once wait their turn, and all are read', async () => {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, childrenNow().length)
  }, 40)
  const texts = Array.from({ length: 12 }, (_, at) => `Thu đạt ${at} tỷ đồng.`)
  const read = await Promise.all(texts.map((text) => parseDocument(utf8(text), 'a.txt')))
  clearInterval(watch)
  expect(read.map((one) => 'text' in one && one.text)).toEqual(texts)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(4)
  expect(childrenNow()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('more than can wait are refused, the others are read', async () => {
  const asked = Array.from({ length: 70 }, () => parseDocument(utf8('Thu đạt 5 tỷ.'), 'a.txt'))
  const answers = await Promise.allSettled(asked)
  const refused = answers.filter((one) => one.status === 'rejected')
  expect(refused.length).toBeGreaterThanOrEqual(16)
  expect(refused.length).toBeLessThan(20)
}, 120_000)

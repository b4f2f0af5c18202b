// Encodings before Unicode: the tests encode texts themselves, with tables turned around, and find the
// same findings, each at the place where it stands in what was given.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  decodeBytes,
  decodeLegacy,
  type LegacyEncoding,
  normalise,
  originalOffset,
  read,
  repairEncoding,
} from '../src/index.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const texts = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(join(samples, name), 'utf8').normalize('NFC')] as const)

/** Every string of one or two Latin-1 signs that decodes to one letter, by that letter. */
function encoder(encoding: LegacyEncoding): Map<string, string> {
  const signs = Array.from({ length: 255 - 0x20 }, (_, at) => String.fromCharCode(0x21 + at))
  const table = new Map<string, string>()
  const put = (code: string): void => {
    const { text } = decodeLegacy(code, encoding)
    if (text.length === 1 && text !== code && !table.has(text)) table.set(text, code)
  }
  for (const one of signs) put(one)
  for (const one of signs) for (const two of signs) put(one + two)
  return table
}

function encode(text: string, encoding: LegacyEncoding): string {
  const table = encoder(encoding)
  // Toned capitals have no code in TCVN3: a font of capitals shows the small letter.
  const plain = encoding === 'tcvn3' ? text.toLowerCase() : text
  return [...plain.replace(/[–—−]/g, '-').replace(/[“”]/g, '"')]
    .map((letter) => table.get(letter) ?? letter)
    .join('')
}

const readable = (text: string, encoding: LegacyEncoding): string => {
  const same = text.replace(/[–—−]/g, '-').replace(/[“”]/g, '"')
  return encoding === 'tcvn3' ? same.toLowerCase() : same
}

describe.each(['tcvn3', 'vni', 'windows-1258'] as const)('%s', (encoding) => {
  it.each(texts)('%s is read as if it had been written in Unicode', (_name, text) => {
    const old = encode(text, encoding)
    expect(old).not.toBe(text)
    const wanted = read(readable(text, encoding))
    const found = read(old, { withText: true })
    expect(found.text.content).toBe(readable(text, encoding))
    expect(found.findings).toEqual(wanted.findings)
    const normal = normalise(old)
    for (const { start, end, quote } of found.findings) {
      const there = old.slice(originalOffset(normal, start), originalOffset(normal, end))
      expect(decodeLegacy(there, encoding).text.normalize('NFC')).toBe(quote)
    }
  })

  it('is found in bytes', () => {
    const [, text = ''] = texts[0] ?? []
    const old = encode(text, encoding)
    const decoded = decodeBytes(Uint8Array.from(old, (letter) => letter.charCodeAt(0)))
    expect(decoded).toEqual({ text: readable(text, encoding), encoding })
  })
})

it('reads a paragraph in TCVN3 between paragraphs in Unicode', () => {
  const text = 'Ủy ban nhân dân tỉnh báo cáo.\nUû ban nh©n d©n tØnh ®· häp.\nHội nghị kết luận.'
  expect(normalise(text).text).toBe(
    'Ủy ban nhân dân tỉnh báo cáo.\nUỷ ban nhân dân tỉnh đã họp.\nHội nghị kết luận.',
  )
})

it('shows the small letters of a font of capitals as capitals', () => {
  expect(decodeLegacy('ñy ban nh©n d©n', 'tcvn3', true).text).toBe('ỦY BAN NHÂN DÂN')
})

const others = [
  'L’élève français a été reçu à l’Académie; où êtes-vous? Noël, naïf, «cœur».',
  'Die Übergrößen für Mädchen sind schön; über Äpfel und Öl in Köln.',
  'El niño soñó con el pingüino español. Mañana será otro día.',
  'Copyright © 2020 ABC® Inc. All rights reserved · Terms · Privacy «Help».',
  'Blåbærsyltetøy på ærlig norsk; Åse og Øystein drar til Tromsø.',
  'Temperature 25 °C ± 2, area 3 m², µm, ½ cup, ¾ litre, § 5, ¶ 2.',
  'Hội nghị «giao ban» của tỉnh® © 2024 · trang 2 · số ½.',
  'inter\u00adnational co\u00adoperation of the two coun\u00adtries',
  'São Paulo, Côte d’Ivoire, Malmö, Zürich, Curaçao, Reykjavík',
]

it.each(others)('leaves %j as it is', (text) => {
  expect(repairEncoding(text)).toBeNull()
  expect(normalise(`${text}\n`.repeat(30)).text).toBe(`${text}\n`.repeat(30))
})

it.each(texts)('leaves %s as it is, composed or not', (_name, text) => {
  expect(repairEncoding(text)).toBeNull()
  expect(normalise(text.normalize('NFD')).text).toBe(text)
})

it('knows UTF-16 by its mark', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Hội nghị', 'utf16le')])
  expect(decodeBytes(bytes)).toEqual({ text: 'Hội nghị', encoding: 'utf-16le' })
})

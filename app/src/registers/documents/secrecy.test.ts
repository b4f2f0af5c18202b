// Recall and false refusals of the secrecy detector, on our own set.
import { expect, test } from 'vitest'
import { reports, samplesOf } from '../../../test/secrecy/set.ts'
import { secrecyMark } from './secrecy.ts'

const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`

function measure(name: string, file: string, wanted: boolean): string[] {
  const samples = samplesOf(file, 8)
  const wrong = samples.filter(({ document }) => (secrecyMark(document) !== null) !== wanted)
  const forms = new Set(samples.map((one) => one.form)).size
  process.stdout.write(
    `secrecy, ${name}: ${forms} forms, ${samples.length} samples, ${wrong.length} wrong (${percent(wrong.length, samples.length)}); bound by the rule of three, forms: ${percent(3, forms)}\n`,
  )
  return [...new Set(wrong.map((one) => one.form))]
}

test('every mark is found', () => {
  expect(measure('stamped', 'stamped.txt', true)).toEqual([])
  expect(measure('stamped, unseen', 'stamped-unseen.txt', true)).toEqual([])
  expect(measure('stamped, third', 'stamped-third.txt', true)).toEqual([])
})

test('words about secrecy are no mark', () => {
  expect(measure('innocent', 'innocent.txt', false)).toEqual([])
  expect(measure('innocent, unseen', 'innocent-unseen.txt', false)).toEqual([])
  expect(measure('innocent, third', 'innocent-third.txt', false)).toEqual([])
})

test('no report of ours is refused', () => {
  const refused = [...reports].filter(([fileName, text]) =>
    secrecyMark({ fileName, titles: [], text, margins: text.split('\n') }),
  )
  expect(reports.size).toBeGreaterThan(50)
  expect(refused.map(([name]) => name)).toEqual([])
})

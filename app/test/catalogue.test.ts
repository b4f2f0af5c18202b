// The page of codes says what the data says, and the codes are usable names.
import { readFileSync } from 'node:fs'
import { indicatorCatalogue, topicCatalogue } from '@giaoban/reader'
import { expect, test } from 'vitest'
import { accessPath, accessText } from '../../docs/access.ts'
import { cataloguePath, catalogueText } from '../../docs/catalogue.ts'

test('docs/catalogue.md is what the data makes', () => {
  expect(readFileSync(cataloguePath, 'utf8')).toBe(catalogueText())
})

test('docs/access.md is what the policy makes', () => {
  expect(readFileSync(accessPath, 'utf8')).toBe(accessText())
})

test.each([
  ['indicators', indicatorCatalogue],
  ['topics', topicCatalogue],
])('codes of %s are unique and in snake_case', (_, catalogue) => {
  const codes = catalogue.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter((code) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(code))).toEqual([])
})

import { expect, test } from 'vitest'
import { asksOf } from './asks.ts'
import { capabilitiesOf } from './capabilities.ts'
import { matched } from './screen-files.ts'

test('an address is of one screen, with its parameters', () => {
  expect(matched('/documents/:id/review', '/documents/7/review')).toEqual({ id: '7' })
  expect(matched('/documents/:id', '/documents/7')).toEqual({ id: '7' })
  expect(matched('/documents', '/documents')).toEqual({})
  for (const path of ['/documents', '/documents/', '/documents/7/review', '/indicators/7']) {
    expect(matched('/documents/:id', path), path).toBeNull()
  }
})

test('what a screen asks is asked only for who may', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  const may = (...actions: string[]) => capabilitiesOf(actions)
  expect(asksOf('/reports', may(), now)).toEqual([])
  expect(asksOf('/reports', may('report.read'), now)).toEqual(['/api/report-slots?year=2026'])
  expect(asksOf('/projects/7', may(), now)).toEqual(['/api/projects/7?year=2026'])
  expect(asksOf('/documents/7', may())).toEqual([
    '/api/documents/7',
    '/api/documents/7/text',
    '/api/documents/7/findings',
  ])
  expect(asksOf('/accounts', may())).toEqual([])
})

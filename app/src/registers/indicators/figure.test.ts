import { expect, test } from 'vitest'
import { reportedIsNewer } from './figure.ts'

test('what units report goes before what a document says of an earlier period, or of none', () => {
  const reported = { periodTo: '2027-09-30' }
  const said = (to: string | null) => ({ period: { to } })
  expect(reportedIsNewer(reported, null)).toBe(true)
  expect(reportedIsNewer(reported, said('2027-06-30'))).toBe(true)
  expect(reportedIsNewer(reported, { period: null })).toBe(true)
  expect(reportedIsNewer(reported, said('2027-09-30'))).toBe(false)
  expect(reportedIsNewer(reported, said('2027-12-31'))).toBe(false)
  expect(reportedIsNewer(null, null)).toBe(false)
})

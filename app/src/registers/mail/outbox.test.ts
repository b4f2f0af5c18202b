import { expect, test } from 'vitest'
import { isMailAddress, mailAddress, titleTravels } from './notification.ts'
import { distance, fateOf } from './outbox.ts'

test.each([
  [
    'the text was on its way and no answer came',
    { code: 'ECONNECTION', command: 'CONN' },
    true,
    'doubtful',
  ],
  ['the same before that', { code: 'ECONNECTION', command: 'CONN' }, false, 'trouble'],
  ['the text refused', { responseCode: 554, command: 'DATA' }, true, 'refused'],
  ['the text put off', { responseCode: 451, command: 'DATA' }, true, 'later'],
  ['the recipient refused', { responseCode: 550, command: 'RCPT TO' }, false, 'refused'],
  ['the recipient put off', { responseCode: 450, command: 'RCPT TO' }, false, 'later'],
  ['the server closes for all', { responseCode: 421, command: 'RCPT TO' }, false, 'trouble'],
  [
    'we ourselves refused',
    { responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' },
    false,
    'trouble',
  ],
  ['our address refused', { responseCode: 550, command: 'MAIL FROM' }, false, 'trouble'],
  ['an address that is none', { code: 'EENVELOPE', command: 'API' }, false, 'refused'],
])('%s', (_, failure, begun, kind) => {
  expect(fateOf({ message: 'x', ...failure }, begun).kind).toBe(kind)
})

test('ever further apart, at most an hour', () => {
  expect([1, 2, 3, 7, 8, 4000].map((n) => distance(n) / 60_000)).toEqual([1, 2, 4, 60, 60, 60])
})

test.each([
  ['a@b.vn', true],
  ['bí.thư@tỉnh.vn', true],
  ['quantri@sonha', false],
  ['a@b..vn', false],
  ['a@b.vn, c@d.vn', false],
  ['a@b.vn\r\nBcc: c@d.vn', false],
  ['An <a@b.vn>', false],
])('%s is an address that mail can reach: %s', (text, is) => {
  expect(isMailAddress(text)).toBe(is)
})

test('mail goes to the person, else to the sign-in address, else nowhere', () => {
  expect(mailAddress('quantri@sonha', ' an@tinh.vn ')).toBe('an@tinh.vn')
  expect(mailAddress('an@tinh.vn', 'không có')).toBe('an@tinh.vn')
  expect(mailAddress('quantri@sonha', null)).toBeNull()
})

test('titles of the office’s level, of personnel, or of no level stay here', () => {
  expect(titleTravels(['participants', 'internal'], false)).toBe(true)
  expect(titleTravels(['participants', 'office'], false)).toBe(false)
  expect(titleTravels(['internal'], true)).toBe(false)
  expect(titleTravels([null], false)).toBe(false)
})

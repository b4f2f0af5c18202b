// Against the vectors of RFC 6238 (appendix B, SHA-1), and sealed secrets against another key or account.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeAt, forTheApp, newSecret, sealed, stepOfCode, unsealed } from './factorsecret.ts'

const secret = Buffer.from('12345678901234567890')

// The RFC gives eight digits; six are their end.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds it is %s', (seconds, code) => {
  expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  expect(codeAt(forTheApp(secret, 'x').secret, seconds * 1000)).toBe(code)
})

test('a code counts for its own step and the one before and after, not further', () => {
  const at = (offset: number) => stepOfCode(secret, '005924', (1_234_567_890 + offset) * 1000)
  expect([at(-30), at(0), at(30)]).toEqual([41152263, 41152263, 41152263])
  expect([at(-60), at(60)]).toEqual([null, null])
  expect(stepOfCode(secret, '005 924', 1_234_567_890_000)).toBe(41152263)
  for (const wrong of ['', '00592', '0059240', 'abcdef', '005925']) {
    expect(stepOfCode(secret, wrong, 1_234_567_890_000)).toBeNull()
  }
})

test('what the app scans names the system and the account', () => {
  const { uri, secret: typed } = forTheApp(secret, 'vanphong@sonha')
  expect(uri).toMatch(/^otpauth:\/\/totp\/Giao%20Ban:vanphong%40sonha\?/)
  expect(new URL(uri).searchParams.get('secret')).toBe(typed)
  expect(typed).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})

test('a sealed secret opens with its key, for its account, unchanged', () => {
  const key = randomBytes(32)
  const one = newSecret()
  const stored = sealed(key, 'a', one)
  expect(unsealed(key, 'a', stored)).toEqual(one)
  expect(stored.includes(one)).toBe(false)
  expect(sealed(key, 'a', one)).not.toEqual(stored)
  expect(() => unsealed(key, 'b', stored)).toThrow('factorUnreadable')
  expect(() => unsealed(randomBytes(32), 'a', stored)).toThrow('factorUnreadable')
  stored[30] = (stored[30] ?? 0) ^ 1
  expect(() => unsealed(key, 'a', stored)).toThrow('factorUnreadable')
})

import { expect, test } from 'vitest'
import { cellText } from './HeldCell.tsx'

const words = {
  roles: { office: 'Văn phòng' },
  deeds: { 'grant.give': 'giao vai trò', list: 'xem danh sách' },
  kinds: { account: 'Tài khoản' },
  levels: { internal: 'nội bộ' },
}

test.each([
  ['role', 'office', 'Văn phòng'],
  ['action', 'grant.give', 'giao vai trò'],
  ['action', 'list', 'xem danh sách'],
  ['subject_kind', 'account', 'Tài khoản'],
  ['level', 'internal', 'nội bộ'],
  ['valid_from', '2026-11-26', '26/11/2026'],
  ['at', '2026-11-26T02:06:00.000Z', '26/11/2026 09:06'],
  // A name that happens to be a code, and a code without a word.
  ['name', 'office', 'office'],
  ['action', 'new.deed', 'new.deed'],
  ['seq', 5, '5'],
  ['note', null, '–'],
])('%s %j is shown as %s', (column, value, shown) => {
  expect(cellText(column, value, words)).toBe(shown)
})

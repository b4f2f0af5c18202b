import { expect, test } from 'vitest'
import { byPeriod, matchIndicator, ownCode } from './indicator.ts'

const catalogue = [
  {
    code: 'state_budget_revenue',
    name_vi: 'Tổng thu ngân sách nhà nước',
    name_en: 'State budget revenue',
    synonyms: ['thu NSNN', 'thu ngân sách'],
  },
  { code: 'a', name_vi: 'Số hộ nghèo', name_en: 'Poor households', synonyms: ['hộ nghèo'] },
  { code: 'b', name_vi: 'Số hố nghèo', name_en: 'x', synonyms: [] },
]

test.each([
  ['Tổng thu ngân sách nhà nước', 'state_budget_revenue'],
  ['TONG THU NGAN SACH NHA NUOC', 'state_budget_revenue'],
  ['thu nsnn,', 'state_budget_revenue'],
  ['Số hộ nghèo', 'a'],
  ['So ho ngheo', null],
  ['Thu', null],
  ['', null],
])('%s → %s', (name, code) => {
  expect(matchIndicator(catalogue, name)?.code ?? null).toBe(code)
})

test('an own code is stable, readable and free', () => {
  expect(ownCode('Số hộ cận nghèo (đầu kỳ)', new Set())).toBe('own_so_ho_can_ngheo_dau_ky')
  expect(ownCode('Số hộ', new Set(['own_so_ho', 'own_so_ho_2']))).toBe('own_so_ho_3')
})

test('figures stand in the order of their periods', () => {
  const figure = (to: string | null, confirmedAt: string) => ({
    period: to ? { from: null, to } : null,
    source: { confirmedAt },
  })
  const sorted = [
    figure('2024-06-30', '3'),
    figure('2023-12-31', '9'),
    figure(null, '1'),
    figure('2024-06-30', '2'),
  ].sort(byPeriod)
  expect(sorted.map((one) => one.source.confirmedAt)).toEqual(['1', '9', '2', '3'])
})

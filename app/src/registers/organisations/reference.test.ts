// What is shipped of the 34 provinces, against the counts of the public list and of the resolution.
import { describe, expect, test } from 'vitest'
import {
  formerUnits,
  planFor,
  planOf,
  referenceByName,
  referenceProvinces,
  referenceUnits,
} from './reference.ts'

const count = (code: string) => {
  const units = referenceUnits(code)
  const of = (kind: string) => units.filter((one) => one.kind === kind).length
  return [of('commune'), of('ward'), of('specialZone')]
}

test('34 provinces, formed from all 63, 3,321 units', () => {
  const provinces = referenceProvinces()
  expect(provinces).toHaveLength(34)
  const former = provinces.flatMap((one) => one.formedFrom.map(({ code }) => code))
  expect(new Set(former).size).toBe(63)
  expect(former).toHaveLength(63)
  expect(provinces.flatMap((one) => one.formedFrom).filter(({ name }) => !name)).toEqual([])
  expect(provinces.filter((one) => one.formedFrom.length === 1)).toHaveLength(11)
  const all = provinces.map(({ code }) => count(code))
  const sum = [0, 1, 2].map((kind) => all.reduce((total, one) => total + (one[kind] ?? 0), 0))
  expect(sum).toEqual([2611, 697, 13])
})

test.each([
  ['19', [77, 15, 0]],
  ['20', [61, 4, 0]],
  ['79', [54, 113, 1]],
  ['91', [85, 14, 3]],
  ['22', [22, 30, 2]],
])('units of province %s by kind', (code, expected) => {
  expect(count(code)).toEqual(expected)
})

test.each([
  ['Thái Nguyên', '19'],
  ['tinh thai nguyen', '19'],
  ['Tỉnh Lào Cai', '15'],
  ['An Giang', '91'],
  ['Thành phố Hồ Chí Minh', '79'],
  ['TP. Huế', '46'],
  ['19', '19'],
  ['Tỉnh Đồng Hà', null],
])('%s is province %s', (name, code) => {
  expect(referenceByName(name)?.code ?? null).toBe(code)
})

describe('what a unit was formed from', () => {
  test.each([
    ['Xã Dương Quang, Xã Đôn Phong', ['Xã Dương Quang', 'Xã Đôn Phong'], []],
    [
      'Phường Ba, Phường Bốn (phần còn lại sau khi sáp nhập vào phường Năm)',
      ['Phường Ba', 'Phường Bốn'],
      ['Phường Bốn'],
    ],
    ['Một phần Xã Tân Hòa, Xã Tân An', ['Xã Tân Hòa', 'Xã Tân An'], ['Xã Tân Hòa']],
    ['giữ nguyên', [], []],
    ['', [], []],
  ])('%s', (words, names, doubtful) => {
    const found = formerUnits(words)
    expect(found.map((one) => one.name)).toEqual(names)
    expect(found.filter((one) => one.doubtful).map((one) => one.name)).toEqual(doubtful)
  })

  test('of all 3,321 units: every name has a kind, few words are left in doubt', () => {
    const found = referenceProvinces().flatMap(({ code }) =>
      referenceUnits(code).flatMap((unit) => formerUnits(unit.formedFrom)),
    )
    expect(found.length).toBeGreaterThan(9000)
    const kind = /^(Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Đặc khu) [\p{L}\d]/u
    const strange = found.filter(({ name }) => !kind.test(name))
    expect(strange.map(({ name, doubtful }) => [name, doubtful])).toEqual([['Krông Na', true]])
    const doubtful = found.filter((one) => one.doubtful).length / found.length
    process.stdout.write(
      `${found.length} former units read, ${(doubtful * 100).toFixed(1)} % in doubt\n`,
    )
    expect(doubtful).toBeLessThan(0.3)
  })
})

test('the committees of districts are there until districts ended, in every province', () => {
  for (const province of referenceProvinces()) {
    const found = planFor(province, []).bodies.find((one) =>
      one.names.some(({ name }) => name === 'Huyện ủy'),
    )
    expect(found).toMatchObject({ kind: 'partyCommittee', from: null, to: '2025-06-30' })
  }
})

test('a plan names only bodies that it makes, and gives each one official name', () => {
  for (const { code } of referenceProvinces()) {
    const plan = planOf(code)
    const keys = new Set(['province', ...(plan?.bodies.map((one) => one.key) ?? [])])
    for (const body of plan?.bodies ?? []) {
      expect(body.names.filter((one) => one.role === 'official')).toHaveLength(1)
      for (const parent of body.parents) expect(keys.has(parent.key), parent.key).toBe(true)
    }
    for (const change of plan?.changes ?? [])
      for (const line of change.lines)
        expect([keys.has(line.from), keys.has(line.to)], JSON.stringify(line)).toEqual([true, true])
  }
})

import { expect, test } from 'vitest'
import { type BodyName, linesOfBodies } from './bodies.ts'

const shown = (names: BodyName[], before: string[] = []) =>
  linesOfBodies(
    names,
    before.map((phrase) => ({ class: 'neutral', payload: '', phrases: [phrase] })),
  ).map((line) => [line.class, line.payload, ...line.phrases].join(' '))

test.each<[BodyName['kind'], string, string[]]>([
  ['department', 'Sở Ngoại vụ Sơn Hà', ['actor  Sở Ngoại vụ Sơn Hà']],
  ['department', 'Sở NV&SH', ['actor  Sở NV&SH']],
  ['partyCommittee', 'Đảng ủy xã Nà Khuông', ['actor  Đảng ủy xã Nà Khuông']],
  ['commune', 'Xã Nà Khuông', ['place commune Xã Nà Khuông']],
  // What the reader has with what it decides, what is one syllable, what meets and decides.
  ['partyBody', 'Ban Thường vụ Tỉnh ủy', []],
  ['peoplesCommittee', 'Ủy ban nhân dân tỉnh', []],
  ['department', 'BTC', []],
  ['council', 'Hội đồng nhân dân xã Nà Khuông', []],
])('%s %s', (kind, name, expected) => {
  expect(shown([{ kind, name }])).toEqual(expected)
})

test('words that people gave win over the name of a body', () => {
  const names: BodyName[] = [{ kind: 'department', name: 'Tổ công tác Bản Mạ' }]
  expect(shown(names, ['tổ công tác bản mạ'])).toEqual([])
})

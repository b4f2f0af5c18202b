import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readRows, writeRows } from './workbook.ts'

test('rows come back as they were written', async () => {
  const rows = [
    ['01', 'Sở Nông nghiệp và Môi trường', ''],
    ['', '2025-03-01', 'a; b'],
  ]
  const bytes = await writeRows('Cơ quan', ['Mã', 'Tên', 'Khác'], rows)
  expect(await readRows(bytes)).toEqual([['Mã', 'Tên', 'Khác'], ...rows])
})

test.each([
  ['no zip', new TextEncoder().encode('Mã;Tên'), 'broken'],
  ['another zip', zipSync({ 'a.txt': new Uint8Array([1]) }), 'broken'],
  ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(3_000_000) }), 'zipBomb'],
])('%s is refused', async (_, bytes, code) => {
  await expect(readRows(bytes)).rejects.toMatchObject({ failure: { code } })
})

import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readCells, readRows, writeRows } from './workbook.ts'

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

test('a cell that shows its number as a share comes back as it is shown', async () => {
  const cell = (value: number, format?: string) => ({
    value,
    type: Number,
    ...(format && { format }),
  })
  const data = [
    [cell(0.125, '0%'), cell(0.01234, '0.00%'), cell(0.125), cell(0.5, '0.0" % "')],
    [null, cell(12, '#,##0'), cell(7, '0_%')],
  ]
  const bytes = await writeXlsxFile(data, { sheet: 'x' }).toBuffer()
  expect(await readCells(new Uint8Array(bytes))).toEqual([
    ['12.5%', '1.2340%', 0.125, 0.5],
    ['', 12, 7, ''],
  ])
})

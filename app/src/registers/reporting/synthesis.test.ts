import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { synthesisExample } from '../../../test/synthesis-example.ts'
import { writeDocx } from '../../office/write-docx.ts'
import { layouts } from '../notices/layouts.ts'
import { linesOf, sheetOf } from '../notices/paper.ts'
import { synthesisOf } from './synthesis.ts'

const issue = { number: null, date: null, year: '2026', type: 'BC', symbol: 'UBND' }
const content = synthesisOf(synthesisExample, layouts.state30)
const paragraphs = content.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block]))
const said = paragraphs.map(({ text }) => text)

test('says what was reached, against last year, the plan, and what is expected by now', () => {
  expect(said).toContain(
    '1. Thu ngân sách nhà nước trên địa bàn (lũy kế từ đầu năm): ước đạt 30 tỷ đồng, cộng từ số liệu của 2/3 đơn vị; tăng 20% so với cùng kỳ năm trước (25 tỷ đồng); chưa tính tỷ lệ so với kế hoạch năm 2026 (50 tỷ đồng) vì còn thiếu số liệu.',
  )
  expect(said).toContain(
    '2. Kim ngạch xuất khẩu (lũy kế từ đầu năm): đạt 1.234,5 triệu USD; giảm 17,7% so với cùng kỳ năm trước (1.500 triệu USD); bằng 68,58% kế hoạch năm 2026 (1.800 triệu USD); mức phải đạt đến hết kỳ 1.350 triệu USD (theo tiến độ bình quân của các năm trước), đạt 91,44%: cần chú ý.',
  )
})

test('names what is missing, and adds up nothing that does not', () => {
  expect(said).toContain(
    '3. Tỷ lệ hộ nghèo (trong kỳ): không cộng qua các đơn vị, số liệu của từng đơn vị ở Phụ lục.',
  )
  expect(said).toContain(
    'Chưa có số liệu của: Xã Cẩm Sơn (chưa có); Xã Đồng Tâm (chưa có báo cáo được duyệt).',
  )
})

test('says what fell short with its sentences, and who has not reported', () => {
  expect(said).toContain(
    '- Thu ngân sách nhà nước trên địa bàn: đơn vị chậm: Xã Cẩm Sơn (66,67%; giải trình: “Mặt bằng bàn giao chậm”).',
  )
  expect(said).toContain(
    '- “Giải phóng mặt bằng một số dự án còn chậm” (Giải phóng mặt bằng; Thông báo kết luận tháng chín).',
  )
  expect(said).toContain('- Chưa gửi báo cáo, đã quá hạn: 1 đơn vị (Xã Đồng Tâm).')
  expect(said).toContain('- Gửi muộn: 1 đơn vị (Xã Cẩm Sơn).')
})

test('every number leads to what it was taken from', () => {
  const outside = paragraphs
    .filter((block) => block.kind === 'paragraph')
    .map(({ text, links = [] }) =>
      links
        .toReversed()
        .reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
        // The place in the list, days, the plan's year, and the paper that it follows from are no figures.
        .replace(/^\d+\. /, '')
        .replace(/\d{2}\/\d{1,2}\/\d{4}|kế hoạch năm \d{4}|số 12\/2026/g, ''),
    )
  expect(outside.filter((text) => /\d/.test(text))).toEqual([])
  for (const { text, links = [] } of paragraphs)
    for (const { from, to, path } of links)
      expect([text.slice(from, to).trim(), path]).toEqual([
        expect.stringMatching(/\S/),
        expect.stringMatching(/^\/((reports|indicators|documents)[/?]|assignments\?task=)/),
      ])
  const [annex] = content.annexes
  for (const [at, cells] of (annex?.table.rows ?? []).entries())
    for (const [column, text] of cells.entries())
      if (column > 1 && /\d/.test(text)) expect(annex?.table.links?.[at]?.[column]).toBeTruthy()
})

test('links change nothing of the text on the page', () => {
  const bare = {
    ...content,
    blocks: content.blocks.map((block) =>
      block.kind === 'table' ? block : { ...block, links: undefined },
    ),
  }
  const lines = (of: typeof content) =>
    sheetOf(of, layouts.state30, issue).sections[0]?.blocks.flatMap((block) =>
      block.kind === 'table' ? [] : [block.runs.map((run) => run.text).join('')],
    )
  expect(lines(content)).toEqual(lines(bare))
  expect(linesOf(sheetOf(content, layouts.state30, issue)).join('\n')).toContain(
    '\nII. TỒN TẠI, HẠN CHẾ\n',
  )
})

test('the Word file leads to this server', async () => {
  const bytes = await writeDocx(sheetOf(content, layouts.state30, issue), 'https://giaoban.example')
  const relations = strFromU8(unzipSync(bytes)['word/_rels/document.xml.rels'] ?? new Uint8Array())
  expect(relations).toContain('"https://giaoban.example/reports/2"')
  expect(relations).not.toMatch(/Target="\//)
})

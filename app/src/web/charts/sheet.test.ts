import { describe, expect, test } from 'vitest'
import { gridSvg, wrapped } from './grid.ts'
import { multiplesSvg } from './multiples.ts'
import { type Sheet, sheetHtml, sheetText } from './sheet.ts'
import { paperPalette } from './svg.ts'
import { tonePaper } from './tone.ts'

const sheet: Sheet = {
  stateHead: 'Tình trạng',
  title: 'Thu ngân sách <xã>',
  note: 'Đến 30/9/2026. tỷ đồng',
  heads: [{ text: 'Đơn vị' }, { text: 'Thu' }, { text: 'Chi' }, { text: 'Ghi chú' }],
  rows: [
    {
      name: 'Xã A\nB',
      cells: [
        { text: '1.234,5', tone: 'bad', word: 'chậm' },
        { text: '', tone: 'none', word: 'chưa có số liệu' },
        { text: 'ước', tone: null, word: '1/3' },
      ],
    },
    {
      ...{ name: 'Các đơn vị', whole: true },
      cells: [
        { text: '9', tone: null, word: '2/3' },
        { text: '8', tone: null, word: '' },
        { text: '', tone: null, word: '' },
      ],
    },
  ],
  legend: [
    { tone: 'bad', word: 'chậm' },
    { tone: 'none', word: 'chưa có số liệu' },
  ],
}

test('a table goes into a spreadsheet line by line, figures apart from the words of how they stand', () => {
  expect(sheetText(sheet).split('\n')).toEqual([
    'Thu ngân sách <xã>',
    'Đến 30/9/2026. tỷ đồng',
    'Đơn vị\tThu\tTình trạng\tChi\tTình trạng\tGhi chú',
    'Xã A B\t1.234,5\tchậm\t\tchưa có số liệu\tước · 1/3',
    'Các đơn vị\t9\t2/3\t8\t\t',
  ])
})

test('a table of a document has the same cells, with nothing in them taken for markup', () => {
  const html = sheetHtml(sheet)
  expect(html).toContain('Thu ngân sách &lt;xã&gt;')
  expect(html.match(/<td>/g)).toHaveLength(10)
  expect(html).toContain('<th>Xã A\nB</th><td>1.234,5</td><td>chậm</td>')
})

describe('the picture', () => {
  test('of a table has a sign beside every figure that is judged, and a legend', () => {
    const svg = gridSvg(sheet)
    expect(svg).toMatchSnapshot()
    expect(svg).toContain('■ 1.234,5')
    expect(svg).toContain('■ chậm')
    expect(svg).not.toContain('var(')
  })

  test('of small charts has one scale, gaps where nothing came, and the word of each', () => {
    const unit = (name: string, values: (number | null)[]) => ({
      ...{ name, values, former: [1, 2, 3, 4], expected: [2, 4, 6, 8] },
      ...{ tone: 'good' as const, word: 'đạt tiến độ' },
    })
    const svg = multiplesSvg([unit('Xã A', [1, null, 3, 4]), unit('Xã B', [2, 4, 6, 80])], {
      ...{ title: 'Thu & chi', note: '2026', columns: ['31/3', '30/6', '30/9', '31/12'] },
      ...{ formatValue: (value) => `${value} tỷ`, across: 2, palette: paperPalette },
    })
    expect(svg).toMatchSnapshot()
    expect(svg).toContain('● 80 tỷ · đạt tiến độ')
    // Seven points: the gap has none. The last year is one line in both, this year's is broken in one.
    expect(svg.match(/<circle/g)).toHaveLength(7)
    expect(svg.match(/<polyline/g)).toHaveLength(6)
  })
})

test.each([
  ['Ủy ban nhân dân xã Quyết Thắng', 100, 2],
  ['một', 100, 1],
  ['', 100, 0],
  ['a b c d e f g h i j k l m n o p q r s t u v w x y z', 30, 3],
])('%s takes its lines', (text, width, lines) => {
  expect(wrapped(text, width)).toHaveLength(lines)
})

test('words of every class can be read on their ground, and its grounds differ from white paper', () => {
  const light = (hex: string) => {
    const channel = (from: number) => {
      const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  }
  for (const { ground, ink } of Object.values(tonePaper))
    expect((light(ground) + 0.05) / (light(ink) + 0.05)).toBeGreaterThan(4.5)
})

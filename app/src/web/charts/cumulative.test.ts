import { describe, expect, test } from 'vitest'
import { cumulativeSvg } from './cumulative.ts'
import { paperPalette } from './svg.ts'

const options = {
  ...{ width: 300, height: 150, title: 'Giải ngân <2026>', palette: paperPalette },
  labels: ['1', '2', '3'],
  levels: [{ name: 'Kế hoạch', value: 100 }],
  formatValue: (value: number) => `${value} tỷ`,
}

describe('cumulativeSvg', () => {
  const svg = cumulativeSvg(
    [
      { name: 'Cam kết', look: 'dashed', values: [10, 40, 90] },
      { name: 'Giải ngân', look: 'solid', values: [5, null, 60] },
    ],
    options,
  )

  test('draws lines told apart by dashes and marks, from zero, over a month without a figure', () => {
    expect(svg.match(/<polyline/g)).toHaveLength(2)
    expect(svg.match(/stroke-dasharray="6 4"/g)).toHaveLength(1)
    expect(svg.match(/<circle/g)).toHaveLength(5)
    expect(svg).toContain('0 tỷ')
    expect(svg).toContain('Giải ngân &lt;2026&gt;')
    expect(svg).toContain('<title>Giải ngân: 60 tỷ</title>')
    expect(svg).toContain('>Kế hoạch</text>')
  })

  test('names levels that lie together on one line', () => {
    const close = [...options.levels, { name: 'Thủ tướng', value: 99 }]
    const drawn = cumulativeSvg([], { ...options, levels: close })
    expect(drawn).toContain('>Kế hoạch, Thủ tướng</text>')
    expect(drawn.match(/stroke-dasharray="1 3"/g)).toHaveLength(2)
  })

  test('is empty but valid without a figure', () => {
    expect(cumulativeSvg([], { ...options, levels: [] })).toMatch(/^<svg .*<\/svg>$/)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { niceTicks, paperPalette } from './svg.ts'
import { type TrendPoint, trendSvg } from './trend.ts'

const options = {
  width: 320,
  height: 160,
  title: 'Thu ngân sách <tỷ đồng>',
  formatValue: (value: number) => `${value} tỷ`,
  palette: paperPalette,
}

const points: TrendPoint[] = [
  { at: '2025-03-31', label: 'Quý I/2025', value: 2100, modality: 'actual' },
  { at: '2025-06-30', label: '6T/2025', value: 4520.5, modality: 'estimate' },
  { at: '2025-09-30', label: '9T/2025', value: null, modality: 'actual' },
  { at: '2026-03-31', label: 'Quý I/2026', value: 2390, modality: 'target' },
]

describe('trendSvg', () => {
  test('draws each kind of figure with its own sign', () => {
    const svg = trendSvg(points, options)
    expect(svg).toMatchSnapshot()
    expect(svg).toContain('Thu ngân sách &lt;tỷ đồng&gt;')
  })

  test('breaks the line of a cumulative figure at the turn of the year', () => {
    const full = points.map((point) => ({
      ...point,
      value: point.value ?? 6000,
      modality: 'actual' as const,
    }))
    expect(trendSvg(full, options).match(/<polyline/g)).toHaveLength(1)
    const broken = trendSvg(full, { ...options, cumulative: true })
    const line = broken.match(/<polyline points="([^"]*)"/)?.[1] ?? ''
    expect(line.split(' ')).toHaveLength(3)
  })

  test('leads no line to what is planned', () => {
    const [first, second] = points
    const last = points[3]
    if (!first || !second || !last) throw new Error('no points')
    const line = (all: TrendPoint[]) =>
      trendSvg(all, options).match(/<polyline points="([^"]*)"/)?.[1]
    expect(line([first, last])).toBeUndefined()
    const between = { ...last, at: '2025-05-31' }
    expect(line([first, between, second])?.split(' ')).toHaveLength(2)
  })

  test('an indicator without figures is an empty picture with its name', () => {
    expect(trendSvg([], options)).toContain('aria-label="Thu ngân sách')
  })

  test('whatever the figures, all points stay inside the picture', () => {
    const date = fc.date({
      min: new Date('2013-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    })
    const point = fc.record({
      at: date.map((value) => value.toISOString().slice(0, 10)),
      label: fc.string(),
      value: fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
      modality: fc.constantFrom('actual' as const, 'estimate' as const),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), fc.boolean(), (many, mini) => {
        const svg = trendSvg(many, { ...options, mini, formatValue: () => '1' })
        for (const [, cx, cy] of svg.matchAll(/cx="([^"]*)" cy="([^"]*)"/g)) {
          expect(Number(cx)).toBeGreaterThanOrEqual(0)
          expect(Number(cx)).toBeLessThanOrEqual(320)
          expect(Number(cy)).toBeGreaterThanOrEqual(0)
          expect(Number(cy)).toBeLessThanOrEqual(160)
        }
      }),
    )
  })
})

describe('niceTicks', () => {
  test.each([
    [0, 100, [0, 50, 100]],
    [2100, 4520.5, [2000, 3000, 4000, 5000]],
    [-3, 7, [-5, 0, 5, 10]],
    [5, 5, [2, 4, 6, 8]],
    [0, 0, [0, 1]],
    [0, Number.MIN_VALUE, [0, 1]],
  ])('%d to %d', (min, max, expected) => {
    expect(niceTicks(min, max)).toEqual(expected)
  })
})

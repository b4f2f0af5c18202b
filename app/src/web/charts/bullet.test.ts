import { expect, test } from 'vitest'
import { bulletSvg } from './bullet.ts'

const options = { width: 200, height: 20, title: 'Thu <ngân sách>' }
const values = { actual: 50, target: { low: 100, high: 100 }, expected: 60, samePeriod: 40 }

const widths = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.-]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ])

test('bars start at zero and are as long as their figures', () => {
  const [, expected, actual, tick] = widths(bulletSvg(values, options))
  expect(expected?.[0]).toBe(actual?.[0])
  expect((expected?.[1] ?? 0) / (actual?.[1] ?? 1)).toBeCloseTo(60 / 50, 1)
  const end = (tick?.[0] ?? 0) + 1.5
  expect((end - (actual?.[0] ?? 0)) / (actual?.[1] ?? 1)).toBeCloseTo(2, 1)
})

test('below zero goes to the left', () => {
  const svg = bulletSvg({ ...values, actual: -20 }, options)
  const [, expected, actual] = widths(svg)
  expect((actual?.[0] ?? 0) + (actual?.[1] ?? 0)).toBeCloseTo(expected?.[0] ?? 0, 0)
})

test('a band has two ticks, what is not known is not drawn, text is safe', () => {
  const svg = bulletSvg(
    { actual: null, target: { low: 8.3, high: 8.5 }, expected: null, samePeriod: null },
    options,
  )
  expect(svg.match(/width="3"/g)).toHaveLength(2)
  expect(svg).not.toContain('<path')
  expect(svg).toContain('<title>Thu &lt;ngân sách&gt;</title>')
  expect(svg).not.toMatch(/NaN|Infinity/)
})

import { describe, expect, it, test } from 'vitest'
import { mostBytes, readOutlineFile, readOutlines } from './outlines.ts'
import { outlinesSvg, tilesSvg } from './places.ts'

const names = ['Xã Đồng Vịnh', 'Phường Sơn Trung']

const square = (left: number, bottom: number, side = 0.5) => [
  [left, bottom],
  [left + side / 2, bottom],
  [left + side, bottom],
  [left + side, bottom + side],
  [left, bottom + side],
  [left, bottom],
]

const feature = (properties: unknown, coordinates: unknown, type = 'Polygon') => ({
  ...{ type: 'Feature', properties, geometry: { type, coordinates } },
})

const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('outlines of a file', () => {
  it('matches names with or without their kind, draws them to one scale, north up', () => {
    const read = readOutlines(
      file(
        feature({ ma: 1, ten: 'đồng  vịnh' }, [square(105, 21)]),
        feature({ ten: 'Phường Sơn Trung' }, [[square(105.5, 21.5)]], 'MultiPolygon'),
        feature({ ten: 'Xã Khác' }, [square(106, 21)]),
        feature({}, [square(106, 21)]),
      ),
      names,
    )
    expect(read).toMatchObject({ problem: null, without: [], unknown: ['Xã Khác', '4'] })
    const { shapes, width, height } = read.outlines ?? { shapes: {}, width: 0, height: 0 }
    expect([width, height]).toEqual([1000, 1075])
    expect(shapes['Phường Sơn Trung']?.path).toBe('M500 537L1000 537L1000 0L500 0L500 537Z')
    expect(shapes['Xã Đồng Vịnh']).toMatchObject({ x: 250, width: 500 })
  })

  it.each([
    ['no JSON', '{', 'notJson'],
    ['a list', '[]', 'notCollection'],
    ['null', 'null', 'notCollection'],
    ['features that are none', file(null, 3, 'x', []), 'noPlace'],
    ['VN-2000', file(feature({ ten: 'Đồng Vịnh' }, [square(520_000, 2_300_000)])), 'notDegrees'],
    ['a point', file(feature({ ten: 'Đồng Vịnh' }, [105, 21], 'Point')), 'noPlace'],
    ['words', file(feature({ ten: 'Đồng Vịnh' }, [[['a', 'b']]])), 'noPlace'],
    ['too few points', file(feature({ ten: 'Đồng Vịnh' }, [[[105, 21]]])), 'noPlace'],
    ['deep nesting', file(feature({ ten: 'Đồng Vịnh' }, [[[[[[[1]]]]]]])), 'noPlace'],
    ['nobody here', file(feature({ ten: 'Xã Khác' }, [square(105, 21)])), 'noPlace'],
  ])('says what is wrong: %s', (_, text, problem) => {
    expect(readOutlines(text, names)).toMatchObject({ outlines: null, problem, without: names })
  })

  it('takes the property that names the most places: a former district may be called as a commune is', () => {
    const read = readOutlines(
      file(
        feature({ huyen: 'Sơn Trung', xa: 'Đồng Vịnh' }, [square(105, 21)]),
        feature({ huyen: 'Sơn Trung', xa: 'Sơn Trung' }, [square(106, 21)]),
        feature({ huyen: 'Sơn Trung', xa: 'Khác' }, [square(107, 21)]),
      ),
      names,
    )
    expect(read).toMatchObject({ without: [], unknown: ['Sơn Trung'], wrong: [] })
    expect(read.outlines?.width).toBe(1000)
    expect(read.outlines?.shapes['Xã Đồng Vịnh']?.x).toBe(167)
  })

  it('guesses nothing where two places share a name, or the kind is another', () => {
    const both = ['Xã Tân Lập', 'Phường Tân Lập', 'Xã Đồng Vịnh']
    const read = readOutlines(
      file(
        feature({ ten: 'Tân Lập' }, [square(105, 21)]),
        feature({ ten: 'Phường Đồng Vịnh' }, [square(106, 21)]),
        feature({ ten: 'xã tân lập' }, [square(107, 21)]),
      ),
      both,
    )
    expect(read.unknown).toEqual(['Tân Lập', 'Phường Đồng Vịnh'])
    expect(read.without).toEqual(['Phường Tân Lập', 'Xã Đồng Vịnh'])
  })

  it('names the features whose coordinates are wrong, and draws the others, holes left open', () => {
    const read = readOutlines(
      file(
        feature({ ten: 'Đồng Vịnh' }, [square(105, 21), square(105.1, 21.1, 0.2)]),
        feature({ ten: 'Sơn Trung' }, [square(520_000, 2_300_000)]),
      ),
      names,
    )
    expect(read).toMatchObject({
      problem: null,
      without: ['Phường Sơn Trung'],
      wrong: ['Sơn Trung'],
    })
    expect(read.outlines?.shapes['Xã Đồng Vịnh']?.path.match(/M/g)).toHaveLength(2)
  })

  it('reads no file that is too large, and one that is as deep as it may be', async () => {
    const large = await readOutlineFile(new Blob([' '.repeat(mostBytes + 1)]), names)
    expect(large.problem).toBe('tooLarge')
    const deep = '['.repeat(mostBytes / 2) + ']'.repeat(mostBytes / 2)
    const read = await readOutlineFile(new Blob([deep]), names)
    expect(['notJson', 'notCollection']).toContain(read.problem)
  })

  it('draws an outline of as many points as such a file holds', () => {
    const many = Array.from({ length: 250_000 }, (_, at) => [105 + at / 1e6, 21 + (at % 7) / 10])
    const read = readOutlines(file(feature({ ten: 'Đồng Vịnh' }, [many])), names)
    expect(read.problem).toBeNull()
    const small = [
      [105, 21],
      [106, 21],
      [106, 22],
    ]
    const rings = Array.from({ length: 150_000 }, () => small)
    const parts = readOutlines(file(feature({ ten: 'Đồng Vịnh' }, rings)), names)
    expect(parts.problem).toBeNull()
  })

  it('says which places have no outline', () => {
    const read = readOutlines(file(feature({ ten: 'Đồng Vịnh' }, [square(105, 21)])), names)
    expect(read.without).toEqual(['Phường Sơn Trung'])
  })
})

const options = { title: 'Thu <ngân sách>', note: 'Đến 30/9/2026', legend: ['■ chậm'] }
const place = {
  short: 'Đồng <Vịnh>',
  text: '12,5',
  tone: 'bad' as const,
  word: 'chậm',
  level: null,
}

test('pictures stand on white paper, with signs or classes and all words escaped', () => {
  const tiles = tilesSvg([{ kind: 'Xã', tiles: [place, { ...place, level: 5 }] }], options)
  expect(tiles).toContain('■ 12,5')
  expect(tiles).toContain('[5] 12,5')
  expect(tiles).not.toContain('<Vịnh>')
  const shape = { path: 'M0 0L200 0L200 90Z', x: 100, y: 45, width: 200, height: 90 }
  const drawing = outlinesSvg([{ ...place, shape }], { width: 200, height: 90 }, options)
  expect(drawing).toContain('M0 0L200 0L200 90Z')
  expect(drawing).toContain('Đồng &lt;Vịnh&gt;')
  expect(drawing).not.toContain('var(')
  const lacking = { ...place, text: '', tone: 'none' as const, word: 'không thu thập' }
  expect(tilesSvg([{ kind: 'Xã', tiles: [lacking] }], options)).toMatch(/>○ không[^<]*</)
  expect(outlinesSvg([{ ...lacking, shape }], { width: 200, height: 90 }, options)).toContain(
    '>○ không thu thập<',
  )
})

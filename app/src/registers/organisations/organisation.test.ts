import { describe, expect, test } from 'vitest'
import type { BodyLine, Reorganisation } from './contract.ts'
import {
  byKindAndName,
  defaultLines,
  faultOf,
  sizeOf,
  type TreeNode,
  treeOf,
} from './organisation.ts'

/** "name(parent, parent…)": a department below others, in the administrative tree. */
function body(text: string): BodyLine {
  const [, name = '', parents = ''] = /^([^(]+)(?:\((.*)\))?$/.exec(text) ?? []
  return {
    id: name,
    kind: name === 'Tỉnh' ? 'province' : 'department',
    code: null,
    name,
    also: [],
    parents: parents
      .split(', ')
      .filter(Boolean)
      .map((id) => ({ id, tree: 'administrative' as const })),
    from: null,
    to: null,
    unverified: [],
    version: 1,
  }
}

const drawn = (node: TreeNode | null): string =>
  node ? `${node.body.name}[${node.below.map(drawn).join(' ')}]` : ''

describe('the tree of a day', () => {
  test.each([
    [['Tỉnh', 'A(Tỉnh)', 'B(A)', 'C(A, Tỉnh)'], 'Tỉnh[A[B[] C[]] C[]]', []],
    [['Tỉnh', 'A(Tỉnh)', 'B(gone)', 'C'], 'Tỉnh[A[]]', ['B', 'C']],
    [['Tỉnh', 'A(B, Tỉnh)', 'B(A)'], 'Tỉnh[A[B[]]]', []],
  ])('%j', (texts, tree, unplaced) => {
    const found = treeOf(texts.map(body), 'administrative')
    expect(drawn(found.root)).toBe(tree)
    expect(found.unplaced.map((one) => one.name)).toEqual(unplaced)
    expect(treeOf(texts.map(body), 'party').root?.below).toEqual([])
  })

  test('the size of a node counts all below it', () => {
    const { root } = treeOf(['Tỉnh', 'A(Tỉnh)', 'B(A)'].map(body), 'administrative')
    expect(root && sizeOf(root)).toBe(2)
  })
})

test('lists are sorted by kind, then the Vietnamese way', () => {
  const list = ['Sở Y tế', 'Sở Đo đạc', 'Tỉnh', 'Sở Dân tộc', 'Sở 10', 'Sở 9'].map(body)
  expect(list.sort(byKindAndName).map((one) => one.name)).toEqual([
    'Tỉnh',
    'Sở 9',
    'Sở 10',
    'Sở Dân tộc',
    'Sở Đo đạc',
    'Sở Y tế',
  ])
})

describe('the shape of a reorganisation', () => {
  const some = (count: number, ends = true) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), version: 1, ends }))
  const fault = (kind: Reorganisation['kind'], from: number, to: number, ends = true) => {
    const lines = defaultLines(from, to)
    return faultOf(
      {
        kind,
        on: '2026-01-01',
        predecessors: some(from, ends),
        successors: some(to),
        below: 'refuse',
      },
      lines,
    )
  }
  test.each([
    ['merge', 2, 1, true, null],
    ['merge', 1, 1, true, 'predecessors'],
    ['merge', 2, 2, true, 'predecessors'],
    ['split', 1, 2, true, null],
    ['split', 1, 1, true, 'successors'],
    ['split', 1, 1, false, null],
    ['split', 2, 2, true, 'successors'],
    ['takeOver', 1, 1, true, null],
    ['takeOver', 2, 2, true, null],
  ] as const)('%s of %i into %i, ending: %s', (kind, from, to, ends, expected) => {
    expect(fault(kind, from, to, ends)).toBe(expected)
  })

  test.each([
    [
      [
        [0, 0, 0.5],
        [0, 1, 0.5],
      ],
      null,
    ],
    [
      [
        [0, 0, 0.5],
        [0, 1, null],
      ],
      null,
    ],
    [
      [
        [0, 0, 0.5],
        [0, 1, 0.6],
      ],
      'lines',
    ],
    [[[0, 0, 0.5]], 'lines'],
    [
      [
        [0, 0, 0.5],
        [0, 2, 0.5],
      ],
      'lines',
    ],
    [
      [
        [0, 0, 0.2],
        [0, 0, 0.2],
        [0, 1, 0.2],
      ],
      'lines',
    ],
  ] as const)('shares %j', (lines, expected) => {
    const given: Reorganisation = {
      kind: 'split',
      on: '2026-01-01',
      predecessors: some(1),
      successors: some(2),
      below: 'refuse',
    }
    const told = lines.map(([from, to, weight]) => ({ from, to, weight, basis: 'area' as const }))
    expect(faultOf(given, told)).toBe(expected)
  })
})

// Rules of bodies: the order of lists, the tree of a day, which shares a change may give.
import type { BodyLine, Reorganisation } from './contract.ts'

/** In the order in which lists show them. */
export const organisationKinds = [
  'province',
  'partyCommittee',
  'partyBody',
  'partyExecutive',
  'council',
  'councilBody',
  'peoplesCommittee',
  'department',
  'agency',
  'front',
  'massOrganisation',
  'commune',
  'ward',
  'specialZone',
  'district',
  'formerProvince',
  'other',
] as const

/** The trees that a body can stand in. */
export const trees = ['administrative', 'party', 'sector'] as const

/** What can happen to bodies on a day. */
export const changeKinds = ['merge', 'split', 'transfer', 'rename', 'takeOver', 'end'] as const

/** By what the share of a body that went to another is measured. */
export const bases = ['full', 'population', 'area', 'budget', 'given'] as const

const collator = new Intl.Collator('vi', { numeric: true })

/** By kind, then by name the Vietnamese way. */
export const byKindAndName = (
  a: Pick<BodyLine, 'kind' | 'name'>,
  b: Pick<BodyLine, 'kind' | 'name'>,
): number =>
  organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind) ||
  collator.compare(a.name, b.name)

export type Tree = (typeof trees)[number]

export interface TreeNode {
  body: BodyLine
  below: TreeNode[]
}

/**
 * The bodies of a day as a tree: below the province what stands in the tree asked for, each body once a
 * parent; apart, the bodies for which no place above is known that day. Keeps the order of the list.
 */
export function treeOf(
  bodies: readonly BodyLine[],
  tree: Tree,
): { root: TreeNode | null; unplaced: BodyLine[] } {
  const present = new Set(bodies.map((body) => body.id))
  const below = new Map<string, BodyLine[]>()
  for (const body of bodies) {
    for (const parent of body.parents) {
      if (parent.tree !== tree || !present.has(parent.id)) continue
      below.set(parent.id, [...(below.get(parent.id) ?? []), body])
    }
  }
  const node = (body: BodyLine, above: ReadonlySet<string>): TreeNode => {
    const path = new Set([...above, body.id])
    const children = (below.get(body.id) ?? []).filter((one) => !path.has(one.id))
    return { body, below: children.map((child) => node(child, path)) }
  }
  const root = bodies.find((body) => body.kind === 'province')
  return {
    root: root ? node(root, new Set()) : null,
    unplaced: bodies.filter(
      (body) => body !== root && !body.parents.some((parent) => present.has(parent.id)),
    ),
  }
}

/** How many bodies stand below a node, each place counted. */
export const sizeOf = (node: TreeNode): number =>
  node.below.reduce((sum, child) => sum + 1 + sizeOf(child), 0)

type Line = NonNullable<Reorganisation['lines']>[number]

/** Every predecessor into every successor: whole where there is one successor, else of unknown share. */
export function defaultLines(predecessors: number, successors: number): Line[] {
  const whole = successors === 1
  return Array.from({ length: predecessors }, (_, from) =>
    Array.from(
      { length: successors },
      (_, to): Line => ({
        from,
        to,
        basis: whole ? 'full' : 'given',
        weight: whole ? 1 : null,
      }),
    ),
  ).flat()
}

/**
 * What is wrong with the shape of a reorganisation, as the name of the field; null for nothing. A merge
 * has several predecessors and one successor, a split one predecessor; shares of one body add up to at
 * most the whole; every body named has a line.
 */
export function faultOf(given: Reorganisation, lines: readonly Line[]): string | null {
  const { kind, predecessors, successors } = given
  if (kind === 'merge' && (predecessors.length < 2 || successors.length !== 1))
    return 'predecessors'
  if (kind === 'split' && (predecessors.length !== 1 || successors.length < 2)) {
    const keepsOn = predecessors.length === 1 && !predecessors[0]?.ends
    if (!keepsOn) return 'successors'
  }
  const shares = new Map<number, number>()
  const reached = new Set<number>()
  const pairs = new Set<string>()
  for (const { from, to, weight } of lines) {
    if (from >= predecessors.length || to >= successors.length) return 'lines'
    shares.set(from, (shares.get(from) ?? 0) + (weight ?? 0))
    reached.add(to)
    pairs.add(`${from} ${to}`)
  }
  const complete = shares.size === predecessors.length && reached.size === successors.length
  const whole = [...shares.values()].every((sum) => sum <= 1 + 1e-9)
  return complete && whole && pairs.size === lines.length ? null : 'lines'
}

type OtherName = { name: string; role: 'alias' | 'abbreviation' }

/** "Sở TC; STC" → other names; what has no lower-case word, or an "&", is an abbreviation. */
export function namesIn(text: string): OtherName[] {
  const names = text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  return [...new Set(names)].map((name) => ({
    name,
    role:
      /&/.test(name) || !/(^|\s)\p{L}*\p{Ll}\p{L}*(\s|$)/u.test(name) ? 'abbreviation' : 'alias',
  }))
}

/** The other names of a body as one line of a form. */
export const namesText = (
  names: readonly { name: string; role: 'official' | OtherName['role'] }[],
): string =>
  [...new Set(names.filter((one) => one.role !== 'official').map((one) => one.name))].join('; ')

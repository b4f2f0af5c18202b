// What the matrix says of every cell: somebody of a role with a right in the province or in one body asks a route,
// about a document of a level and a position, or about another province's thing. Pure, so that docs/access.md
// tells the numbers and the test on HTTP is held to them.
import type { Role } from '../src/http/access.ts'
import {
  changesAt,
  everyRole,
  inside,
  levels,
  levelsAt,
  type MatrixRow,
  matrix,
  positions,
  readInBody,
  readInProvince,
} from './access-matrix.ts'

/** Somebody who is signed in; without a role: an account that has no right in force. */
export interface Placed {
  role: Role | null
  place: 'province' | 'body'
}

export interface PaperAt {
  level: (typeof levels)[number]
  position: (typeof positions)[number]
}

/** Every role in the province and in one body, and an account without rights. */
export const everybody: readonly Placed[] = [
  ...everyRole.flatMap((role): Placed[] => [
    { role, place: 'province' },
    { role, place: 'body' },
  ]),
  { role: null, place: 'body' },
]

export const everyPaper: readonly PaperAt[] = positions.flatMap((position) =>
  (levelsAt[position] ?? levels).map((level) => ({ level, position })),
)

/** Roles of another province that ask for every thing. */
export const strangerRoles = ['reader', 'office', 'administrator'] as const

/** Signing out would end the session that the other rows need: only who is not signed in asks these. */
export const endsTheSession = (route: string) => /^DELETE \/api\/sessions?$/.test(route)

export const withId = matrix.filter((row) => row.route.includes('{id}'))
export const onDocument = matrix.filter((row) => row.where === 'record')

/** What the matrix expects of a route on a record that does not exist; nobody: who has not signed in. */
export function expected(
  { who, where }: MatrixRow,
  person: Placed | null,
): 'passes' | 401 | 403 | 404 {
  if (who === 'everybody') return 'passes'
  if (!person) return 401
  if (who === 'signedIn') return 'passes'
  const has = person.role !== null && who.includes(person.role)
  if (where === 'record') {
    // Without any right the documents do not exist; else what does not exist is not found.
    return person.role === null ? 403 : 404
  }
  return has && (where === 'anywhere' || person.place === 'province') ? 'passes' : 403
}

export function mayRead({ role, place }: Placed, paper: PaperAt): boolean {
  if (role === null) return false
  const side = inside.has(role) ? 'inside' : 'outside'
  const read = place === 'province' ? readInProvince[side] : readInBody[side][paper.position]
  return read.includes(paper.level)
}

export function mayChange(person: Placed, paper: PaperAt, who: MatrixRow['who']): boolean {
  const has = person.role !== null && typeof who !== 'string' && who.includes(person.role)
  return has && (person.place === 'province' || changesAt.includes(paper.position))
}

/** Cells by part of the matrix: how many let somebody through, how many refuse. */
export interface Counts {
  allowed: number
  refused: number
}

export interface CellCounts {
  routes: Counts
  documents: Counts
  otherProvince: Counts
}

export const noCells = (): CellCounts => ({
  routes: { allowed: 0, refused: 0 },
  documents: { allowed: 0, refused: 0 },
  otherProvince: { allowed: 0, refused: 0 },
})

/** The cells that the matrix has, counted. */
export function cellCounts(): CellCounts {
  const counts = noCells()
  for (const row of matrix) {
    for (const person of [null, ...everybody]) {
      if (person && endsTheSession(row.route)) continue
      counts.routes[expected(row, person) === 'passes' ? 'allowed' : 'refused']++
    }
  }
  for (const { route, who } of onDocument) {
    for (const person of everybody) {
      for (const paper of everyPaper) {
        const may =
          mayRead(person, paper) && (route.startsWith('GET') || mayChange(person, paper, who))
        counts.documents[may ? 'allowed' : 'refused']++
      }
    }
  }
  counts.otherProvince.refused = withId.length * strangerRoles.length
  return counts
}

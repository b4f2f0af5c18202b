// Every way we know to falsify an exported record, each also by somebody who repairs the chain behind it.
import { generateKeyPairSync } from 'node:crypto'
import { signHead } from '../src/record/head.ts'
import { canonical, type Head, linkHash } from './giaoban-verify.mjs'

export interface Link {
  seq: number
  hash: string
  previous_hash: string
  [field: string]: unknown
}

/** An exported record taken apart. */
export interface Taken {
  header: Record<string, unknown>
  heads: Head[]
  links: Link[]
}

/** Draws a whole number from 0 to below `n`. */
export type Draw = (n: number) => number

export interface Tampering {
  name: string
  /** The falsified lines; `last` is the number of the last link that a head was published for. */
  make(taken: Taken, last: number, draw: Draw): string[]
}

export const genesis = '0'.repeat(64)

/** The parts of an export. */
export function takeApart(lines: readonly string[]): Taken {
  const [header, ...values] = lines.map((line) => JSON.parse(line))
  const of = (type: string) => values.filter((value) => value.type === type)
  return { header, heads: of('head'), links: of('link') }
}

/** Lines as the export would have them: header and end say what is between. */
export function putTogether({ header, heads, links }: Taken): string[] {
  const hash = links.at(-1)?.hash ?? genesis
  return [
    { ...header, count: links.length, hash },
    ...heads,
    ...links,
    { type: 'end', links: links.length, heads: heads.length },
  ].map(canonical)
}

/** The chain repaired from an index on: numbers, names of the one before, hashes. */
export function rechained(links: readonly Link[], from = 0): Link[] {
  let previous = from === 0 ? genesis : (links[from - 1]?.hash ?? genesis)
  return links.map((link, index) => {
    if (index < from) return link
    const next = { ...link, seq: index + 1, previous_hash: previous }
    const hash = linkHash(next)
    previous = hash
    return { ...next, hash }
  })
}

const other = (value: unknown, draw: Draw): unknown => {
  if (value === null) return ['x', 'y', 'z'][draw(3)]
  const text = String(value)
  const at = draw(text.length || 1)
  return `${text.slice(0, at)}${text[at] === '7' ? '3' : '7'}${text.slice(at + 1)}`
}

const editable = ['at', 'actor_id', 'actor_name', 'action', 'subject_kind', 'subject_id']
editable.push('before_hash', 'after_hash', 'reason')

function edited(link: Link, draw: Draw): Link {
  const field = editable[draw(editable.length)] ?? 'at'
  return { ...link, [field]: other(link[field], draw) }
}

const replaced = (links: readonly Link[], at: number, link: Link): Link[] => [
  ...links.slice(0, at),
  link,
  ...links.slice(at + 1),
]

const swapped = (links: readonly Link[], at: number): Link[] => {
  const [a, b] = [links[at], links[at + 1]] as [Link, Link]
  return [...links.slice(0, at), b, a, ...links.slice(at + 2)]
}

const onLinks = (
  name: string,
  change: (links: Link[], last: number, draw: Draw) => Link[],
): Tampering => ({
  name,
  make: (taken, last, draw) =>
    putTogether({ ...taken, links: change([...taken.links], last, draw) }),
})

/** A change at one link, as it is and with the chain repaired from there. */
const both = (
  name: string,
  change: (links: Link[], at: number, draw: Draw) => Link[],
): Tampering[] => [
  onLinks(name, (links, last, draw) => change(links, draw(last), draw)),
  onLinks(`${name}, chain repaired`, (links, last, draw) => {
    const at = draw(last)
    return rechained(change(links, at, draw), at)
  }),
]

const insertedAt = (links: Link[], at: number, draw: Draw): Link[] => {
  const link = edited(links[at] as Link, draw)
  return [...links.slice(0, at), link, ...links.slice(at)]
}

/** All kinds; each must be found for every draw. */
export const tamperings: Tampering[] = [
  ...both('a field edited', (links, at, draw) =>
    replaced(links, at, edited(links[at] as Link, draw)),
  ),
  onLinks('a field edited, its own hash repaired', (links, last, draw) => {
    const at = draw(last)
    const link = edited(links[at] as Link, draw)
    return replaced(links, at, { ...link, hash: linkHash(link) })
  }),
  ...both('a link inserted', insertedAt),
  onLinks('a link repeated', (links, last, draw) => {
    const at = draw(last)
    return [...links.slice(0, at), links[at] as Link, ...links.slice(at)]
  }),
  ...both('a link deleted', (links, at) => links.filter((_, index) => index !== at)),
  ...both('two links in each other’s place', (links, at) => swapped(links, Math.max(0, at - 1))),
  onLinks('the end cut off', (links, last, draw) => links.slice(0, draw(last))),
  onLinks('the end cut off and written anew, longer than before', (links, last, draw) => {
    const at = draw(last)
    const anew = links.slice(at).map((link) => edited(link, draw))
    return rechained([...links.slice(0, at), ...anew, ...anew], at)
  }),
  onLinks('everything rewritten', (links, _, draw) =>
    rechained(links.map((link) => edited(link, draw))),
  ),
  onLinks('moved to another province', (links) =>
    rechained(links.map((link) => ({ ...link, province_id: 99 }))),
  ),
  {
    name: 'everything rewritten, heads signed anew with another key',
    make: ({ header, heads, links }, _, draw) => {
      const anew = rechained(links.map((link) => edited(link, draw)))
      return putTogether({ header, links: anew, heads: signedAnew(heads, anew) })
    },
  },
  {
    name: 'a published head left out of the export',
    make: ({ header, heads, links }, _, draw) => {
      const out = draw(heads.length)
      return putTogether({ header, links, heads: heads.filter((_head, index) => index !== out) })
    },
  },
  {
    name: 'a published head altered in the export',
    make: ({ header, heads, links }, _, draw) => {
      const at = draw(heads.length)
      const changed = heads.map((head, index) => (index === at ? falseHead(head, draw) : head))
      return putTogether({ header, links, heads: changed })
    },
  },
  {
    name: 'a second reading hidden in a line',
    make: (taken, last, draw) => {
      const lines = putTogether(taken)
      const at = 1 + taken.heads.length + draw(last)
      return lines.with(at, (lines[at] ?? '').replace('{', `{"action":"x${draw(1000)}",`))
    },
  },
  {
    name: 'one character of the file changed',
    make: (taken, _, draw) => {
      const lines = putTogether(taken)
      // The header's name, title and time of export are nobody's evidence; all else is.
      const at = 1 + draw(lines.length - 1)
      return lines.with(at, String(other(lines[at], draw)))
    },
  },
  {
    name: 'the file cut anywhere',
    make: (taken, _, draw) => {
      const text = putTogether(taken).join('\n')
      const lines = text.slice(0, draw(text.length - 2)).split('\n')
      return lines
    },
  },
]

function signedAnew(heads: readonly Head[], links: readonly Link[]): Head[] {
  const { privateKey } = generateKeyPairSync('ed25519')
  const made: Head[] = []
  for (const { statement } of heads) {
    const { province, day, at, count } = statement
    const hash = links[count - 1]?.hash ?? genesis
    const last = (made.at(-1)?.statement ?? null) as Parameters<typeof signHead>[1]
    made.push({
      type: 'head',
      ...signHead(privateKey, last, { province, day, at, count, hash }),
    } as Head)
  }
  return made
}

function falseHead(head: Head, draw: Draw): Head {
  const field = (['day', 'at', 'hash', 'previous', 'key'] as const)[draw(5)] ?? 'day'
  const value = other(head.statement[field], draw) as string
  return { ...head, statement: { ...head.statement, [field]: value } }
}

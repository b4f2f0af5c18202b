// People, organisations and projects as findings, from the mentions; a name that comes again points to
// its first mention.
import {
  type Doc,
  find,
  Gate,
  has,
  head,
  identify,
  isMark,
  isWord,
  seek,
  spanOf,
  words,
} from './doc.ts'
import type { Organisation, Person, Project } from './findings.ts'
import { foldPart, oneLine, onOneLine } from './fold.ts'
import type { Mention, Mentions } from './mentions.ts'
import { CAPITAL, NUMBER, WORD } from './tokens.ts'

/** Emits people and organisations; a title without a name only where nobody named holds it. */
export function findNames(doc: Doc, mentions: Mentions): void {
  const first = new Map<string, string>()
  const holders = new Map<string, string>()
  for (const mention of mentions.list) {
    if (mention.kind !== 'person' || !mention.name) continue
    for (const title of mention.titles) {
      const key = keyOf(doc, title.from, title.to)
      if (!holders.has(key)) holders.set(key, personId(doc, mention))
    }
  }
  for (const mention of mentions.list) {
    // "ông Mười" only repeats someone.
    if (mention.name && mention.name.to - mention.name.from < 2) continue
    if (mention.kind === 'body') emitBody(doc, mention, first)
    else if (mention.kind !== 'group') emitPerson(doc, mention, first, holders)
  }
}

function keyOf(doc: Doc, from: number, to: number): string {
  const key = foldPart(doc.text, doc.tokens.start[from] ?? 0, doc.tokens.end[to - 1] ?? 0)
  return key.includes('uỷ') ? key.replaceAll('uỷ', 'ủy') : key
}

function personId(doc: Doc, mention: Mention): string {
  const range = mention.name ?? mention
  return `person:${doc.tokens.start[range.from]}:${doc.tokens.end[range.to - 1]}`
}

function emitPerson(
  doc: Doc,
  mention: Mention,
  first: Map<string, string>,
  holders: Map<string, string>,
): void {
  const range = mention.name ?? mention
  const key = keyOf(doc, range.from, range.to)
  const title = mention.titles[0]
  if (!mention.name) {
    const held = title ? holders.get(keyOf(doc, title.from, title.to)) : undefined
    if (held || !has(doc, mention.from, 'comrade') || first.has(key)) return
  }
  const finding: Person = {
    ...head(
      doc,
      'person',
      range.from,
      range.to,
      mention.name ? 'person.named' : 'person.title',
      mention.name ? 'certain' : 'possible',
    ),
    name: doc.text.slice(doc.tokens.start[range.from], doc.tokens.end[range.to - 1]),
    type: mention.name ? 'named' : 'title',
    level: null,
    titles: mention.titles.map(({ from, to }) => spanOf(doc, from, to)),
    sameAs: first.get(key) ?? null,
  }
  if (!first.has(key)) first.set(key, finding.id)
  doc.findings.push(finding)
}

function emitBody(doc: Doc, mention: Mention, first: Map<string, string>): void {
  const key = `body ${keyOf(doc, mention.from, mention.to)}`
  const named = mention.type === 'organisation'
  const { id, start, end, quote } = identify(doc, 'organisation', mention.from, mention.to)
  const finding: Organisation = {
    id,
    kind: 'organisation',
    start,
    end,
    quote,
    rule: named ? 'organisation.named' : 'organisation.body',
    certainty: named ? 'likely' : 'certain',
    name: onOneLine(doc.text, start, end, quote),
    type: mention.type,
    level: mention.level,
    titles: [],
    sameAs: first.get(key) ?? null,
  }
  if (!first.has(key)) first.set(key, finding.id)
  doc.findings.push(finding)
}

const projects = new Gate('projectHead')

/** Emits projects: a head such as "khu công nghiệp", "cao tốc" with the proper name behind it. */
export function findProjects(doc: Doc): void {
  const first = new Map<string, string>()
  const { count } = doc.tokens
  const gate = projects.of(doc)
  for (let at = seek(doc, gate, 0, count); at < count; at = seek(doc, gate, at + 1, count)) {
    const kind = find(doc, at, 'projectHead')
    if (!kind) continue
    let to = kind.to
    let proper = kind.payload === 'whole' ? to : 0
    while (to < kind.to + 12 && proper !== kind.to) {
      const capital = ((doc.tokens.flags[to] ?? 0) & CAPITAL) !== 0 && doc.tokens.kind[to] === WORD
      const dash = isMark(doc, to, '-') && ((doc.tokens.flags[to + 1] ?? 0) & CAPITAL) !== 0
      if (capital || (dash && proper > 0)) proper = dash ? to + 2 : to + 1
      else if (proper > 0 && isWord(doc, to, words('đai')) && isWord(doc, to - 1, words('vành')))
        proper = to + 1
      else if (proper > 0 && doc.tokens.kind[to] === NUMBER && doc.claimed[to] === 0)
        proper = to + 1
      else if (proper > 0 || doc.tokens.kind[to] !== WORD || !has(doc, to, 'projectPart')) break
      to =
        capital || dash
          ? proper
          : proper === to + 1
            ? proper
            : (find(doc, to, 'projectPart')?.to ?? to + 1)
    }
    if (proper === 0) {
      at = kind.to - 1
      continue
    }
    const key = keyOf(doc, at, proper)
    const finding: Project = {
      ...head(doc, 'project', at, proper, 'project.named', 'likely'),
      name: oneLine(doc.text.slice(doc.tokens.start[at], doc.tokens.end[proper - 1])),
      type: kind.payload,
      level: null,
      titles: [],
      sameAs: first.get(key) ?? null,
    }
    if (!first.has(key)) first.set(key, finding.id)
    doc.findings.push(finding)
    at = proper - 1
  }
}

// The reader in a page: a text is pasted and read here; what was found is underlined and listed with its
// fields and why. No request is ever made; the page's policy forbids it.
import {
  decodeBytes,
  type Finding,
  type FindingKind,
  type Reading,
  read,
  ruleText,
} from '../src/index.ts'
import { en, vi } from './texts.ts'

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const given = byId<HTMLTextAreaElement>('given')
const date = byId<HTMLInputElement>('date')
const text = byId('text')
const list = byId('found')
const kinds = byId('kinds')

/** Most findings that are listed; more would make the page slow, and nobody reads them. */
const mostListed = 400

const order = Object.keys(vi.kind) as FindingKind[]
const shown = new Set<FindingKind>([
  'statement',
  'meeting',
  'agendaItem',
  'opinion',
  'decision',
  'assignment',
  'shortcoming',
  'citation',
  'check',
])
let language: 'vi' | 'en' = 'vi'
let reading: Reading | null = null
const words = () => (language === 'vi' ? vi : en)

function element(name: string, className = '', content = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = content
  return made
}

/** Puts the words of the chosen language everywhere. */
function translate(): void {
  document.documentElement.lang = language
  document.title = words().title
  for (const one of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const word = words()[one.dataset.text as keyof typeof vi]
    if (typeof word === 'string') one.textContent = word
  }
  const other = byId('language')
  other.textContent = language === 'vi' ? 'English' : 'Tiếng Việt'
  other.lang = language === 'vi' ? 'en' : 'vi'
  showKinds()
  show()
}

function readGiven(): void {
  const began = performance.now()
  reading = given.value.trim()
    ? read(given.value, {
        withText: true,
        trace: true,
        ...(/^\d{4}-\d\d-\d\d$/.test(date.value) ? { date: date.value } : {}),
      })
    : null
  const spent = Math.max(1, Math.round(performance.now() - began))
  byId('state').textContent = reading
    ? words().state(reading.findings.length, spent)
    : words().empty
  showKinds()
  show()
}

function showKinds(): void {
  const legend = kinds.firstElementChild
  kinds.replaceChildren(...(legend ? [legend] : []))
  for (const kind of order) {
    const count = reading?.findings.filter((one) => one.kind === kind).length ?? 0
    const label = element('label', `choice ${kind}`)
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.checked = shown.has(kind)
    box.addEventListener('change', () => {
      if (box.checked) shown.add(kind)
      else shown.delete(kind)
      show()
    })
    label.append(box, element('span', 'kind', `${words().kind[kind]} ${count}`))
    kinds.append(label)
  }
}

function show(): void {
  const content = reading?.text.content ?? ''
  const findings = reading?.findings.filter(({ kind }) => shown.has(kind)) ?? []
  text.replaceChildren(...segments(content, findings))
  const rows = findings.slice(0, mostListed).map(row)
  list.replaceChildren(...rows)
  if (findings.length > mostListed)
    list.append(element('li', 'more', words().more(findings.length - mostListed)))
}

/** The text cut at the edges of the findings; a piece has the colour of the shortest that covers it. */
function segments(content: string, findings: readonly Finding[]): Node[] {
  const edges = [
    ...new Set([0, content.length, ...findings.flatMap((one) => [one.start, one.end])]),
  ]
  edges.sort((a, b) => a - b)
  const nodes: Node[] = []
  let active: Finding[] = []
  let next = 0
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1]
    if (end === undefined) break
    active = active.filter((one) => one.end > start)
    for (; (findings[next]?.start ?? Number.POSITIVE_INFINITY) <= start; next++) {
      const one = findings[next]
      if (one) active.push(one)
    }
    const piece = content.slice(start, end)
    const [over] = active.toSorted((a, b) => a.end - a.start - (b.end - b.start))
    if (!over) nodes.push(document.createTextNode(piece))
    else {
      const mark = element('mark', over.kind, piece)
      mark.dataset.id = over.id
      mark.title = words().kind[over.kind]
      nodes.push(mark)
    }
  }
  return nodes
}

/** Fields that every finding has, or that say nothing to a person. */
const plainFields = new Set(['id', 'kind', 'start', 'end', 'quote', 'rule', 'certainty', 'trace'])

function row(finding: Finding): HTMLElement {
  const item = element('li', finding.kind)
  item.dataset.id = finding.id
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  summary.append(element('span', 'kind', words().kind[finding.kind]), ` ${finding.quote}`)
  details.append(summary)
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1)
      details.append(fields(finding), why(finding))
  })
  item.append(details)
  return item
}

function fields(finding: Finding): HTMLElement {
  const table = document.createElement('table')
  for (const [name, value] of Object.entries(finding)) {
    if (plainFields.has(name) || value === null || (Array.isArray(value) && value.length === 0))
      continue
    const line = document.createElement('tr')
    line.append(element('th', '', words().field[name] ?? name), element('td', '', inWords(value)))
    table.append(line)
  }
  return table
}

/** A value as a person can read it: a span by its quote, a list by its parts. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { quote, text: name, code, label, from, to, iso } = value as Record<string, unknown>
  if (label !== undefined) return `${label} (${from ?? '…'} – ${to ?? '…'})`
  const parts = [name ?? quote, code, iso].filter((one) => one !== undefined && one !== null)
  return parts.length > 0 ? parts.join(' · ') : Object.values(value).map(inWords).join(' · ')
}

function why({ rule, trace }: Finding): HTMLElement {
  const t = words()
  const box = document.createElement('div')
  const line = (name: string, parts: readonly string[]): void => {
    if (parts.length > 0) box.append(element('p', '', `${name}: ${[...new Set(parts)].join('; ')}`))
  }
  line(t.rule, [ruleText(rule)?.[language] ?? rule])
  const content = reading?.text.content ?? ''
  line(t.fired, trace?.anchors.map(({ start, end }) => `“${content.slice(start, end)}”`) ?? [])
  line(
    t.inherited,
    trace?.inherited.map(
      ({ field, from }) => `${t.field[field] ?? field}: “${from?.quote ?? ''}”`,
    ) ?? [],
  )
  line(t.refused, trace?.refused.map((one) => one.reading) ?? [])
  return box
}

byId('language').addEventListener('click', () => {
  language = language === 'vi' ? 'en' : 'vi'
  translate()
  if (!reading) byId('state').textContent = words().empty
})
byId('example').addEventListener('click', () => {
  given.value = (byId('sample') as HTMLTemplateElement).content.textContent ?? ''
  readGiven()
})
given.addEventListener('input', readGiven)
date.addEventListener('change', readGiven)

async function open(file: File): Promise<void> {
  given.value = decodeBytes(new Uint8Array(await file.arrayBuffer())).text
  readGiven()
}
byId<HTMLInputElement>('file').addEventListener('change', (event) => {
  const [file] = (event.target as HTMLInputElement).files ?? []
  if (file) void open(file)
})
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  const [file] = event.dataTransfer?.files ?? []
  if (file) void open(file)
})
byId('json').addEventListener('click', () => {
  if (!reading) return
  const blob = new Blob([JSON.stringify(reading, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'findings.json'
  link.click()
  URL.revokeObjectURL(link.href)
})
text.addEventListener('click', (event) => {
  const id = (event.target as HTMLElement).dataset.id
  const item = [...list.children].find((one) => (one as HTMLElement).dataset.id === id)
  const details = item?.querySelector('details')
  if (!details) return
  details.open = true
  details.scrollIntoView({ block: 'nearest' })
})
list.addEventListener('toggle', mark, true)

/** Marks in the text what is open in the list. */
function mark(): void {
  const open = new Set(
    [...list.querySelectorAll('details[open]')].map((one) => one.closest('li')?.dataset.id),
  )
  for (const one of text.querySelectorAll('mark'))
    one.classList.toggle('on', open.has(one.dataset.id))
}

translate()
byId('state').textContent = words().empty

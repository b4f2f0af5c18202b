// The notation of samples/**/annotated/*.txt and its reading into plain text and gold findings.
// A mark is `{kind arguments|text}`; marks nest, do not cross, and leave nothing in the text but their
// text. Arguments are words, or key=value with 'quotes' around spaces. Offsets are computed, never typed.
// What each kind takes is written in samples/README.md.

/** One expected finding: the fields of the contract that the annotator vouches for, no others. */
export interface GoldFinding {
  kind: string
  start: number
  end: number
  quote: string
  [field: string]: unknown
}

/** A document as annotated: its plain text (NFC) and what a careful reader finds in it. */
export interface Annotated {
  head: Record<string, string>
  text: string
  findings: GoldFinding[]
}

interface Mark {
  kind: string
  words: string[]
  keys: Record<string, string>
  start: number
  end: number
  inner: Mark[]
}

interface Span {
  start: number
  end: number
  quote: string
}

/** Splits head lines (`# key: value`, up to a line `---`) from the body and reads the body's marks. */
export function readAnnotated(source: string): Annotated {
  const normal = source.normalize('NFC').replaceAll('\r\n', '\n')
  const cut = normal.indexOf('\n---\n')
  if (cut < 0) throw new Error('no line "---" between head and body')
  const head: Record<string, string> = {}
  for (const line of normal.slice(0, cut).split('\n')) {
    const match = /^# (\w+): (.*)$/.exec(line)
    if (!match) throw new Error(`not a head line: ${line}`)
    head[match[1]!] = match[2]!
  }
  const { text, marks } = strip(normal.slice(cut + 5).replace(/\n+$/, ''))
  const findings = marks.flatMap((mark) => emit(text, mark, head))
  findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1))
  return { head, text, findings }
}

/** Takes the marks out of the body; offsets count UTF-16 code units of what is left. */
function strip(body: string): { text: string; marks: Mark[] } {
  const roots: Mark[] = []
  const open: Mark[] = []
  let text = ''
  for (let at = 0; at < body.length; at++) {
    const letter = body[at]!
    if (letter === '{') {
      const bar = body.indexOf('|', at)
      if (bar < 0) throw new Error(`mark without "|": ${body.slice(at, at + 60)}`)
      const mark = readHead(body.slice(at + 1, bar), text.length)
      const parent = open.at(-1)
      if (parent) parent.inner.push(mark)
      else roots.push(mark)
      open.push(mark)
      at = bar
    } else if (letter === '}') {
      const mark = open.pop()
      if (!mark) throw new Error(`"}" without "{": ${body.slice(Math.max(0, at - 60), at + 1)}`)
      mark.end = text.length
    } else text += letter
  }
  if (open.length > 0) throw new Error(`mark never closed: ${open[0]!.kind} at ${open[0]!.start}`)
  return { text, marks: roots }
}

function readHead(head: string, start: number): Mark {
  const words: string[] = []
  const keys: Record<string, string> = {}
  for (const match of head.matchAll(/(\w+)='([^']*)'|(\w+)=(\S+)|(\S+)/g)) {
    if (match[1] !== undefined) keys[match[1]] = match[2]!
    else if (match[3] !== undefined) keys[match[3]] = match[4]!
    else words.push(match[5]!)
  }
  const kind = words.shift()
  if (!kind) throw new Error(`mark without a kind: {${head}|`)
  return { kind, words, keys, start, end: start, inner: [] }
}

/** A lead that names no body in particular ("các sở, ngành"). */
const collective = /^(các|từng|mỗi|cả|toàn|cấp ủy|người đứng đầu) /iu

/** The findings of a mark and of the marks inside it. */
function emit(text: string, mark: Mark, head: Record<string, string>): GoldFinding[] {
  const inner = mark.inner.flatMap((child) => emit(text, child, head))
  const base = (kind: string) => ({ kind, ...span(text, mark.start, mark.end) })
  const within = (key: string) => (mark.keys[key] ? locate(text, mark, mark.keys[key]) : null)
  switch (mark.kind) {
    case 'q':
      return [{ ...base('quantity'), ...quantity(text, mark) }, ...inner]
    case 'st':
      return [statement(text, mark, head), ...inner]
    case 'p':
      return [{ ...base('period'), ...period(mark) }, ...inner]
    case 's':
      return [
        ...mark.words[0]!.split('+').map((topic) => ({ ...base('shortcoming'), topic })),
        ...inner,
      ]
    case 'a': {
      const due = find(mark, 'due')
      const lead = within('lead')
      const deadline = due
        ? {
            iso: due.words[0] === 'event' ? null : due.words[0],
            span: span(text, due.start, due.end),
            fuzzy: due.words.includes('fuzzy'),
          }
        : null
      return [
        {
          ...base('assignment'),
          lead: lead ? { span: lead, text: lead.quote.replace(/\s+/g, ' ') } : null,
          ...(mark.keys.co
            ? { cooperating: mark.keys.co.split(';').map((name) => locate(text, mark, name)) }
            : {}),
          deadline,
          specific: deadline !== null || (lead !== null && !collective.test(lead.quote)),
        },
        ...inner,
      ]
    }
    case 'd':
      return [{ ...base('decision'), outcome: mark.words[0], by: within('by') }, ...inner]
    case 'ag':
      return [{ ...base('agendaItem'), count: number(mark.keys.count) }, ...inner]
    case 'o':
      return [{ ...base('opinion'), count: number(mark.keys.count) }, ...inner]
    case 'cit':
      return [{ ...base('citation'), ...citation(text, mark) }, ...inner]
    case 'per':
      return [{ ...base('person'), name: text.slice(mark.start, mark.end) }, ...inner]
    case 'org':
      return [{ ...base('organisation'), name: text.slice(mark.start, mark.end) }, ...inner]
    case 'prj':
      return [{ ...base('project'), name: text.slice(mark.start, mark.end) }, ...inner]
    case 'm':
      return [{ ...base('meeting'), ...meeting(text, mark) }, ...inner]
    case 'k':
      return [
        { ...base('check'), problem: mark.words[0], suggestion: mark.keys.suggest ?? null },
        ...inner,
      ]
    case 'i':
    case 'c':
    case 'due':
      return inner
    default:
      throw new Error(`unknown mark: ${mark.kind}`)
  }
}

function span(text: string, start: number, end: number): Span {
  return { start, end, quote: text.slice(start, end) }
}

/** A name that stands in or before the mark: the place nearest to the mark's beginning. */
function locate(text: string, mark: Mark, name: string): Span {
  const inside = text.slice(mark.start, mark.end).indexOf(name)
  const start = inside >= 0 ? mark.start + inside : text.lastIndexOf(name, mark.start)
  if (start < 0) throw new Error(`"${name}" stands neither in nor before the mark ${mark.kind}`)
  return span(text, start, start + name.length)
}

function find(mark: Mark, kind: string): Mark | undefined {
  for (const child of mark.inner) {
    if (child.kind === kind) return child
    const deeper = find(child, kind)
    if (deeper) return deeper
  }
  return undefined
}

function number(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}

const bounds = new Set(['about', 'almost', 'over', 'under', 'atLeast', 'atMost'])
const modalities: Record<string, string> = {
  est: 'estimate',
  target: 'target',
  forecast: 'forecast',
}
const multipliers: Record<string, number> = {
  trăm: 1e2,
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
}
const units: Record<string, string> = {
  đồng: 'VND',
  USD: 'USD',
  '%': '%',
  'điểm %': 'point',
  'điểm phần trăm': 'point',
  'đồng/người': 'VND/person',
  'đồng/ha': 'VND/ha',
  người: 'person',
  hộ: 'household',
  'đảng viên': 'partyMember',
  'đại biểu': 'delegate',
  xã: 'commune',
  phường: 'ward',
  huyện: 'district',
  tỉnh: 'province',
  'doanh nghiệp': 'enterprise',
  'hợp tác xã': 'cooperative',
  'dự án': 'project',
  vụ: 'case',
  'văn bản': 'document',
  'ý kiến': 'opinion',
  'lượt ý kiến': 'opinion',
  'sản phẩm': 'product',
  trường: 'school',
  'căn nhà': 'house',
  giường: 'bed',
  'lượt khách': 'visit',
  ha: 'ha',
  km: 'km',
  tấn: 'tonne',
  'tạ/ha': 'quintal/ha',
  lần: 'times',
}

/**
 * Value and unit of a quantity. Plainly written ones ("9.500 tỷ đồng", "29,3%", "110/128 xã",
 * "6,5 - 7%") are computed; everything else names its value (and max=, of=) and unit in the mark.
 */
function quantity(text: string, mark: Mark): Record<string, unknown> {
  const written = text.slice(mark.start, mark.end).replace(/\s+/g, ' ')
  const words = [...mark.words]
  const bound = words.find((word) => bounds.has(word)) ?? null
  const modality = modalities[words.find((word) => modalities[word]) ?? ''] ?? 'actual'
  const rest = words.filter((word) => !bounds.has(word) && !modalities[word])
  const stated = rest.filter((word) => /^-?[\d.]+(e\d+)?$/.test(word)).map(Number)
  const unitStated = rest.find((word) => !/^-?[\d.]+(e\d+)?$/.test(word))
  const plain =
    /^([\d.]+(?:,\d+)?)(?: ?[-–] ?([\d.]+(?:,\d+)?)|\/([\d.]+))? ?((?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: |$))*)(.*)$/u.exec(
      written,
    )
  if (!plain && stated.length === 0) throw new Error(`value not stated: ${written}`)
  const scale = (plain?.[4] ?? '')
    .trim()
    .split(' ')
    .reduce((product, word) => product * (multipliers[word] ?? 1), 1)
  const decimal = (part: string | undefined) =>
    part === undefined
      ? null
      : Number((Number(part.replaceAll('.', '').replace(',', '.')) * scale).toPrecision(12))
  const unit = unitStated ?? units[(plain?.[5] ?? '').trim()]
  if (!unit) throw new Error(`unit not stated: ${written}`)
  return {
    value: stated[0] ?? decimal(plain?.[1]),
    max: number(mark.keys.max) ?? (stated.length > 0 ? null : decimal(plain?.[2])),
    of: number(mark.keys.of) ?? (stated.length > 0 ? null : decimal(plain?.[3])),
    unit,
    bound,
    modality,
  }
}

/** Words of a bound right before a figure: they belong to a statement that begins with it. */
const boundBefore =
  /(?:gần|hơn|trên|khoảng|chừng|xấp xỉ|không dưới|tối thiểu|ít nhất|không quá|tối đa|dưới|chưa đến|từ)\s+$/iu

/**
 * A statement: indicator, value and comparisons; a pure growth rate has the rate as its value. Its span
 * runs from the first of them to the last (the contract's rule), whatever else was marked around.
 */
function statement(text: string, mark: Mark, head: Record<string, string>): GoldFinding {
  const named = find(mark, 'i')
  const indicator = mark.keys.ind
    ? locate(text, mark, mark.keys.ind)
    : named
      ? span(text, named.start, named.end)
      : null
  if (!indicator)
    throw new Error(`statement without indicator: ${text.slice(mark.start, mark.end)}`)
  const [code] = mark.words.filter((word) => !modalities[word])
  const comparisons = mark.inner
    .filter((child) => child.kind === 'c')
    .map((child) => {
      const inner = find(child, 'q')
      const amount = inner ? quantity(text, inner) : null
      return {
        ...span(text, child.start, child.end),
        direction: child.words[0],
        amount: amount?.value ?? null,
        unit: amount?.unit ?? null,
        versus: child.words[1] === 'none' ? null : (child.words[1] ?? null),
      }
    })
  const own = mark.inner.find((child) => child.kind === 'q') ?? find(mark, 'q')
  const parts = [indicator, ...comparisons, ...(own ? [own] : [])].filter(
    (part) => part.start >= mark.start && part.end <= mark.end,
  )
  let start = Math.min(...parts.map((part) => part.start))
  if (own && start === own.start) {
    const led = boundBefore.exec(text.slice(mark.start, start))
    if (led) start -= led[0].length
  }
  const last = Math.max(...parts.map((part) => part.end))
  const behind = /^\s+(?:trở lên|trở xuống)/iu.exec(text.slice(last, mark.end))
  const bounds = mark.keys.p ?? head.period
  const [from, to] = bounds && bounds !== 'none' ? bounds.split('..') : []
  return {
    kind: 'statement',
    ...span(text, start, last + (behind?.[0].length ?? 0)),
    indicator: { ...indicator, code: code === 'none' ? null : (code ?? null) },
    quantity: own ? span(text, own.start, own.end) : null,
    comparisons,
    ...(from ? { period: { from: from || null, to: to || null } } : {}),
    modality: modalities[mark.words.find((word) => modalities[word]) ?? ''] ?? 'actual',
  }
}

/** `2024`, `2024Q1`, `2024H2`, `2024M05`, `2024N9` (first nine months), a day, or `from..to grain` (days or whole years). */
function period(mark: Mark): Record<string, unknown> {
  const [value, grain] = mark.words
  const yearStated = !mark.words.includes('noyear')
  if (!value) return {}
  const known = /^(\d{4})(?:([QHMN])(\d+))?$/.exec(value)
  if (!known) {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return { from: value, to: value, grain: 'day', yearStated }
    const [from, to] = value.split('..')
    const whole = (bound: string | undefined, rest: string) =>
      bound && /^\d{4}$/.test(bound) ? bound + rest : bound || null
    return {
      from: whole(from, '-01-01'),
      to: whole(to, '-12-31'),
      grain: grain && grain !== 'noyear' ? grain : 'range',
      yearStated,
    }
  }
  const year = Number(known[1])
  const part = Number(known[3])
  const span = (first: number, last: number, name: string) => ({
    from: `${year}-${String(first).padStart(2, '0')}-01`,
    to: new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10),
    grain: name,
    yearStated,
  })
  if (known[2] === 'Q') return span(part * 3 - 2, part * 3, 'quarter')
  if (known[2] === 'H') return span(part * 6 - 5, part * 6, 'half')
  if (known[2] === 'M') return span(part, part, 'month')
  if (known[2] === 'N') return span(1, part, 'months')
  return span(1, 12, 'year')
}

/** Type, number and symbol as written: "Nghị quyết số 12-NQ/TU". */
function citation(text: string, mark: Mark): Record<string, unknown> {
  const written = text.slice(mark.start, mark.end).replace(/\s+/g, ' ')
  const match = /^(.+?)(?: số)? (\d+)([-/]\S+)?$/.exec(written)
  return {
    type: mark.keys.type ?? match?.[1]?.toLowerCase() ?? null,
    number: mark.keys.number ?? match?.[2] ?? null,
    symbol: mark.keys.symbol ?? (match?.[3] ? `${match[2]}${match[3]}` : null),
    ...(mark.keys.issuer ? { issuer: mark.keys.issuer } : {}),
    ...(mark.keys.date ? { date: mark.keys.date } : {}),
  }
}

function meeting(text: string, mark: Mark): Record<string, unknown> {
  const { keys } = mark
  const anywhere = (name: string | undefined) => {
    if (name === undefined) return null
    const start = text.indexOf(name)
    if (start < 0) throw new Error(`"${name}" of the meeting stands nowhere`)
    return span(text, start, start + name.length)
  }
  return {
    type: mark.words[0],
    body: anywhere(keys.body),
    number: number(keys.number),
    term: keys.term ?? null,
    date: keys.date ? { iso: keys.date } : null,
    place: anywhere(keys.place),
    chair: keys.chair ? keys.chair.split(';').map((name) => ({ name: anywhere(name) })) : [],
    itemCount: number(keys.items),
  }
}

// Which findings are shown.
import { fold } from '../web/format.ts'
import type { FindingView } from './contract.ts'

/** Kinds in the list, in the order of their chips; all others are context. */
export const listedKinds = [
  'statement',
  'shortcoming',
  'assignment',
  'decision',
  'meeting',
  'agendaItem',
  'opinion',
  'citation',
  'check',
] as const

export type ListedKind = (typeof listedKinds)[number]

export interface Filter {
  /** Empty: every kind. */
  kinds: readonly ListedKind[]
  state: 'all' | 'proposed' | 'confirmed' | 'rejected'
  text: string
  /** Quantities, periods, bodies, people, projects too. */
  context: boolean
}

export const noFilter: Filter = { kinds: [], state: 'all', text: '', context: false }

export const isContext = ({ kind }: FindingView): boolean =>
  !listedKinds.includes(kind as ListedKind)

export function matches(finding: FindingView, filter: Filter): boolean {
  if (isContext(finding)) {
    if (!filter.context || filter.kinds.length > 0) return false
  } else if (filter.kinds.length > 0 && !filter.kinds.includes(finding.kind as ListedKind)) {
    return false
  }
  if (filter.state !== 'all' && finding.state !== filter.state) return false
  return filter.text.trim() === '' || fold(finding.quote).includes(fold(filter.text))
}

/**
 * What may be confirmed together with others unseen: the reader is certain of it, it makes an
 * entry, and it would not put a new name into the catalogue.
 */
export function sure(finding: FindingView): boolean {
  if (finding.state !== 'proposed' || finding.certainty !== 'certain') return false
  if (finding.kind === 'check' || isContext(finding)) return false
  if (finding.kind !== 'statement') return true
  const read = finding.payload.indicator as { code?: string | null } | undefined
  return Boolean(finding.edited?.indicatorCode ?? read?.code)
}

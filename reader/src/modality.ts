// What is ordered is a target: the figures inside an assignment are what is to be reached, unless the
// text calls them something else.
import type { Doc } from './doc.ts'
import type { Finding } from './findings.ts'

/** Gives figures and statements inside assignments the modality `target`. */
export function aimAtTargets(doc: Doc): void {
  const orders = doc.findings
    .filter(({ kind }) => kind === 'assignment')
    .sort((a, b) => a.start - b.start)
  if (orders.length === 0) return
  for (const finding of doc.findings) {
    if (finding.kind !== 'quantity' && finding.kind !== 'statement') continue
    if (finding.modality === 'actual' && isInside(finding, orders)) finding.modality = 'target'
  }
}

function isInside(finding: Finding, orders: readonly Finding[]): boolean {
  let low = 0
  let high = orders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((orders[middle]?.start ?? 0) <= finding.start) low = middle + 1
    else high = middle
  }
  return finding.end <= (orders[low - 1]?.end ?? -1)
}

// A figure as written beside the figure as understood, and its comparisons with their signs.
import './indicators.css'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { formatQuantity } from '../../web/quantity.ts'
import type { IndicatorView, ObservationView } from './contract.ts'
import { en, vi } from './texts.ts'

export function Figure({ observation }: { observation: ObservationView }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { quantityText, value, valueMax, of, unit, unitText, bound, modality } = observation
  const understood = formatQuantity({ value, max: valueMax, of, unit, unitText, bound }, language)
  const same = quantityText?.replace(/\s+/g, ' ') === understood
  return (
    <span className="figure">
      <strong>{quantityText ?? <span className="muted">{t.noFigure}</span>}</strong>
      {modality !== 'actual' && <span className="chip">{t.modality[modality as 'estimate']}</span>}
      {understood && !same && (
        <span className="muted figure-understood">
          {t.understood} {understood}
        </span>
      )}
    </span>
  )
}

const signs = { up: '▲', down: '▼', ratio: '▬' }

/** Whether a movement is good depends on which way the indicator ought to go; a ratio is neither. */
function toneOf(direction: 'up' | 'down' | 'ratio', better: IndicatorView['direction']): string {
  if (direction === 'ratio' || better === 'none' || better === 'band') return ''
  return direction === better ? 'good' : 'bad'
}

export function Comparisons({
  observation,
  indicator,
}: {
  observation: ObservationView
  indicator: IndicatorView
}) {
  if (observation.comparisons.length === 0) return null
  return (
    <ul className="comparisons">
      {observation.comparisons.map((one) => (
        <li key={one.quote} className={toneOf(one.direction, indicator.direction)}>
          <span aria-hidden="true">{signs[one.direction]}</span> {one.quote}
        </li>
      ))}
    </ul>
  )
}

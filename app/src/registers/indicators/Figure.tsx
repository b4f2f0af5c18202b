// A figure as written beside the figure as understood, and its comparisons with their signs.
import './indicators.css'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { formatQuantity } from '../../web/quantity.ts'
import type { IndicatorView, ObservationView } from './contract.ts'
import { type Movement, movementOf, tellingComparisons, toneOf } from './movement.ts'
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

const signs: Record<Movement, string> = { up: '▲', down: '▼', level: '▬', share: '▬' }

export function Comparisons({
  observation,
  indicator,
}: {
  observation: ObservationView
  indicator: IndicatorView
}) {
  const telling = tellingComparisons(observation, indicator.kind)
  if (telling.length === 0) return null
  return (
    <ul className="comparisons">
      {telling.map((one) => {
        const movement = movementOf(one)
        return (
          <li key={one.quote} className={toneOf(movement, indicator.direction)}>
            <span aria-hidden="true">{signs[movement]}</span> {one.quote}
          </li>
        )
      })}
    </ul>
  )
}

// A trend on the screen: the drawing, and where there is room its legend and a way to take it along.
import './charts.css'
import { useMemo, useState } from 'react'
import { useTexts } from '../language.tsx'
import { Button } from '../ui/Button.tsx'
import { paperPalette } from './svg.ts'
import { en, vi } from './texts.ts'
import { type TrendOptions, type TrendPoint, trendSvg } from './trend.ts'

type TrendProps = Omit<TrendOptions, 'palette'> & { points: readonly TrendPoint[] }

export function Trend({ points, ...options }: TrendProps) {
  const { width, height, title, cumulative, mini, formatValue } = options
  const svg = useMemo(
    () =>
      trendSvg(points, {
        width,
        height,
        title,
        formatValue,
        cumulative: cumulative ?? false,
        mini: mini ?? false,
      }),
    [points, width, height, title, cumulative, mini, formatValue],
  )
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every text in it is escaped
  const drawing = <div className="trend" dangerouslySetInnerHTML={{ __html: svg }} />
  if (mini) return drawing
  return (
    <figure className="trend-figure">
      {drawing}
      <TrendCaption make={() => trendSvg(points, { ...options, palette: paperPalette })} />
    </figure>
  )
}

function TrendCaption({ make }: { make: () => string }) {
  const t = useTexts(vi, en)
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(make()).then(
      () => setSaid(t.copied),
      () => setSaid(t.copyFailed),
    )
  return (
    <figcaption className="row">
      <span className="muted">{t.legend}</span>
      <Button small look="plain" onClick={() => void copy()}>
        {t.copy}
      </Button>
      <span className="muted" role="status">
        {said}
      </span>
    </figcaption>
  )
}

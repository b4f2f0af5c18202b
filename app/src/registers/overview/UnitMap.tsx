// One indicator on a map of the communes: as tiles, or within outlines where somebody has given them to this browser.
import './unit-map.css'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { type Outlines, readOutlines } from '../../web/charts/outlines.ts'
import { keepOutlines, keptOutlines } from '../../web/charts/outlines-kept.ts'
import { outlinesSvg, type Place, saidOf, tilesSvg } from '../../web/charts/places.ts'
import { CopySheet } from '../../web/charts/SheetTable.tsx'
import type { Sheet } from '../../web/charts/sheet.ts'
import { signs } from '../../web/charts/tone.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { EmptyState } from '../../web/ui/States.tsx'
import { cellOf, type In, legendOf, nameOf, placesOf, scaleOfAll } from './series.ts'
import { classesOf, groupTiles, type TileGroup } from './tiles.ts'
import type { IndicatorUnits as Data } from './units-contract.ts'
import { en, vi } from './units-texts.ts'

interface Tile extends Place {
  name: string
  href: string
  title: string
}

interface Mapped {
  groups: TileGroup<Tile>[]
  /** The same as a table. */
  sheet: Sheet
  /** What the grounds mean, one line each. */
  legend: string[]
}

/** What stands on the map of one day; judged by the units' plans where any has one, else in classes of figures. */
function mapOf(data: Data, place: number, words: In): Mapped {
  const { t, language } = words
  const { indicator } = data
  const scale = scaleOfAll(data, language)
  const about = { column: indicator, scale, shows: 'value' as const }
  const units = groupTiles(data.units.map(({ body, cells }) => ({ ...body, cell: cells[place] })))
  const all = units.flatMap(({ tiles }) => tiles)
  const judged = all.some(({ cell }) => cell && /^(onTrack|watch|late)$/.test(cell.state))
  const levels = judged ? [] : classesOf(all.map(({ cell }) => cell?.value ?? null))
  const tiles = all.map(({ id, name, short, cell }, at): Tile & { short: string } => {
    const href = `/overview/units/${id}`
    const said = cell && cellOf(cell, { ...about, unit: name, href }, words)
    return {
      ...{ name, short, href, level: levels[at] ?? null },
      ...{ text: said?.text ?? '', tone: said?.tone ?? 'none', word: said?.word ?? '' },
      title: said?.title ?? name,
    }
  })
  const title = t.ofIndicator(nameOf(indicator, language))
  const note = [t.views.map, t.until(formatDate(data.ends[place])), scale.word]
  return {
    groups: groupTiles(tiles),
    sheet: {
      ...{ title, note: note.filter(Boolean).join('. '), stateHead: t.state },
      heads: [{ text: t.unit }, { text: t.reached }],
      rows: tiles.map(({ name, href, text, tone, word }) => ({
        ...{ name, href, cells: [{ text, tone, word }] },
      })),
      legend: legendOf(t),
    },
    legend: judged
      ? legendOf(t).map(({ tone, word }) => `${signs[tone]} ${word}`)
      : [t.mapClasses, `${signs.none} ${t.states.missing}`],
  }
}

export function UnitMapView({ data, yearField }: { data: Data; yearField: ReactNode }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const newest = placesOf(data).at(-1) ?? 0
  const [chosen, setChosen] = useState<number | null>(null)
  const [outlines, setOutlines] = useState<Outlines | null>(keptOutlines)
  const [said, setSaid] = useState('')
  const place = chosen !== null && chosen < data.ends.length ? chosen : newest
  const { groups, sheet, legend } = mapOf(data, place, { t, language })
  const tiles = groups.flatMap((group) => group.tiles)
  const shaped = outlines
    ? tiles.flatMap((one) => {
        const shape = outlines.shapes[one.name]
        return shape ? [{ ...one, shape }] : []
      })
    : []
  const take = async (file: File) => {
    const read = readOutlines(
      await file.text(),
      data.units.map(({ body }) => body.name),
    )
    const { problem, without, unknown } = read
    if (read.outlines) setOutlines(keepOutlines(read.outlines))
    setSaid(problem ? t.outlineProblems[problem] : t.outlinesRead(without, unknown.length))
  }
  const drop = () => {
    setOutlines(keepOutlines(null))
    setSaid('')
  }
  const about = { title: sheet.title, note: sheet.note, legend }
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <SelectField
          label={t.period}
          value={String(place)}
          onChange={(value) => setChosen(Number(value))}
          options={data.ends
            .map((day, at) => ({ value: String(at), label: t.until(formatDate(day)) }))
            .toReversed()}
        />
        <CopySheet
          sheet={sheet}
          svg={() =>
            outlines && shaped.length > 0
              ? outlinesSvg(shaped, outlines, about)
              : tilesSvg(
                  groups.map(({ kind, tiles: ofKind }) => ({
                    ...{ kind: t.kinds[kind], tiles: ofKind },
                  })),
                  about,
                )
          }
          t={t}
        />
      </div>
      {tiles.length === 0 ? (
        <EmptyState title={t.noCommunes} />
      ) : (
        <>
          <p className="print-line">{sheet.note}</p>
          <ul className="map-legend">
            {legend.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {outlines && shaped.length > 0 ? (
            <OutlineMap places={shaped} outlines={outlines} label={sheet.title} />
          ) : (
            groups.map(({ kind, tiles: ofKind }) => (
              <TileGrid key={kind} kind={t.kinds[kind]} tiles={ofKind} />
            ))
          )}
          <Giving onFile={take} onDrop={outlines ? drop : null} said={said} />
        </>
      )}
    </>
  )
}

const classNameOf = ({ tone, level }: Place): string =>
  level === null ? `tone ${tone ?? 'none'}` : `level-${level}`

function TileGrid({ kind, tiles }: { kind: string; tiles: readonly (Tile & { short: string })[] }) {
  return (
    <section aria-label={kind}>
      <h2 className="map-kind">{kind}</h2>
      <ul className="map-tiles">
        {tiles.map((one) => (
          <li key={one.href}>
            <Link href={one.href} className={`map-tile ${classNameOf(one)}`} title={one.title}>
              <span>{one.short}</span>
              <strong>{saidOf(one)}</strong>
              {one.text === '' && <small>{one.word}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Shaped = Tile & { shape: Outlines['shapes'][string] }

function OutlineMap({
  places,
  outlines,
  label,
}: {
  places: readonly Shaped[]
  outlines: Outlines
  label: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of links
    <svg
      className="map-outlines"
      viewBox={`-4 -4 ${outlines.width + 8} ${outlines.height + 8}`}
      role="group"
      aria-label={label}
    >
      {places.map((one) => (
        <Link key={one.href} href={one.href} className={`map-place ${classNameOf(one)}`}>
          <title>{`${one.name}: ${one.text} ${one.word}`}</title>
          <path d={one.shape.path} />
          {one.shape.width > one.short.length * 11 && one.shape.height > 44 && (
            <>
              <text x={one.shape.x} y={one.shape.y - 4}>
                {one.short}
              </text>
              <text x={one.shape.x} y={one.shape.y + 18}>
                {saidOf(one)}
              </text>
            </>
          )}
        </Link>
      ))}
    </svg>
  )
}

/** A file of outlines, for this browser alone. */
function Giving({
  onFile,
  onDrop,
  said,
}: {
  onFile: (file: File) => Promise<void>
  onDrop: (() => void) | null
  said: string
}) {
  const t = useTexts(vi, en)
  return (
    <div className="map-giving row">
      <label className="field">
        <span className="field-label">{t.outlinesFile}</span>
        <input
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) void onFile(file)
          }}
        />
        <small className="muted">{t.outlinesHint}</small>
      </label>
      {onDrop && (
        <Button small onClick={onDrop}>
          {t.outlinesDrop}
        </Button>
      )}
      <p role="status">{said}</p>
    </div>
  )
}

// One indicator on a map of the communes: as tiles, or within outlines where somebody has given them to this browser.
import './unit-map.css'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { type Outlines, type ReadOutlines, readOutlineFile } from '../../web/charts/outlines.ts'
import { keepOutlines, keptOutlines } from '../../web/charts/outlines-kept.ts'
import { outlinesSvg, type Place, reasonOf, saidOf, tilesSvg } from '../../web/charts/places.ts'
import { CopySheet } from '../../web/charts/SheetTable.tsx'
import type { Sheet } from '../../web/charts/sheet.ts'
import { signs } from '../../web/charts/tone.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { SelectField } from '../../web/ui/Field.tsx'
import { EmptyState } from '../../web/ui/States.tsx'
import { EndField, useEnd } from './EndField.tsx'
import { cellOf, type In, legendOf, nameOf, scaleOfAll } from './series.ts'
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
  const levelOf = new Map(all.map(({ id }, at) => [id, levels[at] ?? null]))
  const tileOf = ({ id, name, short, cell }: (typeof all)[number]): ShortTile => {
    const href = `/overview/units/${id}`
    const said = cell && cellOf(cell, { ...about, unit: name, href }, words)
    return {
      ...{ name, short, href, level: levelOf.get(id) ?? null },
      ...{ text: said?.text ?? '', tone: said?.tone ?? 'none', word: said?.word ?? '' },
      title: said?.title ?? name,
    }
  }
  const groups = units.map(({ kind, tiles }) => ({ kind, tiles: tiles.map(tileOf) }))
  const title = t.ofIndicator(nameOf(indicator, language))
  const note = [t.views.map, t.until(formatDate(data.ends[place])), scale.word]
  return {
    groups,
    sheet: {
      ...{ title, note: note.filter(Boolean).join('. '), stateHead: t.state },
      heads: [{ text: t.unit }, { text: t.reached }],
      rows: groups.flatMap(({ tiles }) =>
        tiles.map(({ name, href, text, tone, word }) => ({
          ...{ name, href, cells: [{ text, tone, word }] },
        })),
      ),
      legend: legendOf(t),
    },
    legend: judged
      ? legendOf(t).map(({ tone, word }) => `${signs[tone]} ${word}`)
      : [t.mapClasses, `${signs.none} ${t.states.missing}`],
  }
}

/** At most so many names stand in a sentence. */
const mostNamed = 10

/** What a file gave, in sentences: the places without an outline, the features of nobody, those that are wrong. */
function toldOf({ problem, without, unknown, wrong }: ReadOutlines, t: In['t']): string {
  const listed = (names: readonly string[]) =>
    [
      ...names.slice(0, mostNamed),
      ...(names.length > mostNamed ? [t.andMore(names.length - mostNamed)] : []),
    ].join(', ')
  return [
    problem ? t.outlineProblems[problem] : t.outlinesRead(listed(without)),
    ...(unknown.length > 0 ? [t.outlinesUnknown(listed(unknown))] : []),
    ...(wrong.length > 0 ? [t.outlinesWrong(listed(wrong))] : []),
  ].join(' ')
}

type ShortTile = Tile & { short: string }
type Form = 'outlines' | 'tiles'
type Shaped = Tile & { shape: Outlines['shapes'][string] }

/** The places that have an outline, and the others. */
function partedBy(outlines: Outlines | null, tiles: readonly ShortTile[]) {
  const shaped: Shaped[] = []
  const others: ShortTile[] = []
  for (const one of tiles) {
    const shape = outlines?.shapes[one.name]
    if (shape) shaped.push({ ...one, shape })
    else others.push(one)
  }
  return { shaped, others }
}

export function UnitMapView({ data, yearField }: { data: Data; yearField: ReactNode }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [place, setPlace] = useEnd(data)
  const [form, setForm] = useState<Form>('outlines')
  const [outlines, setOutlines] = useState<Outlines | null>(keptOutlines)
  const mapped = mapOf(data, place, { t, language })
  const { groups, sheet } = mapped
  const tiles = groups.flatMap((group) => group.tiles)
  const { shaped, others } = partedBy(outlines, tiles)
  const drawn =
    form === 'outlines' && outlines && shaped.length > 0 ? { outlines, shaped, others } : null
  return (
    <>
      <div className="row register-filter">
        {yearField}
        <EndField data={data} label={t.period} value={place} onChange={setPlace} />
        {shaped.length > 0 && (
          <SelectField<Form>
            label={t.mapDrawn}
            value={form}
            onChange={setForm}
            options={(['outlines', 'tiles'] as const).map((value) => ({
              value,
              label: t.mapForms[value],
            }))}
          />
        )}
        <CopySheet sheet={sheet} svg={() => pictureOf(mapped, drawn, t)} t={t} />
      </div>
      {tiles.length === 0 ? (
        <EmptyState title={t.noCommunes} />
      ) : (
        <>
          <Drawn mapped={mapped} drawn={drawn} />
          <Giving
            names={tiles.map(({ name }) => name)}
            kept={outlines !== null}
            onKeep={(given) => setOutlines(keepOutlines(given))}
          />
        </>
      )}
    </>
  )
}

interface DrawnBy {
  outlines: Outlines
  shaped: Shaped[]
  others: ShortTile[]
}

/** The legend and the map; places without an outline stand as tiles below the drawing. */
function Drawn({ mapped, drawn }: { mapped: Mapped; drawn: DrawnBy | null }) {
  const t = useTexts(vi, en)
  const { groups, sheet, legend } = mapped
  return (
    <>
      <p className="print-line">{sheet.note}</p>
      <ul className="map-legend">
        {legend.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {drawn ? (
        <>
          <OutlineMap places={drawn.shaped} outlines={drawn.outlines} label={sheet.title} />
          {drawn.others.length > 0 && <TileGrid kind={t.noOutline} tiles={drawn.others} />}
        </>
      ) : (
        groups.map(({ kind, tiles }) => <TileGrid key={kind} kind={t.kinds[kind]} tiles={tiles} />)
      )}
    </>
  )
}

/** The map as it stands, to copy; places without an outline are told below the drawing. */
function pictureOf({ groups, sheet, legend }: Mapped, drawn: DrawnBy | null, t: In['t']): string {
  const about = { title: sheet.title, note: sheet.note ?? '', legend }
  if (!drawn)
    return tilesSvg(
      groups.map(({ kind, tiles }) => ({ kind: t.kinds[kind], tiles })),
      about,
    )
  const below = drawn.others.map((one) => `${t.noOutline}: ${one.name}, ${saidOf(one)} ${one.word}`)
  return outlinesSvg(drawn.shaped, drawn.outlines, { ...about, legend: [...legend, ...below] })
}

const classNameOf = ({ tone, level }: Place): string =>
  level === null ? `tone ${tone ?? 'none'}` : `level-${level}`

function TileGrid({ kind, tiles }: { kind: string; tiles: readonly ShortTile[] }) {
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
          <path d={one.shape.path} fillRule="evenodd" />
          {one.shape.width > one.short.length * 11 && one.shape.height > 44 && (
            <>
              <text x={one.shape.x} y={one.shape.y - 4}>
                {one.short}
              </text>
              <text x={one.shape.x} y={one.shape.y + 18}>
                {reasonOf(one, one.shape.width / 11)}
              </text>
            </>
          )}
        </Link>
      ))}
    </svg>
  )
}

/** A file of outlines, for this browser alone, and what was found in it. */
function Giving({
  names,
  kept,
  onKeep,
}: {
  names: readonly string[]
  kept: boolean
  onKeep: (outlines: Outlines | null) => void
}) {
  const t = useTexts(vi, en)
  const [read, setRead] = useState<ReadOutlines | null>(null)
  const take = async (file: File) => {
    const found = await readOutlineFile(file, names)
    if (found.outlines) onKeep(found.outlines)
    setRead(found)
  }
  const drop = () => {
    onKeep(null)
    setRead(null)
  }
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
            if (file) void take(file)
          }}
        />
        <small className="muted">{t.outlinesHint}</small>
      </label>
      {kept && (
        <Button small onClick={drop}>
          {t.outlinesDrop}
        </Button>
      )}
      <p role="status">{read && toldOf(read, t)}</p>
    </div>
  )
}

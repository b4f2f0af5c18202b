// A regime as the office sets it up or revises it: days, indicators, units, and who answers for each.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { followsFromReports } from '../indicators/counted.ts'
import { stages } from '../indicators/figure.ts'
import { useIndicators } from '../indicators/useIndicatorOptions.tsx'
import { bodyOptions, useBodies } from '../organisations/useBodies.tsx'
import type { RegimeTerms, RegimeView, reportingRoutes } from './contract.ts'
import { frequencies, type Measure, measures, powers, usualTerms } from './regime.ts'
import { en, vi } from './texts.ts'
import { unitInWords } from './unit-words.ts'

interface RegimeDialogProps {
  /** The one that is revised; without it a new one is set up. */
  regime?: RegimeView
  onClose: () => void
}

type Line = RegimeTerms['lines'][number]
type Unit = RegimeTerms['units'][number]

/** A whole number of days as typed; -1 for anything else. */
const daysIn = (text: string): number => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : -1)

export function RegimeDialog({ regime, onClose }: RegimeDialogProps) {
  const t = useTexts(vi, en)
  const newest = regime?.versions.at(-1)
  const today = todayInVietnam()
  const [name, setName] = useState(regime?.name ?? '')
  const [validFrom, setValidFrom] = useState<string | null>(`${today.slice(0, 8)}01`)
  const [legalReference, setLegal] = useState(newest?.legalReference ?? '')
  const [frequency, setFrequency] = useState(newest?.frequency ?? 'month')
  const [stage, setStage] = useState(newest?.stage ?? 'estimate')
  const [cutoff, setCutoff] = useState(String(newest?.cutoffDay ?? usualTerms.cutoffDay))
  const [due, setDue] = useState(String(newest?.dueDays ?? usualTerms.dueDays))
  const [grace, setGrace] = useState(String(newest?.graceDays ?? usualTerms.graceDays))
  const [lines, setLines] = useState<Line[]>(
    newest?.lines.map(({ indicatorId, measure, power }) => ({
      ...{ indicatorId, measure },
      power: power as Line['power'],
    })) ?? [],
  )
  const [units, setUnits] = useState<Unit[]>(
    newest?.units.map(({ body, responsible }) => ({
      organisationId: body.id,
      responsibleId: responsible.id,
    })) ?? [],
  )
  const [wrong, setWrong] = useState(false)
  const terms = {
    ...{ validFrom, legalReference: legalReference.trim(), frequency, stage, lines, units },
    ...{ cutoffDay: daysIn(cutoff), dueDays: daysIn(due), graceDays: daysIn(grace) },
  }
  const change = useSaved<void, unknown>({
    send: () =>
      regime
        ? request<typeof reportingRoutes.revise>('post', '/api/report-regimes/{id}/versions', {
            params: { id: regime.id },
            version: regime.version,
            body: terms,
          })
        : request<typeof reportingRoutes.add>('post', '/api/report-regimes', {
            body: { name: name.trim(), ...terms },
          }),
    words: t.saved,
    keys: ['reports'],
    onDone: onClose,
  })
  const ready =
    name.trim() !== '' &&
    terms.legalReference !== '' &&
    validFrom !== null &&
    !wrong &&
    terms.cutoffDay >= 1 &&
    terms.cutoffDay <= 31 &&
    terms.dueDays >= 0 &&
    terms.graceDays >= 0 &&
    lines.length > 0 &&
    units.length > 0 &&
    units.every((unit) => unit.responsibleId !== null)
  return (
    <FormDialog
      title={regime ? t.reviseTitle : t.add}
      change={change}
      ready={ready}
      onClose={onClose}
    >
      {!regime && (
        <TextField
          label={t.name}
          value={name}
          onChange={setName}
          maxLength={300}
          required
          autoFocus
        />
      )}
      <TextField
        label={t.legalReference}
        hint={t.legalHint}
        value={legalReference}
        onChange={setLegal}
        maxLength={500}
        required
      />
      <DateField
        label={t.validFrom}
        value={validFrom}
        onChange={setValidFrom}
        onInvalid={setWrong}
      />
      <div className="field-pair">
        <SelectField
          label={t.frequency}
          value={frequency}
          onChange={setFrequency}
          options={frequencies.map((value) => ({ value, label: t.frequencies[value] }))}
        />
        <SelectField
          label={t.stage}
          value={stage}
          onChange={setStage}
          options={stages.map((value) => ({ value, label: t.stages[value] }))}
        />
      </div>
      <TextField
        label={t.cutoffDay}
        hint={t.cutoffHint}
        value={cutoff}
        onChange={setCutoff}
        inputMode="numeric"
      />
      <div className="field-pair">
        <TextField label={t.dueDays} value={due} onChange={setDue} inputMode="numeric" />
        <TextField label={t.graceDays} value={grace} onChange={setGrace} inputMode="numeric" />
      </div>
      <Lines lines={lines} onChange={setLines} />
      <Units units={units} onChange={setUnits} />
    </FormDialog>
  )
}

function Lines({ lines, onChange }: { lines: Line[]; onChange: (lines: Line[]) => void }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const all = new Map(useIndicators().map((one) => [one.id, one]))
  const nameOf = (id: string) => {
    const one = all.get(id)
    return (language === 'en' ? one?.nameEn : one?.nameVi) ?? ''
  }
  const set = (at: number, line: Line) => onChange(lines.with(at, line))
  return (
    <fieldset className="stack report-lines">
      <legend>{t.lines}</legend>
      {lines.map((line, at) => {
        const name = nameOf(line.indicatorId)
        return (
          <div key={`${line.indicatorId} ${line.measure}`} className="stack">
            <strong>{name}</strong>
            <div className="field-pair">
              <SelectField
                label={t.measure}
                value={line.measure}
                onChange={(measure) => set(at, { ...line, measure })}
                options={measures.map((value) => ({ value, label: t.measures[value] }))}
              />
              <SelectField
                label={t.power}
                value={String(line.power)}
                onChange={(power) => set(at, { ...line, power: Number(power) as Line['power'] })}
                options={powers.map((power) => ({
                  value: String(power),
                  label:
                    unitInWords({ unit: all.get(line.indicatorId)?.unit ?? '', power }, language) ||
                    '1',
                }))}
              />
              <Button
                aria-label={t.removeOf(name)}
                onClick={() => onChange(lines.filter((_, other) => other !== at))}
              >
                ✕
              </Button>
            </div>
          </div>
        )
      })}
      <Combobox
        label={t.addLine}
        value={null}
        options={[...all.values()]
          .filter((one) => !followsFromReports(one.code))
          .map((one) => ({
            value: one.id,
            label: nameOf(one.id),
            also: one.synonyms,
          }))}
        onChange={(id) => {
          const one = id === null ? undefined : all.get(id)
          if (!one) return
          const taken = lines.some((line) => line.indicatorId === one.id)
          const usual: Measure = one.kind === 'C' ? 'cumulative' : 'period'
          const measure = taken
            ? measures.find(
                (other) =>
                  !lines.some((line) => line.indicatorId === one.id && line.measure === other),
              )
            : usual
          if (!measure) return
          const power = one.unit.startsWith('VND') ? 9 : 0
          onChange([...lines, { indicatorId: one.id, measure, power }])
        }}
      />
    </fieldset>
  )
}

function Units({ units, onChange }: { units: Unit[]; onChange: (units: Unit[]) => void }) {
  const t = useTexts(vi, en)
  const { data } = useBodies(null)
  const people = useQuery({
    queryKey: ['reports', 'people'],
    queryFn: ({ signal }) =>
      request<typeof reportingRoutes.people>('get', '/api/report-people', { signal }),
  }).data?.people
  const bodies = data?.bodies ?? []
  const of = (id: string) => (people ?? []).filter((one) => one.organisationId === id)
  const added = (id: string): Unit => ({
    organisationId: id,
    // One alone is no choice; of several nobody is guessed.
    responsibleId: of(id).length === 1 ? (of(id)[0]?.id ?? null) : null,
  })
  const isIn = (id: string) => units.some((unit) => unit.organisationId === id)
  const rest = bodies.filter(
    (body) => ['commune', 'ward', 'specialZone'].includes(body.kind) && of(body.id).length > 0,
  )
  return (
    <fieldset className="stack report-lines">
      <legend>{t.units}</legend>
      <p className="muted">{t.unitsHint}</p>
      {units.map((unit, at) => {
        const name = bodies.find((body) => body.id === unit.organisationId)?.name ?? ''
        const choices = of(unit.organisationId)
        return (
          <div key={unit.organisationId} className="field-pair">
            <SelectField
              label={name}
              hint={choices.length === 0 ? t.noPerson : undefined}
              value={unit.responsibleId ?? ''}
              onChange={(id) => onChange(units.with(at, { ...unit, responsibleId: id || null }))}
              options={[
                { value: '', label: t.choosePerson },
                ...choices.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
            <Button
              aria-label={t.removeOf(name)}
              onClick={() => onChange(units.filter((_, other) => other !== at))}
            >
              ✕
            </Button>
          </div>
        )
      })}
      <Combobox
        label={t.addUnit}
        value={null}
        options={bodyOptions(bodies.filter((body) => !isIn(body.id)))}
        onChange={(id) => id !== null && onChange([...units, added(id)])}
      />
      {rest.some((body) => !isIn(body.id)) && (
        <Button
          onClick={() =>
            onChange([
              ...units,
              ...rest.filter((body) => !isIn(body.id)).map((body) => added(body.id)),
            ])
          }
        >
          {t.addCommunes}
        </Button>
      )}
    </fieldset>
  )
}

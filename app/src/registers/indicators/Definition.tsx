// What an indicator is: told on its page, and said anew from a day on.
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { formatDate, formatNumber, parseNumber } from '../../web/format.ts'
import { type Language, useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { BodyField } from '../assignments/BodyField.tsx'
import type { IndicatorView } from './contract.ts'
import {
  bodyAxes,
  type DefinitionRules,
  priceBases,
  reportModes,
  timeAxes,
  valueKinds,
} from './definition.ts'
import type { DefinitionView, figureRoutes } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { factorName, factors, unitName } from './unit-names.ts'
import { useIndicators } from './useIndicatorOptions.tsx'

type Told = {
  definitions: DefinitionView[]
  rules: DefinitionRules
  breaks: { id: string; onDay: string; reason: string }[]
  counted: boolean
  mayEdit: boolean
}

export function Definition({ indicator, told }: { indicator: IndicatorView; told: Told }) {
  const t = useTexts(vi, en).definition
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const [taken, setTaken] = useState<Told['breaks'][number] | null>(null)
  const { rules, definitions, breaks, counted, mayEdit } = told
  const newest = definitions.at(-1)
  return (
    <section className="targets">
      <div className="row section-head">
        <h2>{t.title}</h2>
        {mayEdit && <Button onClick={() => setOpened(true)}>{t.define}</Button>}
      </div>
      {counted ? (
        <p className="muted">{t.counted}</p>
      ) : (
        !newest && <p className="muted">{t.assumed}</p>
      )}
      <dl className="facts">
        <Fact name={t.valueKind} value={t.valueKinds[rules.valueKind]} />
        <Fact name={t.reportMode} value={t.reportModes[rules.reportMode]} />
        <Fact name={t.acrossBodies} value={t.axis[rules.acrossBodies]} />
        <Fact name={t.acrossTime} value={t.axis[rules.acrossTime]} />
        <Fact
          name={t.priceBasis}
          value={rules.priceBasis === 'none' ? '' : t.priceBases[rules.priceBasis]}
        />
        {newest && (
          <>
            <Fact
              name={t.entryFactor}
              value={typedIn(rules.entryFactor, indicator.unit, language)}
            />
            <Fact name={t.decimals} value={String(rules.decimals)} />
          </>
        )}
        <Fact name={t.formula} value={rules.formula ?? ''} />
        <Fact name={t.owner} value={newest?.owner.name ?? ''} />
        <Fact name={t.content} value={newest?.content ?? ''} />
        <Fact
          name={t.legalReference}
          value={newest ? t.valid(formatDate(newest.validFrom), newest.legalReference) : ''}
        />
      </dl>
      {breaks.map((one) => (
        <p key={one.id} className="muted">
          {t.breakOn(formatDate(one.onDay), one.reason)}{' '}
          {mayEdit && (
            <Button small look="plain" onClick={() => setTaken(one)}>
              {t.breakBack}
            </Button>
          )}
        </p>
      ))}
      {definitions.length > 1 && (
        <details>
          <summary>{t.versions(definitions.length)}</summary>
          <ol className="plain-list">
            {definitions.map((one) => (
              <li key={one.number}>
                {t.valueKinds[one.valueKind]}, {t.reportModes[one.reportMode]}, {one.owner.name}:{' '}
                {t.valid(formatDate(one.validFrom), one.legalReference)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {taken && <BreakDialog of={taken} onClose={() => setTaken(null)} />}
      {opened && (
        <DefinitionDialog indicator={indicator} told={told} onClose={() => setOpened(false)} />
      )}
    </section>
  )
}

/** "tỷ đồng". */
const typedIn = (factor: number, unit: string, language: Language) =>
  [factorName(factor, language), unitName(unit, language)].filter(Boolean).join(' ')

function BreakDialog({ of, onClose }: { of: Told['breaks'][number]; onClose: () => void }) {
  const t = useTexts(vi, en).definition
  const [reason, setReason] = useState('')
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.withdrawBreak>('post', '/api/indicator-breaks/{id}/withdraw', {
        params: { id: of.id },
        body: { reason },
      }),
    onDone: onClose,
    words: t.breakTaken,
    keys: ['indicators'],
  })
  return (
    <FormDialog title={t.breakTitle} change={change} ready={reason.trim() !== ''} onClose={onClose}>
      <p>{t.breakOn(formatDate(of.onDay), of.reason)}</p>
      <p className="muted">{t.breakHint}</p>
      <TextField label={t.breakReason} value={reason} onChange={setReason} maxLength={1000} />
    </FormDialog>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

interface DialogProps {
  indicator: IndicatorView
  told: Told
  onClose: () => void
}

function DefinitionDialog({ indicator, told, onClose }: DialogProps) {
  const t = useTexts(vi, en).definition
  const { language } = useLanguage()
  const newest = told.definitions.at(-1)
  const written = (value: number | null) => (value === null ? '' : formatNumber(value, language))
  const [rules, setRules] = useState<DefinitionRules>(newest ?? told.rules)
  const [limits, setLimits] = useState({ least: written(rules.least), most: written(rules.most) })
  const [owner, setOwner] = useState<string | null>(newest?.owner.id ?? null)
  const [content, setContent] = useState(newest?.content ?? '')
  const [legalReference, setLegalReference] = useState(newest?.legalReference ?? '')
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [noDay, setNoDay] = useState(false)
  const [reason, setReason] = useState('')
  const [breaks, setBreaks] = useState(false)
  const set = (change: Partial<DefinitionRules>) => setRules((former) => ({ ...former, ...change }))
  const least = parseNumber(limits.least, language)
  const most = parseNumber(limits.most, language)
  const indicators = useIndicators()
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.define>('post', '/api/indicators/{id}/definitions', {
        params: { id: indicator.id },
        body: {
          ...pickRules(rules),
          ...{ least: least ?? null, most: most ?? null },
          ...{ validFrom: validFrom ?? '', ownerId: owner ?? '', legalReference, breaks },
          formula: rules.formula?.trim() || null,
          content: content.trim() || null,
          reason: reason.trim() || null,
          seen: newest?.number ?? 0,
        },
      }),
    onDone: onClose,
    words: t.saved,
    keys: ['indicators'],
  })
  const ready =
    owner !== null &&
    validFrom !== null &&
    !noDay &&
    legalReference.trim() !== '' &&
    least !== undefined &&
    most !== undefined &&
    (!breaks || reason.trim() !== '')
  const choices = <V extends string>(values: readonly V[], words: Record<V, string>) =>
    values.map((value) => ({ value, label: words[value] }))
  return (
    <FormDialog title={t.dialogTitle} change={change} ready={ready} onClose={onClose}>
      <p>{language === 'en' ? indicator.nameEn : indicator.nameVi}</p>
      <div className="field-pair">
        <SelectField
          label={t.valueKind}
          value={rules.valueKind}
          onChange={(valueKind) => set({ valueKind })}
          options={choices(valueKinds, t.valueKinds)}
        />
        <SelectField
          label={t.reportMode}
          value={rules.reportMode}
          onChange={(reportMode) => set({ reportMode })}
          options={choices(reportModes, t.reportModes)}
        />
      </div>
      <div className="field-pair">
        <SelectField
          label={t.acrossBodies}
          value={rules.acrossBodies}
          onChange={(acrossBodies) => set({ acrossBodies })}
          options={choices(bodyAxes, t.axis)}
        />
        <SelectField
          label={t.acrossTime}
          value={rules.acrossTime}
          onChange={(acrossTime) => set({ acrossTime })}
          options={choices(timeAxes, t.axis)}
        />
      </div>
      {(rules.acrossBodies === 'weightedMean' || rules.acrossTime === 'weightedMean') && (
        <Combobox
          label={t.weight}
          value={rules.weightIndicatorId}
          onChange={(weightIndicatorId) => set({ weightIndicatorId })}
          options={indicators
            .filter((one) => one.id !== indicator.id)
            .map((one) => ({
              value: one.id,
              label: language === 'en' ? one.nameEn : one.nameVi,
            }))}
        />
      )}
      <TextField
        label={t.formula}
        hint={t.formulaHint}
        value={rules.formula ?? ''}
        onChange={(formula) => set({ formula })}
        maxLength={500}
      />
      <div className="field-pair">
        <TextField
          label={t.least}
          value={limits.least}
          onChange={(value) => setLimits((former) => ({ ...former, least: value }))}
        />
        <TextField
          label={t.most}
          value={limits.most}
          onChange={(value) => setLimits((former) => ({ ...former, most: value }))}
        />
      </div>
      <div className="field-pair">
        <SelectField
          label={t.entryFactor}
          hint={t.entryHint}
          value={String(rules.entryFactor)}
          onChange={(factor) => set({ entryFactor: Number(factor) })}
          options={[...new Set<number>([...factors, rules.entryFactor])].map((factor) => ({
            value: String(factor),
            label: typedIn(factor, indicator.unit, language) || String(factor),
          }))}
        />
        <SelectField
          label={t.decimals}
          value={String(rules.decimals)}
          onChange={(decimals) => set({ decimals: Number(decimals) })}
          options={[0, 1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: String(one) }))}
        />
      </div>
      <SelectField
        label={t.priceBasis}
        value={rules.priceBasis}
        onChange={(priceBasis) => set({ priceBasis })}
        options={choices(priceBases, t.priceBases)}
      />
      <BodyField label={t.owner} value={owner} onChange={setOwner} />
      <TextArea label={t.content} value={content} onChange={setContent} maxLength={4000} />
      <TextField
        label={t.legalReference}
        value={legalReference}
        onChange={setLegalReference}
        maxLength={500}
      />
      <DateField
        label={t.validFrom}
        value={validFrom}
        onChange={setValidFrom}
        onInvalid={setNoDay}
      />
      <TextField label={t.reason} value={reason} onChange={setReason} maxLength={1000} />
      <CheckField label={t.breaks} value={breaks} onChange={setBreaks} />
    </FormDialog>
  )
}

const pickRules = ({
  valueKind,
  reportMode,
  acrossBodies,
  acrossTime,
  weightIndicatorId,
  entryFactor,
  decimals,
  priceBasis,
}: DefinitionRules) => ({
  ...{ valueKind, reportMode, acrossBodies, acrossTime, weightIndicatorId },
  ...{ entryFactor, decimals, priceBasis },
})

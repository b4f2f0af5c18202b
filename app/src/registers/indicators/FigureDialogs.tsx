// One reported figure typed or revised, and all figures kept for a conference.
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { ApiProblem, request } from '../../web/api.ts'
import { formatDate, formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { formatQuantity } from '../../web/quantity.ts'
import { Combobox } from '../../web/ui/Combobox.tsx'
import { CheckField, DateField, SelectField, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { BodyField } from '../assignments/BodyField.tsx'
import { useConferences } from '../conferences/useUpcoming.tsx'
import { askedIn, en as checksEn, vi as checksVi } from './check-texts.ts'
import type { Question } from './checks.ts'
import type { IndicatorView } from './contract.ts'
import { definitionOn } from './definition.ts'
import { accumulations, figureKinds, missingReasons, stages } from './figure.ts'
import type { DefinitionView, figureRoutes, ReportedFigure } from './figure-contract.ts'
import { en, vi } from './figure-texts.ts'
import { factorName, unitName } from './unit-names.ts'

type Missing = (typeof missingReasons)[number]

interface FigureDialogProps {
  indicator: IndicatorView
  /** The figure that is revised; without it a new one is recorded. */
  of?: ReportedFigure | undefined
  /** How the indicator is reported. */
  cumulative: boolean
  /** What a bare number is read in; none where nobody has said so. */
  definitions: readonly DefinitionView[]
  onClose: () => void
}

export function FigureDialog({
  indicator,
  of,
  cumulative,
  definitions,
  onClose,
}: FigureDialogProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const [body, setBody] = useState<string | null>(of?.organisation?.id ?? null)
  const [from, setFrom] = useState<string | null>(
    of?.periodFrom ?? `${todayInVietnam().slice(0, 4)}-01-01`,
  )
  const [to, setTo] = useState<string | null>(of?.periodTo ?? null)
  const [accumulation, setAccumulation] = useState<ReportedFigure['accumulation']>(
    of?.accumulation ?? (cumulative ? 'cumulative' : 'period'),
  )
  const [kind, setKind] = useState<ReportedFigure['kind']>(of?.kind ?? 'actual')
  const [missing, setMissing] = useState<Missing | ''>(of?.missingReason ?? '')
  const [before] = useState(
    of ? formatQuantity({ value: of.value, unit: indicator.unit }, 'vi', 20) : '',
  )
  const [figure, setFigure] = useState(before)
  // What stands there stays as it is, to the digit, where it is not typed anew.
  const untouched = before !== '' && figure === before
  const [stage, setStage] = useState<ReportedFigure['stage']>(of?.stage ?? 'estimate')
  const [reason, setReason] = useState('')
  const [sure, setSure] = useState(false)
  const [invalid, setInvalid] = useState({ from: false, to: false })
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.add>('post', '/api/indicators/{id}/figures', {
        params: { id: indicator.id },
        body: {
          organisationId: body,
          ...{ from: from ?? '', to: to ?? '', accumulation, kind, stage, sure },
          ...(missing !== '' ? { missingReason: missing } : untouched ? {} : { figure }),
          ...(reason.trim() ? { reason } : {}),
          ...(of ? { seen: of.number } : {}),
        },
      }),
    onDone: onClose,
    words: t.saved,
    keys: ['indicators'],
  })
  const asked = questionsIn(change.error)
  // The one that counts on the last day of the figure's period, as the server reads it.
  const written = to === null ? null : definitionOn(definitions, to)
  const bare =
    written &&
    [factorName(written.entryFactor, language), unitName(indicator.unit, language)]
      .filter(Boolean)
      .join(' ')
  const ready =
    from !== null &&
    to !== null &&
    from <= to &&
    !invalid.from &&
    !invalid.to &&
    (missing !== '' || figure.trim() !== '') &&
    (!of || reason.trim() !== '')
  return (
    <FormDialog
      title={of ? t.reviseTitle : t.addTitle}
      change={change}
      ready={ready}
      onClose={onClose}
    >
      <p>{language === 'en' ? indicator.nameEn : indicator.nameVi}</p>
      {!of && (
        <>
          <BodyField label={t.form.body} value={body} onChange={setBody} />
          <p className="muted">{t.form.bodyHint}</p>
          <div className="field-pair">
            <DateField
              label={t.form.from}
              value={from}
              onChange={setFrom}
              onInvalid={(wrong) => setInvalid((former) => ({ ...former, from: wrong }))}
            />
            <DateField
              label={t.form.to}
              value={to}
              onChange={setTo}
              onInvalid={(wrong) => setInvalid((former) => ({ ...former, to: wrong }))}
            />
          </div>
          <div className="field-pair">
            <SelectField
              label={t.form.accumulation}
              value={accumulation}
              onChange={setAccumulation}
              options={accumulations.map((value) => ({ value, label: t.accumulation[value] }))}
            />
            <SelectField
              label={t.form.kind}
              value={kind}
              onChange={setKind}
              options={figureKinds.map((value) => ({ value, label: t.kind[value] }))}
            />
          </div>
        </>
      )}
      <SelectField<Missing | ''>
        label={t.form.what}
        value={missing}
        onChange={setMissing}
        options={[
          { value: '', label: t.form.asFigure },
          ...missingReasons.map((value) => ({ value, label: t.missing[value] })),
        ]}
      />
      {missing === '' && (
        <TextField
          label={t.form.figure}
          hint={[
            t.form.figureHint(unitName(indicator.unit, language)),
            bare ? t.form.bareHint(bare) : '',
          ]
            .filter(Boolean)
            .join(' ')}
          value={figure}
          onChange={setFigure}
          maxLength={200}
        />
      )}
      <SelectField
        label={t.form.stage}
        value={stage}
        onChange={setStage}
        options={stages.map((value) => ({ value, label: t.stage[value] }))}
      />
      {(of || asked.some(({ code }) => code === 'V10') || reason !== '') && (
        <TextField
          label={of ? t.form.reason : t.form.because}
          hint={t.form.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
      )}
      {asked.length > 0 && (
        <>
          <Asked questions={asked} unit={indicator.unit} />
          <CheckField label={t.form.sure} value={sure} onChange={setSure} />
        </>
      )}
    </FormDialog>
  )
}

/** What the server asked about the figure; empty for any other trouble. */
function questionsIn(error: Error | null): Question[] {
  if (!(error instanceof ApiProblem) || error.code !== 'figureAsked') return []
  return (error.body.questions ?? []) as Question[]
}

function Asked({ questions, unit }: { questions: readonly Question[]; unit: string }) {
  const t = useTexts(vi, en)
  const words = useTexts(checksVi, checksEn)
  const { language } = useLanguage()
  const write = (value: number) => formatQuantity({ value, unit }, language)
  const percent = (value: number) => `${formatNumber(value, language, 2)}%`
  return (
    <>
      <strong>{t.form.asked}</strong>
      <ul>
        {questions.map((one) => (
          <li key={one.code}>{askedIn(words, one, write, percent)}</li>
        ))}
      </ul>
    </>
  )
}

export function KeepDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const [title, setTitle] = useState('')
  const [conferenceId, setConferenceId] = useState<string | null>(null)
  const conferences = useConferences()
  const change = useSaved({
    send: () =>
      request<typeof figureRoutes.keep>('post', '/api/figure-snapshots', {
        body: { title, conferenceId },
      }),
    onDone: onClose,
    words: t.kept,
    keys: ['indicators'],
  })
  return (
    <FormDialog title={t.keepTitle} change={change} ready={title.trim() !== ''} onClose={onClose}>
      <p className="muted">{t.keepHint}</p>
      <Combobox
        label={t.keepConference}
        hint={t.keepConferenceHint}
        value={conferenceId}
        onChange={(id) => {
          setConferenceId(id)
          const chosen = conferences.find((one) => one.id === id)
          if (chosen && title.trim() === '') setTitle(chosen.title)
        }}
        options={conferences.map((one) => ({
          value: one.id,
          label: [one.title, formatDate(one.heldOn)].filter(Boolean).join(' · '),
        }))}
      />
      <TextField label={t.keepName} value={title} onChange={setTitle} maxLength={300} />
    </FormDialog>
  )
}

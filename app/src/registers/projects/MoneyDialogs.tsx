// A capital plan given, changed, taken back; what was disbursed or is committed to the end of a month.
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { CheckField, DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { type Authority, authorities } from '../indicators/target.ts'
import { AmountField, amountTyped, asMillions, useMoney } from './AmountField.tsx'
import type { ProjectPlanView, projectRoutes } from './contract.ts'
import { type OneProject, useProjectChange } from './ProjectDialogs.tsx'
import { fallsAt, type MonthKind, monthEnds, type PlanSource, planSources } from './project.ts'
import { citedFrom, type FromSentence, notedFrom } from './said.ts'
import { en, vi } from './texts.ts'
import { en as workEn, vi as workVi } from './work-texts.ts'

interface PlanDialogProps extends OneProject {
  /** The plan that is changed; without it one is given. */
  of?: ProjectPlanView
  several: boolean
}

export function PlanDialog({ project, of, several, onClose }: PlanDialogProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const first = several ? Math.floor((project.year - 1) / 5) * 5 + 1 : project.year
  const [from, setFrom] = useState(String(of?.fromYear ?? first))
  const [to, setTo] = useState(String(of?.toYear ?? (several ? first + 4 : first)))
  const [source, setSource] = useState<PlanSource>(of?.source ?? 'local')
  const [authority, setAuthority] = useState<Authority>(of?.authority ?? 'council')
  const [amount, setAmount] = useState(asMillions(of?.standing ?? null, language))
  const [back, setBack] = useState(false)
  const [legalReference, setReference] = useState('')
  const [decidedOn, setDecided] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const there = project.plans.find(
    (one) =>
      one.fromYear === Number(from) &&
      one.toYear === Number(to) &&
      one.source === source &&
      one.authority === authority,
  )
  const typed = back ? null : amountTyped(amount)
  const save = useProjectChange(
    () =>
      request<typeof projectRoutes.plan>('post', '/api/projects/{id}/plans', {
        params: { id: project.id },
        body: {
          ...{ fromYear: Number(from), toYear: Number(to), source, authority },
          amount: typed ?? null,
          legalReference: legalReference.trim(),
          decidedOn: decidedOn ?? '',
          reason: reason.trim() || null,
          seen: there?.versions[0]?.number ?? 0,
        },
      }),
    onClose,
  )
  const years = [from, to].every((one) => /^(19|20|21)\d\d$/.test(one)) && from <= to
  const ready =
    years &&
    (back || typeof typed === 'number') &&
    legalReference.trim() !== '' &&
    decidedOn !== null &&
    !wrong &&
    (!there || reason.trim() !== '')
  return (
    <FormDialog
      title={of ? t.money.changeTitle : t.money.addTitle}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      {of ? (
        <p>
          {t.sources[source]}, {t.authorities[authority]}, {from === to ? from : `${from}–${to}`}
        </p>
      ) : (
        <>
          <div className="field-pair">
            <SelectField
              label={t.money.source}
              value={source}
              onChange={setSource}
              options={planSources.map((value) => ({ value, label: t.sources[value] }))}
              autoFocus
            />
            <SelectField
              label={t.money.givenBy}
              value={authority}
              onChange={setAuthority}
              options={authorities.map((value) => ({ value, label: t.authorities[value] }))}
            />
          </div>
          {several && (
            <div className="field-pair">
              <TextField
                label={t.money.fromYear}
                value={from}
                onChange={setFrom}
                inputMode="numeric"
                maxLength={4}
              />
              <TextField
                label={t.money.toYear}
                value={to}
                onChange={setTo}
                inputMode="numeric"
                maxLength={4}
              />
            </div>
          )}
        </>
      )}
      <AmountField
        label={t.money.amount}
        value={back ? '' : amount}
        onChange={setAmount}
        disabled={back}
        autoFocus={of !== undefined}
      />
      {of && <CheckField label={t.money.takeBack} value={back} onChange={setBack} />}
      <TextField
        label={t.money.legalReference}
        value={legalReference}
        onChange={setReference}
        maxLength={500}
        required
      />
      <DateField
        label={t.money.decidedOn}
        value={decidedOn}
        onChange={setDecided}
        onInvalid={setWrong}
      />
      {there && (
        <TextArea
          label={t.money.reasonAgain}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={1000}
          required
        />
      )}
    </FormDialog>
  )
}

interface MonthDialogProps extends OneProject {
  kind: MonthKind
  /** The sentence that says it; to the end of which month, a person says. */
  said?: FromSentence
}

export function MonthDialog({ project, kind, said, onClose }: MonthDialogProps) {
  const { language } = useLanguage()
  const w = useTexts(workVi, workEn)
  const t = useTexts(vi, en)
  const money = useMoney()
  const { year } = project
  const disbursed = kind === 'disbursed'
  const today = todayInVietnam()
  const ends = monthEnds(year).filter((until) => !disbursed || until <= today)
  const [until, setUntil] = useState(
    said ? '' : (ends.findLast((one) => one <= today) ?? ends[0] ?? monthEnds(year)[0] ?? ''),
  )
  const planned = project.plans.filter((one) => one.fromYear === year && one.toYear === year)
  const [source, setSource] = useState<PlanSource>(planned[0]?.source ?? 'local')
  const [amount, setAmount] = useState(asMillions(said?.value ?? null, language))
  const [erase, setErase] = useState(false)
  const [reason, setReason] = useState('')
  const of = disbursed ? source : ('all' as const)
  const newest = project.months.find(
    (one) => one.kind === kind && one.year === year && one.until === until && one.source === of,
  )?.versions[0]
  const typed = erase ? null : amountTyped(amount)
  const falls =
    typeof typed === 'number' &&
    fallsAt(project.months, { kind, year, until, source: of, amount: typed })
  const asked = newest !== undefined || falls
  const save = useProjectChange(
    () =>
      request<typeof projectRoutes.month>('post', '/api/projects/{id}/months', {
        params: { id: project.id },
        body: {
          ...{ kind, year, until, amount: typed ?? null },
          ...(disbursed ? { source } : {}),
          reason: (asked ? reason.trim() : notedFrom(said)) || null,
          seen: newest?.number ?? 0,
        },
      }),
    onClose,
  )
  const ready =
    ends.includes(until) &&
    (erase ? newest !== undefined : typeof typed === 'number') &&
    (!asked || reason.trim() !== '')
  return (
    <FormDialog
      title={disbursed ? t.months.enterTitle : t.months.commitTitle}
      change={save}
      ready={ready}
      onClose={onClose}
    >
      <p className="muted">{project.name}</p>
      {said && <p>{citedFrom(said)}</p>}
      <div className="field-pair">
        <SelectField
          label={t.months.until}
          value={until}
          onChange={(value) => {
            setUntil(value)
            setErase(false)
          }}
          hint={said && w.sentences.day}
          options={[
            ...(until === '' ? [{ value: '', label: '' }] : []),
            ...ends.map((value) => ({ value, label: t.month(value) })),
          ]}
        />
        {disbursed && (
          <SelectField
            label={t.money.source}
            value={source}
            onChange={(value) => {
              setSource(value)
              setErase(false)
            }}
            options={planSources.map((value) => ({ value, label: t.sources[value] }))}
          />
        )}
      </div>
      {newest && (
        <p>
          {newest.amount === null ? t.months.erased : t.months.now(money.millions(newest.amount))}
        </p>
      )}
      <AmountField
        label={t.months.amount}
        value={erase ? '' : amount}
        onChange={setAmount}
        disabled={erase}
        autoFocus
      />
      {newest && newest.amount !== null && (
        <CheckField label={t.months.erase} value={erase} onChange={setErase} />
      )}
      {asked && (
        <TextArea
          label={t.months.reason}
          hint={t.months.reasonHint}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={1000}
          required
        />
      )}
    </FormDialog>
  )
}

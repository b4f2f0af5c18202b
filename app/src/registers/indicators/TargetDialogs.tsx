// A target set or decided anew, and what somebody thinks of it.
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate, parseDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useSaved } from '../../web/useSaved.ts'
import { BodyField } from '../assignments/BodyField.tsx'
import type { IndicatorView, ObservationView } from './contract.ts'
import { type Authority, authorities, likelihoods, targetKinds } from './target.ts'
import type { NewTargetVersion, TargetView, targetRoutes } from './target-contract.ts'
import { en, vi } from './target-texts.ts'
import { unitName } from './unit-names.ts'

/** Sends a change of a target; the pages of the indicators are asked anew. */
function useTargetChange(send: () => Promise<unknown>, onDone: () => void) {
  const t = useTexts(vi, en)
  return useSaved({ send, onDone, words: t.saved, keys: ['indicators'] })
}

interface DialogProps {
  indicator: IndicatorView
  /** The target that is decided anew; without it a new one is set. */
  of?: TargetView | undefined
  /** The figure of a document that says so. */
  from?: ObservationView | undefined
  onClose: () => void
}

type What = 'figure' | 'words' | 'withdrawn'

/** "30/6/2026: 2.400 tỷ đồng", one a line; the first line that is not understood, else the steps. */
export function stepsOf(text: string): { by: string; figure: string }[] | string {
  const steps: { by: string; figure: string }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const colon = line.indexOf(':')
    const by = colon < 0 ? undefined : parseDate(line.slice(0, colon).trim())
    const figure = line.slice(colon + 1).trim()
    if (!by || figure === '') return line
    steps.push({ by, figure })
  }
  return steps
}

export function TargetDialog({ indicator, of, from, onClose }: DialogProps) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const newest = of?.versions.at(-1)
  const year = todayInVietnam().slice(0, 4)
  const [body, setBody] = useState<string | null>(null)
  const [first, setFirst] = useState<string | null>(from?.period?.from ?? `${year}-01-01`)
  const [last, setLast] = useState<string | null>(from?.period?.to ?? `${year}-12-31`)
  const [kind, setKind] = useState<TargetView['kind']>('plan')
  const [authority, setAuthority] = useState<Authority | ''>('')
  const [what, setWhat] = useState<What>(newest?.words ? 'words' : 'figure')
  const [figure, setFigure] = useState(from?.quantityText ?? newest?.figureText ?? '')
  const [words, setWords] = useState(newest?.words ?? '')
  const [path, setPath] = useState(
    newest?.path.map(({ by, text }) => `${formatDate(by)}: ${text}`).join('\n') ?? '',
  )
  const [legalReference, setLegalReference] = useState(from?.source.documentTitle ?? '')
  const [decidedOn, setDecidedOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [invalid, setInvalid] = useState<Record<string, boolean>>({})
  const marks = (name: string) => (wrong: boolean) =>
    setInvalid((former) => ({ ...former, [name]: wrong }))
  const steps = what === 'figure' ? stepsOf(path) : []
  const asked = (): NewTargetVersion => ({
    ...(what === 'figure' ? { figure, path: typeof steps === 'string' ? [] : steps } : {}),
    ...(what === 'words' ? { words } : {}),
    ...(what === 'withdrawn' ? { withdrawn: true } : {}),
    legalReference,
    decidedOn: decidedOn ?? '',
    ...(note.trim() ? { note } : {}),
    ...(from ? { observationId: from.id } : {}),
  })
  const change = useTargetChange(
    () =>
      of
        ? request<typeof targetRoutes.revise>('post', '/api/targets/{id}/versions', {
            params: { id: of.id },
            version: of.version,
            body: asked(),
          })
        : request<typeof targetRoutes.add>('post', '/api/indicators/{id}/targets', {
            params: { id: indicator.id },
            body: {
              ...{ organisationId: body, from: first ?? '', to: last ?? '', kind },
              ...{ authority: authority === '' ? null : authority, ...asked() },
            },
          }),
    onClose,
  )
  const ready =
    decidedOn !== null &&
    legalReference.trim() !== '' &&
    typeof steps !== 'string' &&
    (what !== 'figure' || figure.trim() !== '') &&
    (what !== 'words' || words.trim() !== '') &&
    (of !== undefined || (first !== null && last !== null && first <= last)) &&
    !Object.values(invalid).some(Boolean)
  const kinds: What[] = of ? ['figure', 'words', 'withdrawn'] : ['figure', 'words']
  const called = {
    figure: t.form.asFigure,
    words: t.form.asWords,
    withdrawn: t.form.asWithdrawn,
  }
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
              value={first}
              onChange={setFirst}
              onInvalid={marks('first')}
            />
            <DateField
              label={t.form.to}
              value={last}
              onChange={setLast}
              onInvalid={marks('last')}
            />
          </div>
          <div className="field-pair">
            <SelectField
              label={t.form.kind}
              value={kind}
              onChange={setKind}
              options={targetKinds.map((value) => ({ value, label: t.kind[value] }))}
            />
            <SelectField<Authority | ''>
              label={t.form.authority}
              hint={t.form.authorityHint}
              value={authority}
              onChange={setAuthority}
              options={[
                { value: '', label: t.noAuthority },
                ...authorities.map((value) => ({ value, label: t.authority[value] })),
              ]}
            />
          </div>
        </>
      )}
      <SelectField
        label={t.form.what}
        value={what}
        onChange={setWhat}
        options={kinds.map((value) => ({ value, label: called[value] }))}
      />
      {what === 'figure' && (
        <>
          <TextField
            label={t.form.figure}
            hint={t.form.figureHint(unitName(indicator.unit, language))}
            value={figure}
            onChange={setFigure}
            maxLength={200}
          />
          <TextArea
            label={t.form.path}
            hint={t.form.pathHint}
            value={path}
            onChange={setPath}
            maxLength={4000}
            error={typeof steps === 'string' ? t.form.pathWrong(steps) : null}
          />
        </>
      )}
      {what === 'words' && (
        <TextArea label={t.form.words} value={words} onChange={setWords} maxLength={1000} />
      )}
      <TextField
        label={t.form.legalReference}
        hint={t.form.legalHint}
        value={legalReference}
        onChange={setLegalReference}
        maxLength={500}
      />
      <DateField
        label={t.form.decidedOn}
        value={decidedOn}
        onChange={setDecidedOn}
        onInvalid={marks('decidedOn')}
      />
      <TextField label={t.form.note} value={note} onChange={setNote} maxLength={1000} />
      <p className="muted">{t.form.seen}</p>
    </FormDialog>
  )
}

export function JudgeDialog({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const t = useTexts(vi, en)
  const [likelihood, setLikelihood] = useState(target.judgement?.likelihood ?? 'likely')
  const [body, setBody] = useState('')
  const change = useTargetChange(
    () =>
      request<typeof targetRoutes.judge>('post', '/api/targets/{id}/judgements', {
        params: { id: target.id },
        version: target.version,
        body: { likelihood, body },
      }),
    onClose,
  )
  return (
    <FormDialog title={t.judgeTitle} change={change} ready={body.trim() !== ''} onClose={onClose}>
      <SelectField
        label={t.form.likelihood}
        value={likelihood}
        onChange={setLikelihood}
        options={likelihoods.map((value) => ({ value, label: t.likelihood[value] }))}
      />
      <TextArea label={t.form.why} value={body} onChange={setBody} maxLength={2000} />
    </FormDialog>
  )
}

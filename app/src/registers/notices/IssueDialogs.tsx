// A number and a date for a paper; then its signed paper.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam, writtenDate } from '../../calendar.ts'
import { ApiProblem, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { CheckField, DateField, Field, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { paperDraftOn } from '../sitting/drafts.ts'
import type { NoticeView, noticeRoutes } from './contract.ts'
import { type IssueQuestion, issueQuestions } from './numbering.ts'
import { en, vi } from './texts.ts'

interface Props {
  notice: NoticeView
  onClose: () => void
}

export function IssueDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const done = useDone(notice, onClose)
  const account = useSession().session.account?.id ?? ''
  const [symbol, setSymbol] = useState(notice.issue.symbol)
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<string | null>(todayInVietnam())
  const [wrong, setWrong] = useState(false)
  const [meant, setMeant] = useState<Partial<Record<IssueQuestion, boolean>>>({})
  const given = number.trim() === '' ? null : Number(number)
  const issue = useMutation({
    mutationFn: () =>
      request<typeof noticeRoutes.issue>('post', '/api/notices/{id}/issue', {
        params: { id: notice.id },
        version: notice.version,
        body: {
          symbol,
          issuedOn: date,
          ...(given === null ? {} : { number: given }),
          meant: issueQuestions.filter((one) => meant[one]),
        },
      }),
    onSuccess(answer) {
      // Nothing can be changed any more.
      paperDraftOn(sessionStorage, account, notice.id).drop()
      return done(t.issue.done(answer.notice.cited ?? ''))
    },
  })
  // What the server asks about, and what was answered so far.
  const code = issue.error instanceof ApiProblem ? issue.error.code : null
  const asked = issueQuestions.filter((one) => one === code || meant[one] !== undefined)
  const symbols = [...new Set(notice.series.map((one) => one.symbol))]
  const gaps = notice.series.filter((one) => one.missing !== '')
  const whole = given === null || (Number.isInteger(given) && given > 0)
  return (
    <FormDialog
      title={t.issue.title}
      change={issue}
      ready={notice.closed && symbol.trim() !== '' && date !== null && !wrong && whole}
      submit={t.issue.submit}
      onClose={onClose}
    >
      <p>{notice.closed ? t.issue.why : t.issue.notClosed}</p>
      {!notice.layout.verified && <p role="note">⚠ {t.unverified}</p>}
      <TextField
        label={t.issue.number}
        hint={t.issue.numberHint(notice.nextNumber)}
        inputMode="numeric"
        value={number}
        onChange={setNumber}
      />
      {gaps.map((one) => (
        <p key={`${one.symbol} ${one.year}`} className="muted">
          {t.issue.gaps([one.symbol, one.year].filter(Boolean).join(', '), one.missing)}
        </p>
      ))}
      <TextField
        label={t.issue.symbol}
        hint={t.issue.symbolHint(symbols.join(', '))}
        value={symbol}
        onChange={setSymbol}
        maxLength={30}
      />
      <DateField
        label={t.issue.date}
        {...(notice.notBefore ? { hint: t.issue.notBefore(writtenDate(notice.notBefore)) } : {})}
        value={date}
        onChange={setDate}
        onInvalid={setWrong}
      />
      {asked.map((one) => (
        <CheckField
          key={one}
          label={t.issue.meant[one]}
          value={meant[one] ?? false}
          onChange={(value) => setMeant((former) => ({ ...former, [one]: value }))}
        />
      ))}
    </FormDialog>
  )
}

export function SignDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const done = useDone(notice, onClose)
  const { form, fields } = useFileForm('.pdf')
  const sign = useMutation({
    mutationFn: () =>
      request<typeof noticeRoutes.sign>('post', '/api/notices/{id}/signed', {
        params: { id: notice.id },
        ...(form ? { form } : {}),
      }),
    onSuccess: () => done(t.sign.done),
  })
  return (
    <FormDialog
      title={t.sign.title}
      change={sign}
      ready={form !== null}
      submit={t.sign.submit}
      onClose={onClose}
    >
      <p>{t.sign.why}</p>
      {fields}
    </FormDialog>
  )
}

/** A file of the named kinds and the declaration about it; `form` once both are there. */
export function useFileForm(accept: string) {
  const t = useTexts(vi, en)
  const [file, setFile] = useState<File | null>(null)
  const [declared, setDeclared] = useState(false)
  const fields = (
    <>
      <Field label={t.sign.file}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="file"
            accept={accept}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <CheckField label={t.sign.declare} value={declared} onChange={setDeclared} />
    </>
  )
  if (!file || !declared) return { form: null, fields }
  const form = new FormData()
  form.append('file', file)
  form.append('declaration', 'noStateSecrets')
  return { form, fields }
}

function useDone(notice: NoticeView, onClose: () => void) {
  const client = useQueryClient()
  const toast = useToast()
  return async (text: string) => {
    toast.show({ text, tone: 'good' })
    onClose()
    await client.invalidateQueries({ queryKey: ['conferences', notice.conferenceId] })
  }
}

// A number and a date for a paper; then its signed paper.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { ApiProblem, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { CheckField, DateField, Field, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { NoticeView, noticeRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

interface Props {
  notice: NoticeView
  onClose: () => void
}

export function IssueDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const done = useDone(notice, onClose)
  const [symbol, setSymbol] = useState(notice.issue.symbol)
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<string | null>(todayInVietnam())
  const [wrong, setWrong] = useState(false)
  const [repeat, setRepeat] = useState(false)
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
          ...(repeat ? { repeat } : {}),
        },
      }),
    onSuccess: (answer) => done(t.issue.done(answer.notice.cited ?? '')),
  })
  const repeats = issue.error instanceof ApiProblem && issue.error.code === 'numberRepeats'
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
      <TextField label={t.issue.symbol} value={symbol} onChange={setSymbol} maxLength={30} />
      <DateField label={t.issue.date} value={date} onChange={setDate} onInvalid={setWrong} />
      {(repeats || repeat) && (
        <CheckField label={t.issue.repeat} value={repeat} onChange={setRepeat} />
      )}
    </FormDialog>
  )
}

export function SignDialog({ notice, onClose }: Props) {
  const t = useTexts(vi, en)
  const done = useDone(notice, onClose)
  const { form, fields } = useFileForm()
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

/** A file and the declaration about it; `form` once both are there. */
export function useFileForm() {
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

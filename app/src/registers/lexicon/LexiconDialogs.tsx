// The two dialogs of the lexicon: words of one class by hand, and a file that is checked first.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../web/api.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { Field, SelectField, TextArea } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { LexiconProblem, lexiconRoutes, PayloadChoice } from './contract.ts'
import { en, vi } from './texts.ts'

interface AddDialogProps {
  classes: { name: string; payloads: PayloadChoice[] }[]
  onClose: () => void
}

export function AddDialog({ classes, onClose }: AddDialogProps) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { language } = useLanguage()
  const client = useQueryClient()
  const toast = useToast()
  const [name, setName] = useState('indicator')
  const [payload, setPayload] = useState('')
  const [words, setWords] = useState('')
  const payloads = classes.find((one) => one.name === name)?.payloads ?? []
  const options = payloads
    .map((one) => ({ value: one.code, label: (language === 'en' ? one.en : one.vi) || one.code }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  const chosen = payloads.some(({ code }) => code === payload) ? payload : (payloads[0]?.code ?? '')
  const phrases = words
    .split(/[\n|]/)
    .map((one) => one.trim())
    .filter(Boolean)
  const add = useMutation({
    mutationFn: () =>
      request<typeof lexiconRoutes.add>('post', '/api/lexicon', {
        body: { class: name, payload: chosen, phrases },
      }),
    onSuccess({ entries }) {
      if (entries.length === 0) return
      toast.show({ text: t.added(entries.length), tone: 'good' })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['lexicon'] }),
  })
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (phrases.length > 0) add.mutate()
        }}
      >
        <FormError error={add.error} />
        <SelectField
          label={t.class}
          value={name}
          onChange={setName}
          options={classes.map((one) => ({ value: one.name, label: t.classes[one.name] ?? '' }))}
        />
        {payloads.length > 0 && (
          <SelectField label={t.meaning} value={chosen} onChange={setPayload} options={options} />
        )}
        <TextArea
          label={t.phrases}
          hint={t.phrasesHint}
          rows={4}
          value={words}
          onChange={setWords}
          required
        />
        <Faults problems={add.data?.problems ?? []} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="primary" type="submit" disabled={phrases.length === 0 || add.isPending}>
            {shared.add}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function FileDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const toast = useToast()
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: (check: boolean) =>
      request<typeof lexiconRoutes.addFile>('post', '/api/lexicon/file', { body: { text, check } }),
    onSuccess({ entries, problems }, check) {
      if (check || problems.some(({ level }) => level === 'error')) return
      toast.show({
        text: entries.length > 0 ? t.added(entries.length) : t.nothingNew,
        tone: 'good',
      })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['lexicon'] }),
  })
  const change = (next: string) => {
    setText(next)
    send.reset()
  }
  return (
    <Dialog title={t.fileTitle} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) send.mutate(false)
        }}
      >
        <FormError error={send.error} />
        <Field label={t.chooseFile}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="file"
              accept=".tsv,.txt,text/plain,text/tab-separated-values"
              onChange={(event) => void event.target.files?.[0]?.text().then(change)}
            />
          )}
        </Field>
        <TextArea
          label={t.fileText}
          hint={t.fileHint}
          rows={8}
          value={text}
          onChange={change}
          spellCheck={false}
        />
        {send.data && send.data.problems.length === 0 && <Notice tone="good">{t.noFault}</Notice>}
        <Faults problems={send.data?.problems ?? []} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button disabled={!text.trim() || send.isPending} onClick={() => send.mutate(true)}>
            {t.check}
          </Button>
          <Button look="primary" type="submit" disabled={!text.trim() || send.isPending}>
            {t.addFile}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Faults({ problems }: { problems: LexiconProblem[] }) {
  const t = useTexts(vi, en)
  if (problems.length === 0) return null
  const bad = problems.some(({ level }) => level === 'error')
  return (
    <Notice tone={bad ? 'bad' : 'warn'}>
      <strong>{t.faults(problems.length)}</strong>
      <ul>
        {problems.map((one) => (
          <li key={`${one.line} ${one.column} ${one.code} ${one.given}`}>
            {t.line(one.line)} ({one.level === 'error' ? t.error : t.warning}): {t.fault(one)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

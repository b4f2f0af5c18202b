// What is known about a document's file, and what can be done with it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { levels } from '../../http/access.ts'
import { HistoryButton } from '../../record/History.tsx'
import { address, request } from '../../web/api.ts'
import { formatDate, formatInstant, formatSize } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { CheckField, DateField, SelectField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormDialog } from '../../web/ui/FormDialog.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import type { DocumentSummary, documentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function DocumentFacts({ document }: { document: DocumentSummary }) {
  const texts = useTexts(vi, en)
  const t = texts.page
  const { language } = useLanguage()
  const [dialog, setDialog] = useState<'edit' | 'destroy' | null>(null)
  return (
    <aside className="document-facts" aria-label={t.facts}>
      <h2>{t.facts}</h2>
      <dl>
        <dt>{t.date}</dt>
        <dd>{formatDate(document.date) || texts.noDate}</dd>
        <dt>{t.conference}</dt>
        <dd>
          {document.conference ? (
            <Link href={`/conferences/${document.conference.id}`}>{document.conference.title}</Link>
          ) : (
            t.noConference
          )}
        </dd>
        <dt>{t.level}</dt>
        <dd>
          {t.levels[document.level]}
          {document.personnel && ` · ${t.personnel}`}
          <ParticipantNames document={document} />
        </dd>
        {document.organisation && (
          <>
            <dt>{t.body}</dt>
            <dd>{document.organisation.name}</dd>
          </>
        )}
        <dt>{t.file}</dt>
        <dd>
          {document.fileName} · {formatSize(document.byteSize, language)}
        </dd>
        <dt>{t.added}</dt>
        <dd>{t.by(document.addedBy, formatInstant(document.addedAt))}</dd>
        <dt>{t.reader}</dt>
        <dd>{document.readerVersion ?? '–'}</dd>
        <dt>{t.sha256}</dt>
        <dd>
          <code>{document.sha256}</code>
        </dd>
      </dl>
      <div className="document-actions">
        <a
          className="button"
          href={address('/api/documents/{id}/original', { params: { id: document.id } })}
          download
        >
          {t.download}
        </a>
        {document.may.edit && <Button onClick={() => setDialog('edit')}>{t.edit}</Button>}
        {document.may.edit && <ReadAgain document={document} />}
        <HistoryButton kind="document" id={document.id} of={document.title} />
        <AccessButton kind="document" id={document.id} of={document.title} />
        {document.may.destroy && (
          <Button look="danger" onClick={() => setDialog('destroy')}>
            {t.destroy}
          </Button>
        )}
      </div>
      {dialog === 'edit' && <EditDialog document={document} onClose={() => setDialog(null)} />}
      {dialog === 'destroy' && (
        <DestroyDialog document={document} onClose={() => setDialog(null)} />
      )}
    </aside>
  )
}

/** Who was named for it, where that decides who reads it. */
function ParticipantNames({ document }: { document: DocumentSummary }) {
  if (document.level !== 'participants') return null
  const { organisations, accounts } = document.participants
  const names = [...organisations, ...accounts].map((one) => one.name)
  return names.length === 0 ? null : <span className="muted">: {names.join(', ')}</span>
}

function ReadAgain({ document }: { document: DocumentSummary }) {
  const t = useTexts(vi, en).page
  const toast = useToast()
  const client = useQueryClient()
  const readAgain = useMutation({
    mutationFn: () =>
      request<typeof documentRoutes.readAgain>('post', '/api/documents/{id}/read', {
        params: { id: document.id },
      }),
    onSuccess: ({ added }) => toast.show({ text: t.readAgainDone(added) }),
    onError: toast.showError,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['documents'] }),
        client.invalidateQueries({ queryKey: ['findings', document.id] }),
      ]),
  })
  return (
    <Button disabled={readAgain.isPending} onClick={() => readAgain.mutate()}>
      {t.readAgain}
    </Button>
  )
}

interface DialogProps {
  document: DocumentSummary
  onClose: () => void
}

function EditDialog({ document, onClose }: DialogProps) {
  const t = useTexts(vi, en).page
  const toast = useToast()
  const client = useQueryClient()
  const [title, setTitle] = useState(document.title)
  const [date, setDate] = useState(document.date)
  const [wrong, setWrong] = useState(false)
  const [level, setLevel] = useState(document.level)
  const [personnel, setPersonnel] = useState(document.personnel)
  // What is public stays so, and nothing becomes public, by those who may not publish.
  const choices = levels.filter(
    (one) => document.may.publish || (one === 'public') === (document.level === 'public'),
  )
  const save = useMutation({
    mutationFn: () =>
      request<typeof documentRoutes.change>('patch', '/api/documents/{id}', {
        params: { id: document.id },
        version: document.version,
        body: { title, date, level, personnel },
      }),
    onSuccess() {
      toast.show({ text: t.saved })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  })
  return (
    <FormDialog
      title={t.editTitle}
      change={save}
      ready={!wrong && title.trim() !== ''}
      off={false}
      onClose={onClose}
    >
      <TextField label={t.titleField} value={title} onChange={setTitle} required />
      <DateField label={t.date} value={date} onChange={setDate} onInvalid={setWrong} />
      <SelectField
        label={t.level}
        hint={t.levelHints[level]}
        value={level}
        onChange={setLevel}
        options={choices.map((value) => ({ value, label: t.levels[value] }))}
      />
      <CheckField label={t.personnel} value={personnel} onChange={setPersonnel} />
    </FormDialog>
  )
}

function DestroyDialog({ document, onClose }: DialogProps) {
  const t = useTexts(vi, en).page
  const shared = useTexts(sharedVi, sharedEn)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const destroy = useMutation({
    mutationFn: () =>
      request<typeof documentRoutes.destroy>('post', '/api/documents/{id}/destroy', {
        params: { id: document.id },
        version: document.version,
        body: { reason: reason.trim() },
      }),
    onSuccess: onClose,
    // Entries of every register may have come from it.
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  return (
    <Dialog title={t.destroyTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) destroy.mutate()
        }}
      >
        <Notice tone="bad">
          <strong>{document.title}.</strong> {t.destroyWarning}
        </Notice>
        <FormError error={destroy.error} />
        <TextArea label={t.reason} value={reason} onChange={setReason} required />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" type="submit" disabled={!reason.trim() || destroy.isPending}>
            {t.confirmDestroy}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

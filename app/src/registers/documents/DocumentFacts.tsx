// What is known about a document's file, and what can be done with it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { address, request } from '../../web/api.ts'
import { formatDate, formatInstant, formatSize } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Dialog } from '../../web/ui/Dialog.tsx'
import { DateField, TextArea, TextField } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { DocumentSummary, documentRoutes } from './contract.ts'
import { en, vi } from './texts.ts'

export function DocumentFacts({ document }: { document: DocumentSummary }) {
  const texts = useTexts(vi, en)
  const t = texts.page
  const { language } = useLanguage()
  const { can } = useSession()
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
        {can.work && <Button onClick={() => setDialog('edit')}>{t.edit}</Button>}
        {can.work && <ReadAgain document={document} />}
        {can.destroyDocuments && (
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
  const shared = useTexts(sharedVi, sharedEn)
  const toast = useToast()
  const client = useQueryClient()
  const [title, setTitle] = useState(document.title)
  const [date, setDate] = useState(document.date)
  const [wrong, setWrong] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      request<typeof documentRoutes.change>('patch', '/api/documents/{id}', {
        params: { id: document.id },
        version: document.version,
        body: { title, date },
      }),
    onSuccess() {
      toast.show({ text: t.saved })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['documents'] }),
  })
  return (
    <Dialog title={t.editTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong && title.trim()) save.mutate()
        }}
      >
        <FormError error={save.error} />
        <TextField label={t.titleField} value={title} onChange={setTitle} required />
        <DateField label={t.date} value={date} onChange={setDate} onInvalid={setWrong} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="primary" type="submit" disabled={save.isPending}>
            {shared.save}
          </Button>
        </div>
      </form>
    </Dialog>
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

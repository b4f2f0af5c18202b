// A file or a photograph that shows what was done: sent in parts, so that a bad line costs little.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, offline, request } from '../../web/api.ts'
import { formatSize } from '../../web/format.ts'
import { type Sending, sendInParts } from '../../web/inparts.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Field } from '../../web/ui/Field.tsx'
import { FormError, Notice } from '../../web/ui/States.tsx'
import type { DocumentSummary } from '../documents/contract.ts'
import { en as documentsEn, vi as documentsVi } from '../documents/texts.ts'
import type { UploadView, uploadRoutes } from '../uploads/contract.ts'
import { largestUpload } from '../uploads/upload.ts'
import { en, vi } from './texts.ts'

const accepted = '.pdf,.docx,.doc,.odt,.rtf,.txt,.md,.html,image/jpeg,image/png'

interface EvidenceFileProps {
  onAdded: (document: DocumentSummary) => void
  /** Whether a file is chosen that is not in yet. */
  onBusy: (busy: boolean) => void
}

export function EvidenceFile({ onAdded, onBusy }: EvidenceFileProps) {
  const t = useTexts(vi, en).file
  const documents = useTexts(documentsVi, documentsEn)
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [paused, setPaused] = useState<number | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const stop = useRef<AbortController | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const tooLarge = file !== null && file.size > largestUpload

  function choose(chosen: File | null) {
    stop.current?.abort()
    setFile(chosen)
    setSending(null)
    setPaused(null)
    setProblem(null)
    onBusy(chosen !== null)
    if (chosen === null && input.current) input.current.value = ''
  }

  async function send(chosen: File) {
    const abort = new AbortController()
    stop.current = abort
    setPaused(null)
    setProblem(null)
    try {
      const tell = (step: Sending) => {
        if (!abort.signal.aborted) setSending(step)
      }
      const document = await sendInParts(chosen, tell, abort.signal)
      onAdded(document)
      choose(null)
      void client.invalidateQueries({ queryKey: ['documents'] })
    } catch (error) {
      if (abort.signal.aborted) return
      setSending(null)
      setProblem(error instanceof ApiProblem ? error : offline())
    }
    void client.invalidateQueries({ queryKey: ['uploads'] })
  }

  return (
    <>
      <Field label={t.label} hint={t.hint}>
        {(ids) => (
          <input
            {...ids}
            ref={input}
            type="file"
            accept={accepted}
            disabled={sending !== null}
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {file === null && <Unfinished />}
      {tooLarge && (
        <Notice tone="bad" alert>
          <strong>{documents.uploads.tooLarge}.</strong> {documents.uploads.tooLargeDetail}
        </Notice>
      )}
      {file !== null && !tooLarge && sending === null && paused === null && !problem && (
        <Notice tone="warn" alert>
          <p>{documents.declaration.ask(1)}</p>
          <div className="row">
            <Button onClick={() => void send(file)}>{documents.declaration.declare}</Button>
            <Button onClick={() => choose(null)}>{documents.declaration.leave}</Button>
          </div>
        </Notice>
      )}
      {file !== null && (sending !== null || paused !== null) && (
        <OnTheWay
          file={file}
          sending={sending}
          paused={paused}
          onPause={() => {
            stop.current?.abort()
            setPaused(sending?.sent ?? 0)
            setSending(null)
          }}
          onGoOn={() => void send(file)}
          onLeave={() => choose(null)}
        />
      )}
      {problem && file !== null && (
        <>
          <FormError error={problem} />
          <div className="row">
            <Button onClick={() => void send(file)}>{t.again}</Button>
            <Button onClick={() => choose(null)}>{documents.declaration.leave}</Button>
          </div>
        </>
      )}
    </>
  )
}

interface OnTheWayProps {
  file: File
  sending: Sending | null
  paused: number | null
  onPause: () => void
  onGoOn: () => void
  onLeave: () => void
}

/** How far it is, in bytes that the server has for certain. */
function OnTheWay({ file, sending, paused, onPause, onGoOn, onLeave }: OnTheWayProps) {
  const t = useTexts(vi, en).file
  const documents = useTexts(documentsVi, documentsEn)
  const { language } = useLanguage()
  const sent = paused ?? sending?.sent ?? 0
  const share = t.share(formatSize(sent, language), formatSize(file.size, language))
  const lost = sending?.phase === 'lost'
  return (
    <div className="evidence-file">
      <p>
        {file.name} <span className="muted">{share}</span>
      </p>
      <progress value={sent} max={file.size} aria-label={file.name} />
      <div role="status">
        {lost && <Notice tone="warn">{t.lost}</Notice>}
        {paused !== null && t.paused}
        {sending?.phase === 'preparing' && t.preparing}
        {sending?.phase === 'sending' && t.sending}
        {sending?.phase === 'reading' && documents.uploads.reading}
      </div>
      <div className="row">
        {paused === null ? (
          <Button small onClick={onPause} disabled={sending?.phase === 'reading'}>
            {t.pause}
          </Button>
        ) : (
          <Button small onClick={onGoOn}>
            {t.goOn}
          </Button>
        )}
        <Button small onClick={onLeave} disabled={sending?.phase === 'reading'}>
          {documents.declaration.leave}
        </Button>
      </div>
    </div>
  )
}

/** Files that were cut off before: chosen again, the same one goes on where it stood. */
function Unfinished() {
  const t = useTexts(vi, en).file
  const { language } = useLanguage()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['uploads'],
    queryFn: ({ signal }) => request<typeof uploadRoutes.list>('get', '/api/uploads', { signal }),
  })
  const known = (data?.uploads ?? []).filter((one) => one.sha256 !== null)
  async function drop({ id }: UploadView) {
    await request<typeof uploadRoutes.giveUp>('delete', '/api/uploads/{id}', { params: { id } })
    await client.invalidateQueries({ queryKey: ['uploads'] })
  }
  if (known.length === 0) return null
  return (
    <Notice>
      {known.map((one) => (
        <p key={one.id} className="row">
          <span>
            {t.unfinished(
              one.fileName,
              t.share(formatSize(one.received, language), formatSize(one.size, language)),
            )}
          </span>
          <Button small onClick={() => void drop(one)}>
            {t.drop}
          </Button>
        </p>
      ))}
    </Notice>
  )
}

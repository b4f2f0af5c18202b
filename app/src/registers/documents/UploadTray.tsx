// What is on its way in: one line a file, with progress, result or reason.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { formatSize } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { Notice } from '../../web/ui/States.tsx'
import {
  clearUploads,
  declareUploads,
  removeUpload,
  retryUpload,
  type Upload,
  useUploads,
} from '../../web/uploads.ts'
import { en, vi } from './texts.ts'

const ended = (upload: Upload) => ['added', 'already', 'failed'].includes(upload.state)

export function UploadTray() {
  const t = useTexts(vi, en).uploads
  const client = useQueryClient()
  const uploads = useUploads()
  const added = uploads.filter((upload) => upload.state === 'added').length
  useEffect(() => {
    if (added > 0) void client.invalidateQueries({ queryKey: ['documents'] })
  }, [added, client])
  if (uploads.length === 0) return null
  const done = uploads.filter(ended).length
  const undeclared = uploads.filter((upload) => upload.state === 'undeclared')
  return (
    <section className="uploads panel" aria-label={t.title}>
      <div className="uploads-head">
        <h2>
          {t.title} <span className="muted">{t.summary(done, uploads.length)}</span>
        </h2>
        {done > 0 && (
          <Button small look="plain" onClick={clearUploads}>
            {t.clear}
          </Button>
        )}
      </div>
      {undeclared.length > 0 && <Declaration waiting={undeclared} />}
      <ul aria-live="polite">
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} />
        ))}
      </ul>
    </section>
  )
}

/** Nothing leaves the person's machine before they declare it. */
function Declaration({ waiting }: { waiting: readonly Upload[] }) {
  const t = useTexts(vi, en)
  return (
    <Notice tone="warn" alert>
      <p>{t.declaration.ask(waiting.length)}</p>
      <div className="row">
        <Button look="primary" onClick={declareUploads}>
          {t.declaration.declare}
        </Button>
        <Button
          onClick={() => {
            for (const { key } of waiting) removeUpload(key)
          }}
        >
          {t.declaration.leave}
        </Button>
      </div>
    </Notice>
  )
}

function UploadLine({ upload }: { upload: Upload }) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { language } = useLanguage()
  const { state, document, problem } = upload
  return (
    <li className={`upload ${state}`}>
      <span className="upload-name">
        {document ? (
          <Link href={`/documents/${document.id}/review`}>{upload.name}</Link>
        ) : (
          upload.name
        )}{' '}
        <span className="muted">{formatSize(upload.size, language)}</span>
      </span>
      <span className="upload-state">
        {(state === 'sending' || state === 'reading') && (
          <progress
            value={state === 'reading' ? undefined : upload.progress}
            aria-label={upload.name}
          />
        )}
        {state === 'undeclared' && `○ ${t.uploads.undeclared}`}
        {state === 'waiting' && `○ ${t.uploads.waiting}`}
        {state === 'sending' && t.uploads.sending(Math.round(upload.progress * 100))}
        {state === 'reading' && t.uploads.reading}
        {state === 'added' &&
          document &&
          `● ${t.uploads.added(document.counts.proposed + document.counts.confirmed)}`}
        {state === 'already' && `◇ ${t.uploads.already}`}
        {state === 'failed' && problem && (
          <span className="upload-problem">
            <strong>■ {problem.title}.</strong> {problem.detail}
          </span>
        )}
      </span>
      <span className="row">
        {state === 'failed' && problem?.code !== 'fileTooLarge' && (
          <Button small onClick={() => retryUpload(upload.key)}>
            {shared.retry}
          </Button>
        )}
        {ended(upload) && (
          <Button
            small
            look="plain"
            aria-label={`${t.uploads.remove}: ${upload.name}`}
            onClick={() => removeUpload(upload.key)}
          >
            ✕
          </Button>
        )}
      </span>
    </li>
  )
}

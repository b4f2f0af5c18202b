// Documents with how far their review has come; the door by which new ones come in.
import './documents.css'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { fold, formatDate, formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { addFiles } from '../../web/uploads.ts'
import type { DocumentSummary, documentRoutes } from './contract.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { en, vi } from './texts.ts'
import { UploadTray } from './UploadTray.tsx'

export function DocumentList() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [filter, setFilter] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) =>
      request<typeof documentRoutes.list>('get', '/api/documents', { signal }),
  })
  const documents = data?.documents
  const wanted = fold(filter)
  const shown = documents?.filter((one) => fold(`${one.title} ${one.fileName}`).includes(wanted))
  return (
    <div className="page">
      <PageHead title={t.title} intro={t.intro} actions={can.addDocuments && <AddButtons />} />
      {can.addDocuments && (
        <p className="upload-door">
          {t.drop} {t.formats} <strong>{t.noSecrets}</strong>
        </p>
      )}
      <UploadTray />
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !documents || !shown ? (
        <Loading />
      ) : documents.length === 0 ? (
        <NoDocuments />
      ) : (
        <>
          <div className="row documents-filter">
            <input
              className="input"
              type="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              placeholder={t.filter}
              aria-label={t.filter}
            />
            <span className="muted" role="status">
              {t.filtered(shown.length, documents.length)}
            </span>
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t.noMatch} />
          ) : (
            <DocumentTable documents={shown} />
          )}
        </>
      )}
    </div>
  )
}

function AddButtons() {
  const t = useTexts(vi, en)
  const picker = useRef<HTMLInputElement>(null)
  const [pasting, setPasting] = useState(false)
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".docx,.pdf,.txt,.md,.html,.htm,.doc,.rtf"
        aria-label={t.add}
        onChange={(event) => {
          const { files } = event.target
          if (files) {
            addFiles(files, { title: t.uploads.tooLarge, detail: t.uploads.tooLargeDetail })
          }
          event.target.value = ''
        }}
      />
      <Button onClick={() => setPasting(true)}>{t.paste}</Button>
      <Button look="primary" onClick={() => picker.current?.click()}>
        {t.add}
      </Button>
      {pasting && <PasteDialog text="" onClose={() => setPasting(false)} />}
    </>
  )
}

function NoDocuments() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  if (can.addDocuments) return <EmptyState title={t.emptyTitle} detail={t.emptyDetail} />
  if (!can.manageAccounts) return <EmptyState title={t.emptyTitle} detail={t.emptyReader} />
  return (
    <EmptyState
      title={t.emptyTitle}
      detail={t.emptyAdministrator}
      action={
        <ButtonLink look="primary" to="/accounts">
          {t.toAccounts}
        </ButtonLink>
      }
    />
  )
}

function DocumentTable({ documents }: { documents: DocumentSummary[] }) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards documents-table">
        <thead>
          <tr>
            <th scope="col">{t.column.title}</th>
            <th scope="col">{t.column.date}</th>
            <th scope="col">{t.column.progress}</th>
            <th scope="col">{t.column.added}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DocumentRow({ document }: { document: DocumentSummary }) {
  const t = useTexts(vi, en)
  const { counts } = document
  const destroyed = document.status === 'destroyed'
  const to = counts.proposed > 0 ? `/documents/${document.id}/review` : `/documents/${document.id}`
  return (
    <tr>
      <th scope="row" className="document-cell">
        <Link href={to}>{destroyed ? t.destroyedTitle : document.title}</Link>
        {!destroyed && (
          <span className="muted">
            {document.fileName}
            {document.conference && ` · ${document.conference.title}`}
          </span>
        )}
      </th>
      <td data-label={t.column.date}>
        {document.date ? (
          formatDate(document.date)
        ) : (
          <span className="muted">{destroyed ? '' : t.noDate}</span>
        )}
      </td>
      <td>
        {destroyed ? <Status tone="neutral">{t.destroyed}</Status> : <Progress {...counts} />}
      </td>
      <td data-label={t.column.added}>
        {formatInstant(document.addedAt)}
        <span className="muted added-by">{document.addedBy}</span>
      </td>
    </tr>
  )
}

function Progress({ proposed, confirmed, rejected }: DocumentSummary['counts']) {
  const t = useTexts(vi, en)
  const done = confirmed + rejected
  const all = proposed + done
  if (all === 0) return <span className="muted">{t.nothingFound}</span>
  return (
    <span className="document-progress">
      <progress value={done} max={all} aria-label={t.progressLabel(done, all)} />
      <span>{t.progress(done, all)}</span>
      {proposed === 0 ? (
        <Status tone="good">{t.allSeen}</Status>
      ) : (
        <Status tone={done === 0 ? 'none' : 'neutral'}>{t.left(proposed)}</Status>
      )}
    </span>
  )
}

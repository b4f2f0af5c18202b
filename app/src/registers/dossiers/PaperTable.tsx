// The papers of a dossier in its order, each with its newest version.
import { useState } from 'react'
import { Link } from 'wouter'
import { formatSize } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Status } from '../../web/ui/Status.tsx'
import type { PaperView } from './contract.ts'
import { ChangePaperDialog, WithdrawDialog } from './DossierDialogs.tsx'
import { PaperUpload } from './PaperUpload.tsx'
import { en, vi } from './texts.ts'

export function PaperTable({ papers }: { papers: readonly PaperView[] }) {
  const t = useTexts(vi, en)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.column.paper}</th>
            <th scope="col">{t.column.kind}</th>
            <th scope="col">{t.column.version}</th>
            <th scope="col">{t.column.state}</th>
            <th scope="col">{t.column.actions}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} of={papers.length} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What a paper is called: one that was destroyed has no name any more. */
export const nameOf = (paper: PaperView, destroyedName: string): string =>
  paper.title === '—' ? destroyedName : paper.title

function PaperRow({ paper, of }: { paper: PaperView; of: number }) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const newest = paper.versions.at(-1)
  if (!newest) return null
  const name = nameOf(paper, t.destroyedName)
  return (
    <tr>
      <th scope="row">
        <Link href={`/papers/${paper.id}`}>{name}</Link>
        {newest.note && <p className="muted">{newest.note}</p>}
      </th>
      <td data-label={t.column.kind}>{t.kinds[paper.kind]}</td>
      <td data-label={t.column.version}>
        {newest.number} · {formatSize(newest.byteSize, language)}
      </td>
      <td data-label={t.column.state}>
        <PaperState paper={paper} />
      </td>
      <td>
        <PaperActions paper={paper} of={of} name={name} />
      </td>
    </tr>
  )
}

export function PaperState({ paper }: { paper: PaperView }) {
  const t = useTexts(vi, en).paperState
  if (paper.versions.at(-1)?.status === 'destroyed') {
    return <Status tone="bad">{t.destroyed}</Status>
  }
  if (paper.withdrawn) return <Status tone="warn">{t.withdrawn}</Status>
  return paper.released ? (
    <Status tone="good">{t.released}</Status>
  ) : (
    <Status tone="none">{t.held}</Status>
  )
}

function PaperActions({ paper, of, name }: { paper: PaperView; of: number; name: string }) {
  const t = useTexts(vi, en)
  const [open, setOpen] = useState<'version' | 'change' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const acts = paper.may.change && !paper.withdrawn
  const action = (what: 'version' | 'change' | 'withdraw', words: string) => (
    <Button small look="plain" aria-label={`${words}: ${name}`} onClick={() => setOpen(what)}>
      {words}
    </Button>
  )
  return (
    <div className="row">
      {paper.versions.length > 1 && (
        <ButtonLink small look="plain" to={`/papers/${paper.id}/compare`}>
          {t.compare}
        </ButtonLink>
      )}
      {acts && (
        <>
          {action('version', t.addVersion)}
          {action('change', t.change)}
          {action('withdraw', t.withdraw)}
        </>
      )}
      {open === 'version' && (
        <PaperUpload
          title={t.addVersionTitle(name)}
          path={`/api/papers/${paper.id}/versions`}
          asks="version"
          onClose={close}
        />
      )}
      {open === 'change' && <ChangePaperDialog paper={paper} of={of} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog paper={paper} onClose={close} />}
    </div>
  )
}

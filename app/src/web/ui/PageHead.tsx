// Title, one sentence of explanation, actions: the top of every page. Names the browser tab too.
// On paper whose it is and of when stand there instead of the actions.
import './ui.css'
import type { ReactNode } from 'react'
import { formatInstant } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useSession } from '../session.tsx'
import { en, vi } from '../texts.ts'
import { useDocumentTitle } from './documentTitle.ts'

interface PageHeadProps {
  title: string
  intro?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, intro, actions }: PageHeadProps) {
  const t = useTexts(vi, en)
  const { session } = useSession()
  useDocumentTitle(title)
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {intro && <p className="page-intro">{intro}</p>}
        <p className="print-line">
          {session.province?.name} · {t.printed(formatInstant(new Date().toISOString()))}
        </p>
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}

// Title, one sentence of explanation, actions: the top of every page. Names the browser tab too.
import './ui.css'
import { type ReactNode, useEffect } from 'react'

interface PageHeadProps {
  title: string
  intro?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, intro, actions }: PageHeadProps) {
  useDocumentTitle(title)
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {intro && <p>{intro}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}

/** Names the browser's tab; null leaves it to whoever else names it. */
export function useDocumentTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return
    document.title = title ? `${title} · Giao Ban` : 'Giao Ban'
  }, [title])
}

// What a screen shows when there is nothing, or when something went wrong.
import './ui.css'
import type { ReactNode } from 'react'
import { isMissing, problemText } from '../api.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'
import { Button, ButtonLink } from './Button.tsx'
import { useDocumentTitle } from './documentTitle.ts'

interface EmptyStateProps {
  title: string
  detail?: ReactNode
  /** One thing to do next. */
  action?: ReactNode
  /** It stands in place of a whole page: names it, in the browser's tab too. */
  page?: boolean
}

export function EmptyState({ title, detail, action, page }: EmptyStateProps) {
  useDocumentTitle(page ? title : null)
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className="state">
      <span className="state-sign" aria-hidden="true">
        ○
      </span>
      <Heading>{title}</Heading>
      {detail && <p>{detail}</p>}
      {action}
    </div>
  )
}

interface ErrorPanelProps {
  error: unknown
  onRetry?: () => void
  page?: boolean
  /** Where to go on when the thing does not exist: asking again would not find it either. */
  list?: { to: string; words: string }
}

/** An error in place of a screen, in the server's own words, with a way to try again. */
export function ErrorPanel({ error, onRetry, page, list }: ErrorPanelProps) {
  const t = useTexts(vi, en)
  const missing = list && isMissing(error)
  const { title, detail } = missing
    ? { title: t.missingTitle, detail: t.missingDetail }
    : problemText(error)
  useDocumentTitle(page ? title : null)
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className="state" role="alert">
      <span className="state-sign" aria-hidden="true">
        ■
      </span>
      <Heading>{title}</Heading>
      <p>{detail}</p>
      {missing ? (
        <ButtonLink to={list.to}>{list.words}</ButtonLink>
      ) : (
        onRetry && <Button onClick={onRetry}>{t.retry}</Button>
      )}
    </div>
  )
}

interface NoticeProps {
  tone?: 'good' | 'warn' | 'bad'
  /** Read out at once: for what answers an action. */
  alert?: boolean
  children: ReactNode
}

/** A line inside a screen: a form's error, something to know. */
export function Notice({ tone, alert, children }: NoticeProps) {
  return (
    <div className={`notice ${tone ?? ''}`} role={alert ? 'alert' : undefined}>
      {children}
    </div>
  )
}

/** The error of a form, above its buttons. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null
  const { title, detail } = problemText(error)
  return (
    <Notice tone="bad" alert>
      <strong>{title}.</strong> {detail}
    </Notice>
  )
}

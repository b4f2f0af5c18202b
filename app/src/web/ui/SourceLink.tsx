// From any register entry to its sentence, highlighted in its document.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Source } from '../../http/parts.ts'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'

/** The address that shows the stretch highlighted in its document. */
export function sourceAddress(source: Pick<Source, 'documentId' | 'start' | 'end'>): string {
  return `/documents/${source.documentId}?at=${source.start}-${source.end}`
}

interface SourceLinkProps {
  source: Pick<Source, 'documentId' | 'documentTitle' | 'start' | 'end'>
  children?: ReactNode
}

export function SourceLink({ source, children }: SourceLinkProps) {
  const t = useTexts(vi, en)
  return (
    <Link href={sourceAddress(source)} title={source.documentTitle} className="source-link">
      {children ?? t.showSource}
    </Link>
  )
}

// The frame of the pages before sign-in: what this is, and that secrets have no place here.
import './door.css'
import type { FormEvent, ReactNode } from 'react'
import { useTexts } from '../../web/language.tsx'
import { LanguageSwitch } from '../../web/Shell.tsx'
import { useDocumentTitle } from '../../web/ui/documentTitle.ts'
import { en, vi } from './texts.ts'

interface DoorProps {
  title: string
  onSubmit: () => void
  children: ReactNode
}

export function Door({ title, onSubmit, children }: DoorProps) {
  const t = useTexts(vi, en).signIn
  useDocumentTitle(title)
  return (
    <div className="door">
      <div className="door-language">
        <LanguageSwitch />
      </div>
      <aside className="door-side" aria-label="Giao Ban">
        <span className="brand-name">Giao Ban</span>
        <div>
          <h2>{t.promise}</h2>
          <p>{t.promiseDetail}</p>
        </div>
        <p className="door-secrets">{t.noSecrets}</p>
      </aside>
      <main className="door-form">
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          <h1>{title}</h1>
          {children}
        </form>
      </main>
    </div>
  )
}

// A quiet placeholder while something loads.
import './ui.css'
import { useTexts } from '../language.tsx'
import { en, vi } from '../texts.ts'

export function Loading() {
  const t = useTexts(vi, en)
  return (
    <div className="loading" role="status">
      <span />
      <span />
      <span />
      <i className="visually-hidden">{t.loading}</i>
    </div>
  )
}

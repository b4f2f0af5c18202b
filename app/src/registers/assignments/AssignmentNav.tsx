// The parts of the register of assignments, one address each.
import { Link, useLocation } from 'wouter'
import { useTexts } from '../../web/language.tsx'
import { en, vi } from './count-texts.ts'

const parts = [
  ['list', '/assignments'],
  ['counts', '/assignments/counts'],
  ['register', '/assignments/register'],
  ['deadlines', '/assignments/deadlines'],
] as const

export function AssignmentNav() {
  const t = useTexts(vi, en)
  const [location] = useLocation()
  return (
    <nav className="tabs assignment-parts" aria-label={t.parts}>
      {parts.map(([name, path]) => (
        <Link key={name} href={path} aria-current={location === path ? 'page' : undefined}>
          {t.part[name]}
        </Link>
      ))}
    </nav>
  )
}

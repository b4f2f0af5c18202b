// On the first screen: that one's role needs a second factor, and by when.
import { Link, useLocation } from 'wouter'
import { homeOf } from '../../web/capabilities.ts'
import { formatInstant } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import './factor.css'
import { en, vi } from './signtexts.ts'

export function FactorDue() {
  const t = useTexts(vi, en).factor
  const { session, can } = useSession()
  const [location] = useLocation()
  if (!session.factorDueOn || location !== homeOf(can)) return null
  return (
    <p className="factor-due">
      {t.dueShort(formatInstant(session.factorDueOn))} <Link href="/account">{t.toSetUp}</Link>
    </p>
  )
}

// The progress report to the Standing Board: everything is filled in, one press downloads it.
import { useState } from 'react'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField } from '../../web/ui/Field.tsx'
import type { BodyLine } from '../organisations/contract.ts'
import { useBodies } from '../organisations/useBodies.tsx'
import { BodyField } from './BodyField.tsx'
import { en, vi } from './count-texts.ts'
import { addressOf, type Chosen } from './useChosen.tsx'

interface ReportPanelProps {
  /** Which tasks are counted. */
  period: Chosen
  today: string
}

export function ReportPanel({ period, today }: ReportPanelProps) {
  const t = useTexts(vi, en).report
  const { data } = useBodies(null)
  const { session } = useSession()
  const [chosen, setIssuer] = useState<string | null | undefined>(undefined)
  const [since, setSince] = useState<string | null>(`${today.slice(0, 4)}-01-01`)
  const [until, setUntil] = useState<string | null>(today)
  // For the province the office of its Party committee, else the body of one's own, unless somebody chooses another.
  const roles = session.account?.roles ?? []
  const everywhere = roles.some((one) => one.everywhere)
  const isOffice = ({ code, also, name }: BodyLine) =>
    everywhere ? [code, ...also].includes('VPTU') : name === roles[0]?.organisation
  const office = data?.bodies.find(isOffice)?.id ?? null
  const issuer = chosen === undefined ? office : chosen
  const backwards = since !== null && until !== null && until < since
  const ready = issuer !== null && since !== null && until !== null && !backwards
  const path = addressOf('/api/assignment-report/docx', period)
  const address = `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({
    ...{ issuer: issuer ?? '', since: since ?? '', until: until ?? '' },
  })}`
  return (
    <section className="register-section" aria-labelledby="progress-report">
      <h2 id="progress-report">{t.title}</h2>
      <p className="muted count-rule">{t.intro}</p>
      <div className="row register-filter count-filter">
        <BodyField label={t.issuer} value={issuer} onChange={setIssuer} />
        <DateField label={t.since} value={since} onChange={setSince} />
        <DateField
          label={t.until}
          value={until}
          onChange={setUntil}
          error={backwards ? t.wrongPeriod : null}
        />
        {ready ? (
          <a className="button primary" href={address} download>
            {t.get}
          </a>
        ) : (
          <Button look="primary" disabled title={t.choose}>
            {t.get}
          </Button>
        )}
      </div>
    </section>
  )
}

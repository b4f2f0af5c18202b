// One grant in a list: role, body, days, whose place, who gave it, and what can be done.
import type { ReactNode } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { grantState, heldRole } from './account.ts'
import type { RoleGrant } from './contract.ts'
import { en, vi } from './texts.ts'

export function GrantLine({
  grant,
  holder = false,
  children,
}: {
  grant: RoleGrant
  /** The list is of rights given to others: who holds it is said instead of whose it was. */
  holder?: boolean
  children?: ReactNode
}) {
  const t = useTexts(vi, en).accounts
  const state = grantState(grant, todayInVietnam())
  const facts = [
    t.since(formatDate(grant.from)),
    grant.to && t.until(formatDate(grant.to)),
    grant.grantedBy && t.by(grant.grantedBy),
    grant.reason,
  ].filter(Boolean)
  return (
    <li>
      <span>
        <strong>
          <RoleNames roles={[holder ? givenTo(grant) : heldRole(grant)]} />
        </strong>{' '}
        <Status tone={state === 'inForce' ? 'good' : 'none'}>{t.grantStates[state]}</Status>
        <span className="muted"> {facts.join(' · ')}</span>
      </span>
      {children}
    </li>
  )
}

const givenTo = (grant: RoleGrant) => ({
  ...heldRole(grant),
  organisation: `${grant.organisation.name}: ${grant.holder}`,
  everywhere: false,
  onBehalfOf: null,
})

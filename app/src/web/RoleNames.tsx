// The roles of an account as people read them: with the body where it is not the province itself, and
// whose place is taken.
import type { SessionState } from '../http/session-contract.ts'
import { useTexts } from './language.tsx'
import { en, vi } from './texts.ts'

type Held = Pick<
  NonNullable<SessionState['account']>['roles'][number],
  'role' | 'organisation' | 'everywhere' | 'onBehalfOf'
>

export function RoleNames({ roles }: { roles: readonly Held[] }) {
  const t = useTexts(vi, en)
  if (roles.length === 0) return <>{t.noRole}</>
  return (
    <>
      {roles
        .map((held) => {
          const place = held.everywhere ? '' : ` – ${held.organisation}`
          const behalf = held.onBehalfOf ? ` (${t.onBehalfOf(held.onBehalfOf)})` : ''
          return `${t.roles[held.role]}${place}${behalf}`
        })
        .join('; ')}
    </>
  )
}

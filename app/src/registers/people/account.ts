// Pure rules about accounts and grants.
import { allowed } from '../../http/access.ts'
import type { RoleGrant } from './contract.ts'

/** Whether a grant may be delegated: its role allows it and it is not itself delegated. */
export const delegable = (grant: Pick<RoleGrant, 'role' | 'delegatedFrom'>): boolean =>
  grant.delegatedFrom === null && allowed[grant.role].has('grant.delegate')

/** A grant as people name it (`RoleNames`). */
export const heldRole = ({ role, organisation, onBehalfOf, to }: RoleGrant) => ({
  role,
  organisation: organisation.name,
  everywhere: organisation.everywhere,
  onBehalfOf,
  to,
})

/** The roles that grants give now. */
export const heldRoles = (grants: readonly RoleGrant[]) =>
  grants.filter((grant) => grant.inForce).map(heldRole)

/** In force, not begun, or over: what the list says beside a grant. */
export function grantState(
  grant: Pick<RoleGrant, 'inForce' | 'endedAt' | 'from'>,
  today: string,
): 'inForce' | 'coming' | 'over' {
  if (grant.inForce) return 'inForce'
  return grant.endedAt === null && grant.from > today ? 'coming' : 'over'
}

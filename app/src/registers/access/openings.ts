// Ways into a record that several kinds share.
import type { Guarded, Named, Way } from '../../http/access.ts'
import type { Opening, Subject } from '../../http/explain.ts'

/** A record of the province that is open to everybody with a right. */
export const nothing: Subject = { organisationId: null, document: null, accountId: null }

/** What only the insiders of a body read. */
export const insideOf = (organisationId: string | null): Guarded => ({
  level: 'office',
  organisationId,
  participants: { organisations: [], accounts: [] },
})

/** A way in for the insiders of a body; none without a body. */
export const openedTo = (organisationId: string | null, way: Way): Opening[] =>
  organisationId === null ? [] : [{ guard: insideOf(organisationId), way }]

interface Addressed {
  organisation_id: string | null
  account_id: string | null
  substitute_account_id?: string | null
}

/** Whom live invitations, or the sheets of a round, name. */
export const namedIn = (all: readonly Addressed[]): Named => ({
  organisations: all.flatMap((one) => one.organisation_id ?? []),
  accounts: all.flatMap((one) => [one.account_id ?? [], one.substitute_account_id ?? []].flat()),
})

// Who may do what to one record, and why: grants in force put to the policy.
import type { Reads } from '../../database/tables.ts'
import { type Actor, accountOf, may, mayAnywhere } from '../../http/access.ts'
import { deeds, explainAccess, type RecordKind, type Verdict } from '../../http/explain.ts'
import { organisationNames } from '../organisations/names.ts'
import { allInForce, grantsInForce, type Holding } from '../people/grants.ts'
import type { AccessExplanation, ThroughView } from './contract.ts'
import { subjectOf } from './subject-store.ts'

/**
 * Deed by deed: whether the actor may and why, and by name the others who may, as far as the actor may see
 * their rights (`grant.read` in the body where each was granted). `notFound` for what is not there or
 * closed to the actor.
 */
export async function explainRecord(
  db: Reads,
  actor: Actor,
  kind: RecordKind,
  id: string | null,
): Promise<AccessExplanation> {
  const subject = await subjectOf(db, actor, kind, id)
  const names = whoseNames(actor)
  const all =
    names === 'none'
      ? await grantsInForce(db, actor.provinceId, accountOf(actor))
      : await allInForce(db, actor.provinceId)
  const words = await organisationNames(db, actor.provinceId, [
    subject.organisationId,
    ...all.map((one) => one.organisationId),
  ])
  const holdings = new Map(all.map((one) => [one.id, one]))
  const others = actorsOf(actor, all)
  const told = ({ through }: Verdict): ThroughView[] =>
    through.map(({ grantId, way }) => ({ way, grant: shown(holdings.get(grantId ?? ''), words) }))
  const organisation = subject.organisationId
  return {
    organisation:
      organisation === null ? null : { id: organisation, name: words.get(organisation) ?? '' },
    level: subject.document?.level ?? null,
    names,
    deeds: deeds[kind].map((deed) => {
      const verdict = explainAccess(actor, deed, subject)
      return {
        name: deed.name,
        you: { may: verdict.may, because: verdict.because, through: told(verdict) },
        others: others.flatMap((other) => {
          const through = told(seen(actor, explainAccess(other, deed, subject), holdings))
          return through.length > 0
            ? [{ accountId: other.accountId, name: other.name, through }]
            : []
        }),
      }
    }),
  }
}

function whoseNames(actor: Actor): AccessExplanation['names'] {
  if (may(actor, 'grant.read', actor.provinceId)) return 'all'
  return mayAnywhere(actor, 'grant.read') ? 'ownBodies' : 'none'
}

/** The other accounts as actors, in the order of the holdings. */
function actorsOf(actor: Actor, all: readonly Holding[]): (Actor & { accountId: string })[] {
  const others = Map.groupBy(
    all.filter((one) => one.accountId !== actor.accountId),
    (one) => one.accountId,
  )
  return [...others].map(([accountId, grants]) => ({
    kind: 'account',
    accountId,
    provinceId: actor.provinceId,
    grants,
    name: grants[0]?.holder ?? '',
    locale: 'vi',
  }))
}

/** The ways of another that the actor may see: those by rights granted where the actor reads rights. */
function seen(actor: Actor, verdict: Verdict, holdings: ReadonlyMap<string, Holding>): Verdict {
  const open = ({ grantId }: Verdict['through'][number]) => {
    const grant = holdings.get(grantId ?? '')
    const body = grant && !grant.everywhere ? grant.organisationId : null
    return may(actor, 'grant.read', actor.provinceId, body)
  }
  return { ...verdict, through: verdict.through.filter(open) }
}

const shown = (
  held: Holding | undefined,
  words: ReadonlyMap<string, string>,
): ThroughView['grant'] =>
  held
    ? {
        role: held.role,
        organisation: words.get(held.organisationId) ?? '',
        everywhere: held.everywhere,
        until: held.until,
        onBehalfOf: held.onBehalfOf,
      }
    : null

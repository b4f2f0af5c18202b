// Who may do what to a record, opened where the record stands: oneself first, others where one may see.
import './access.css'
import { useQuery } from '@tanstack/react-query'
import { deeds, type RecordKind, rolesFor } from '../../http/explain.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { RoleNames } from '../../web/RoleNames.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { DialogButton } from '../../web/ui/DialogButton.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Status } from '../../web/ui/Status.tsx'
import { en as documentsEn, vi as documentsVi } from '../documents/texts.ts'
import type { AccessExplanation, accessRoutes, ThroughView } from './contract.ts'
import { en, vi } from './texts.ts'

interface Subject {
  kind: RecordKind
  /** Left out for what a province has one of. */
  id?: string
}

/** A button for everybody; `of` is what the record is called. */
export function AccessButton({ kind, id, of }: Subject & { of: string }) {
  const t = useTexts(vi, en)
  return (
    <DialogButton open={t.open} of={of} title={t.title}>
      <Explanation kind={kind} {...(id === undefined ? {} : { id })} />
    </DialogButton>
  )
}

function Explanation({ kind, id }: Subject) {
  const t = useTexts(vi, en)
  const { levels } = useTexts(documentsVi, documentsEn).page
  const { data, error, refetch } = useQuery({
    queryKey: ['access', kind, id],
    queryFn: ({ signal }) =>
      request<typeof accessRoutes.explain>('get', '/api/access', {
        query: { kind, ...(id === undefined ? {} : { id }) },
        signal,
      }),
    staleTime: 0,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <p>
        {data.organisation && `${t.belongsTo(data.organisation.name)} `}
        {data.level && `${t.level(levels[data.level])} `}
        {t.names[data.names]}
      </p>
      <ul className="access-deeds">
        {data.deeds.map((deed) => (
          <DeedLine key={deed.name} kind={kind} deed={deed} names={data.names} />
        ))}
      </ul>
    </>
  )
}

function DeedLine({
  kind,
  deed: { name, you, others },
  names,
}: {
  kind: RecordKind
  deed: AccessExplanation['deeds'][number]
  names: AccessExplanation['names']
}) {
  const t = useTexts(vi, en)
  const { roles } = useTexts(sharedVi, sharedEn)
  const deed = deeds[kind].find((one) => one.name === name)
  const having = deed ? rolesFor(deed).map((role) => roles[role]) : []
  return (
    <li>
      <h3>{t.deeds[name]}</h3>
      <div>
        <Status tone={you.may ? 'good' : 'none'}>{you.may ? t.may : t.mayNot}</Status>{' '}
        {you.because && t.because[you.because]}
        <Ways through={you.through} />
      </div>
      {!you.may && having.length > 0 && <p className="muted">{t.roles(having.join('; '))}</p>}
      {others.length > 0 && (
        <details>
          <summary>{t.others(others.length)}</summary>
          <ul className="access-others">
            {others.map((other) => (
              <li key={other.accountId}>
                <strong>{other.name}</strong>
                <Ways through={other.through} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {others.length === 0 && names === 'all' && <p className="muted">{t.noOthers}</p>}
    </li>
  )
}

/** Each right that lets somebody do it: role, body, last day, and how it reaches the record. */
function Ways({ through }: { through: readonly ThroughView[] }) {
  const t = useTexts(vi, en)
  return (
    <ul className="access-ways">
      {through.map(({ way, grant }) => (
        <li key={`${way} ${grant?.role} ${grant?.organisation} ${grant?.onBehalfOf}`}>
          {grant && (
            <>
              <RoleNames roles={[grant]} />
              {grant.until && `, ${t.until(formatDate(grant.until))}`}
              {': '}
            </>
          )}
          <span className="muted">{t.ways[way]}</span>
        </li>
      ))}
    </ul>
  )
}

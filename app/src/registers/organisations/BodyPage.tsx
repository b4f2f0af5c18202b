// One body: its names, where it stands, what stands below it, what it came from and became.
import '../../web/ui/register.css'
import './bodies.css'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button, ButtonLink } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { BodyChanges } from './BodyChanges.tsx'
import { CorrectDialog, EndDialog, MoveDialog, RenameDialog } from './BodyDialogs.tsx'
import type { organisationRoutes, BodyPage as Page } from './contract.ts'
import { ReorganiseDialog } from './ReorganiseDialog.tsx'
import { en, vi } from './texts.ts'

const dialogs = {
  correct: CorrectDialog,
  rename: RenameDialog,
  move: MoveDialog,
  reorganise: ReorganiseDialog,
  end: EndDialog,
}

type DialogName = keyof typeof dialogs

export function BodyPage() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const [parameters] = useSearchParams()
  const on = parameters.get('on')
  const { data, error, refetch } = useQuery({
    queryKey: ['bodies', 'one', id, on],
    queryFn: ({ signal }) =>
      request<typeof organisationRoutes.get>('get', '/api/organisations/{id}', {
        params: { id },
        query: { on },
        signal,
      }),
  })
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/bodies', words: t.page.back }}
      />
    )
  if (!data) return <Loading />
  const query = on ? `?on=${on}` : ''
  return (
    <div className="page">
      <PageHead
        title={data.body.name}
        actions={
          <>
            <AccessButton kind="organisation" id={data.body.id} of={data.body.name} />
            <ButtonLink to={`/overview/units/${data.body.id}`}>{t.page.card}</ButtonLink>
            <ButtonLink to={`/bodies${query}`}>{t.page.back}</ButtonLink>
          </>
        }
      />
      {on && <Notice>{t.page.shownOn(formatDate(on))}</Notice>}
      {data.body.to !== null && data.body.to < todayInVietnam() && (
        <Notice tone="warn">
          {t.page.ended}: {t.page.to(formatDate(data.body.to))}
        </Notice>
      )}
      <Facts page={data} />
      <Actions page={data} />
      <Section title={t.page.names} count={data.names.length}>
        <ul className="plain-list">
          {data.names.map((name) => (
            <li key={name.id}>
              {name.name} <Chip>{t.page.nameRoles[name.role]}</Chip> <Days {...name} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.page.places} count={data.parents.length}>
        <ul className="plain-list">
          {data.parents.map((place) => (
            <li key={`${place.id} ${place.tree} ${place.from}`}>
              <Link href={`/bodies/${place.id}${query}`}>{place.name}</Link>{' '}
              <Chip>{t.trees[place.tree]}</Chip> <Days {...place} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.page.below} count={data.below.length}>
        <Below below={data.below} query={query} />
      </Section>
      <section className="register-section">
        <h2>{t.page.changes}</h2>
        {data.changes.length === 0 ? (
          <p className="muted">{t.page.changesNone}</p>
        ) : (
          <BodyChanges changes={data.changes} />
        )}
      </section>
    </div>
  )
}

/** What may be done here, each in its dialog. */
function Actions({ page }: { page: Page }) {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [opened, setOpened] = useState<DialogName | null>(null)
  if (!can.manageBodies) return null
  const Opened = opened && dialogs[opened]
  const names = Object.keys(dialogs) as DialogName[]
  const offered = page.body.kind === 'province' ? (['correct', 'rename'] as const) : names
  return (
    <div className="row register-filter">
      {offered.map((name) => (
        <Button key={name} small onClick={() => setOpened(name)}>
          {t.actions[name]}
        </Button>
      ))}
      {Opened && <Opened page={page} onClose={() => setOpened(null)} />}
    </div>
  )
}

function Facts({ page: { body } }: { page: Page }) {
  const t = useTexts(vi, en)
  const facts: [string, ReactNode][] = [
    [t.page.kind, t.kinds[body.kind]],
    [t.page.code, body.code],
    [t.page.days, <Days key="days" {...body} />],
    [t.page.legal, body.legalReference],
    [t.page.note, body.note],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {body.unverified.length > 0 && (
        <div>
          <dd>
            <Chip>{t.unverified}</Chip>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Days({ from, to }: { from: string | null; to: string | null }) {
  const t = useTexts(vi, en).page
  const words = [from && t.from(formatDate(from)), to && t.to(formatDate(to))].filter(Boolean)
  return <span className="muted">{words.join(' ') || t.always}</span>
}

function Section({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section className="register-section">
      <h2>
        {title} <span className="muted">{count}</span>
      </h2>
      {children}
    </section>
  )
}

/** Folded where there are many, by kind. */
function Below({ below, query }: { below: Page['below']; query: string }) {
  const t = useTexts(vi, en)
  const kinds = [...Map.groupBy(below, (one) => one.kind)]
  return kinds.map(([kind, all]) => (
    <details key={kind} open={below.length <= 40}>
      <summary>
        {t.kinds[kind]} ({all.length})
      </summary>
      <ul className="body-lines">
        {all.map((one) => (
          <li key={`${one.id} ${one.tree}`}>
            <Link href={`/bodies/${one.id}${query}`}>{one.name}</Link>
            {one.tree !== 'administrative' && <span className="muted"> {t.trees[one.tree]}</span>}
          </li>
        ))}
      </ul>
    </details>
  ))
}

// All bodies as they stand on a day: the tree, a search, and what changed since another day.
import '../../web/ui/register.css'
import './bodies.css'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { todayInVietnam } from '../../calendar.ts'
import { fold, formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { ErrorPanel } from '../../web/ui/States.tsx'
import { Tabs } from '../../web/ui/Tabs.tsx'
import { ExcelButton } from '../transfer/ExcelDialog.tsx'
import { AddBodyDialog } from './AddBodyDialog.tsx'
import { BodyChanges, BodyLink } from './BodyChanges.tsx'
import { BodyName, BodyTree } from './BodyTree.tsx'
import type { BodyLine, NamedBody } from './contract.ts'
import { type Tree, trees } from './organisation.ts'
import { en, vi } from './texts.ts'
import { useBodies } from './useBodies.tsx'

export function BodyList() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [parameters, setParameters] = useSearchParams()
  const [on, since] = [parameters.get('on'), parameters.get('since')]
  const [tree, setTree] = useState<Tree>('administrative')
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useBodies(on, since)
  const set = (name: 'on' | 'since') => (day: string | null) =>
    setParameters(
      (former) => {
        const next = new URLSearchParams(former)
        if (day) next.set(name, day)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const query = on ? `?on=${on}` : ''
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          can.manageBodies && (
            <>
              <ExcelButton name="bodies" />
              <Button look="primary" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            </>
          )
        }
      />
      <div className="row register-filter bodies-filter">
        <DateField label={t.on} value={on ?? todayInVietnam()} onChange={set('on')} />
        <DateField label={t.since} hint={t.sinceHint} value={since} onChange={set('since')} />
        <TextField label={t.find} type="search" value={typed} onChange={setTyped} />
      </div>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.difference && <Difference on={data.on} {...data.difference} />}
          {typed.trim() ? (
            <Found bodies={data.bodies} typed={typed} query={query} />
          ) : (
            <>
              <Tabs
                label={t.treeLabel}
                value={tree}
                onChange={setTree}
                tabs={trees.map((value) => ({ value, label: t.trees[value] }))}
                panelId="body-tree"
              />
              <div
                id="body-tree"
                role="tabpanel"
                aria-label={t.trees[tree]}
                className="panel padded"
              >
                <BodyTree bodies={data.bodies} tree={tree} query={query} />
              </div>
            </>
          )}
        </>
      )}
      {adding && <AddBodyDialog bodies={data?.bodies ?? []} onClose={() => setAdding(false)} />}
    </div>
  )
}

const shown = 100

function Found({ bodies, typed, query }: { bodies: BodyLine[]; typed: string; query: string }) {
  const t = useTexts(vi, en)
  const words = fold(typed).split(/\s+/)
  const found = bodies.filter((body) => {
    const text = fold([body.name, ...body.also, body.code ?? ''].join(' '))
    return words.every((word) => text.includes(word))
  })
  const names = new Map(bodies.map((body) => [body.id, body.name]))
  if (found.length === 0) return <p className="muted">{t.nothing}</p>
  return (
    <>
      <p role="status">{t.found(found.length)}</p>
      <ul className="plain-list">
        {found.slice(0, shown).map((body) => (
          <li key={body.id}>
            <BodyName body={body} query={query} />{' '}
            <span className="muted">
              {[t.kinds[body.kind], body.code, names.get(body.parents[0]?.id ?? '')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {found.length > shown && <p className="muted">{t.more(found.length - shown)}</p>}
    </>
  )
}

type DifferenceProps = NonNullable<
  NonNullable<ReturnType<typeof useBodies>['data']>['difference']
> & { on: string }

function Difference({ since, on, began, ended, changes }: DifferenceProps) {
  const t = useTexts(vi, en).difference
  const parts: [string, ReactNode][] = []
  if (changes.length > 0)
    parts.push([t.changes(changes.length), <BodyChanges key="changes" changes={changes} />])
  if (began.length > 0) parts.push([t.began(began.length), <Names key="began" bodies={began} />])
  if (ended.length > 0) parts.push([t.ended(ended.length), <Names key="ended" bodies={ended} />])
  return (
    <section className="panel padded stack">
      <h2>{t.title(formatDate(since), formatDate(on))}</h2>
      {parts.length === 0 && <p className="muted">{t.none}</p>}
      {parts.map(([title, list]) => (
        <details key={title}>
          <summary>{title}</summary>
          {list}
        </details>
      ))}
    </section>
  )
}

const Names = ({ bodies }: { bodies: readonly NamedBody[] }) => (
  <ul className="body-lines">
    {bodies.map((body) => (
      <li key={body.id}>
        <BodyLink body={body} />
      </li>
    ))}
  </ul>
)

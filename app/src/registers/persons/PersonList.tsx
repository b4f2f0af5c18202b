// People by given name with their posts of a day, and the terms of committees and councils.
import '../../web/ui/register.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam } from '../../calendar.ts'
import { request } from '../../web/api.ts'
import { fold } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { useSession } from '../../web/session.tsx'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { Button } from '../../web/ui/Button.tsx'
import { DateField, TextField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel } from '../../web/ui/States.tsx'
import { Tabs } from '../../web/ui/Tabs.tsx'
import { AccessButton } from '../access/AccessButton.tsx'
import { ExcelButton } from '../transfer/ExcelDialog.tsx'
import type { PersonView, personRoutes } from './contract.ts'
import { AddPersonDialog, PersonDialog } from './PersonDialogs.tsx'
import { PostLine } from './PostLine.tsx'
import { TermTable } from './TermTable.tsx'
import { en, vi } from './texts.ts'

export function PersonList() {
  const t = useTexts(vi, en)
  const { can } = useSession()
  const [tab, setTab] = useState<'people' | 'terms'>('people')
  const [adding, setAdding] = useState(false)
  return (
    <div className="page">
      <PageHead
        title={t.title}
        intro={t.intro}
        actions={
          can.managePeople && (
            <>
              <ExcelButton name="people" />
              <Button look="primary" onClick={() => setAdding(true)}>
                {t.add}
              </Button>
            </>
          )
        }
      />
      <Tabs
        label={t.tabs}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'people', label: t.people },
          { value: 'terms', label: t.terms },
        ]}
        panelId="people-panel"
      />
      <div id="people-panel" role="tabpanel" aria-label={t[tab]} className="register-section">
        {tab === 'people' ? <People /> : <TermTable />}
      </div>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function People() {
  const t = useTexts(vi, en)
  const [on, setOn] = useState<string | null>(todayInVietnam())
  const [typed, setTyped] = useState('')
  const { data, error, refetch } = useQuery({
    queryKey: ['persons', on],
    queryFn: ({ signal }) =>
      request<typeof personRoutes.list>('get', '/api/persons', { query: { on }, signal }),
    placeholderData: (former) => former,
  })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.persons.length === 0) return <EmptyState title={t.none} detail={t.noneDetail} />
  const words = fold(typed).split(/\s+/)
  const found = data.persons.filter((person) => {
    const held = person.posts.flatMap((post) => [post.title, post.organisation.name])
    const text = fold([person.name, ...held].join(' '))
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      <div className="row register-filter">
        <DateField label={t.on} value={on} onChange={setOn} />
        <TextField label={t.find} type="search" value={typed} onChange={setTyped} />
      </div>
      {found.length === 0 ? <p className="muted">{t.nothing}</p> : <PersonTable persons={found} />}
    </>
  )
}

function PersonTable({ persons }: { persons: readonly PersonView[] }) {
  const t = useTexts(vi, en)
  const shared = useTexts(sharedVi, sharedEn)
  const { can } = useSession()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <div className="table-frame">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.posts}</th>
            {can.managePeople && <th scope="col">{t.reach}</th>}
            <th scope="col">
              <span className="visually-hidden">{t.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td data-label={t.posts}>
                {person.posts.length === 0 ? (
                  <span className="muted">{t.noPost}</span>
                ) : (
                  <ul className="plain-list">
                    {person.posts.map((post) => (
                      <li key={post.id}>
                        <PostLine post={post} />
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              {can.managePeople && (
                <td>{[person.phone, person.email].filter(Boolean).join(' · ')}</td>
              )}
              <td className="number">
                <AccessButton kind="person" id={person.id} of={person.name} />{' '}
                {can.managePeople && (
                  <Button
                    small
                    onClick={() => setEditing(person.id)}
                    aria-label={`${shared.edit}: ${person.name}`}
                  >
                    {shared.edit}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing && <PersonDialog id={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

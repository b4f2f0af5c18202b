// The tab "Ý kiến trước": for the office and the chair the board of members and items, for a member the own answers.
import './invitations.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isAway, request } from '../../web/api.ts'
import { useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { Status, type Tone } from '../../web/ui/Status.tsx'
import { useToast } from '../../web/ui/Toast.tsx'
import type { ConferenceTabProps } from '../conferences/tabs.ts'
import type { Stand } from './invitation.ts'
import { OwnPositions } from './OwnPositions.tsx'
import type { PositionBoardView, positionRoutes } from './position-contract.ts'
import { en, vi } from './texts.ts'

export function PositionsTab({ plan }: ConferenceTabProps) {
  const t = useTexts(vi, en).position
  const { data, error, refetch } = useQuery({
    queryKey: ['conferences', plan.id, 'positions'],
    queryFn: ({ signal }) =>
      request<typeof positionRoutes.board>('get', '/api/conferences/{id}/positions', {
        params: { id: plan.id },
        signal,
      }),
  })
  if (error && !(data && isAway(error))) {
    return <ErrorPanel error={error} onRetry={() => void refetch()} />
  }
  if (!data) return <Loading />
  if (data.items.length === 0) return <EmptyState title={t.noItems} />
  const own = data.members.find((one) => one.own)
  return (
    <div className="stack">
      {!data.open && <Notice>{t.closed}</Notice>}
      {own && (
        <OwnPositions
          conferenceId={plan.id}
          invitationId={own.id}
          open={data.open}
          items={data.items.map((item) => ({
            ...item,
            position: item.positions.find((one) => one.invitationId === own.id) ?? null,
          }))}
        />
      )}
      {data.whole ? (
        <Whole board={data} plan={plan} />
      ) : (
        !own && <p className="muted">{t.listening}</p>
      )}
    </div>
  )
}

interface WholeProps extends ConferenceTabProps {
  board: PositionBoardView
}

function Whole({ board, plan }: WholeProps) {
  const t = useTexts(vi, en).position
  if (board.members.length === 0) return <EmptyState title={t.noMembers} />
  return (
    <>
      <Together board={board} plan={plan} />
      <Board board={board} />
      <Opinions board={board} />
    </>
  )
}

/** Items that nobody objects to, to be decided in one act once the conference runs. */
function Together({ board, plan }: WholeProps) {
  const t = useTexts(vi, en).position
  const client = useQueryClient()
  const toast = useToast()
  const ready = board.items.filter((item) => item.uncontested && item.outcome === null)
  const take = useMutation({
    mutationFn: () =>
      request<typeof positionRoutes.together>('post', '/api/conferences/{id}/take-together', {
        params: { id: plan.id },
        body: { itemIds: ready.map((item) => item.id) },
      }),
    onSuccess: ({ decided }) => toast.show({ text: t.taken(decided) }),
    onError: toast.showError,
    onSettled: () => client.invalidateQueries({ queryKey: ['conferences', plan.id] }),
  })
  if (ready.length === 0 || plan.stage !== 'running' || !plan.may.run) return null
  return (
    <section className="panel padded stack">
      <ul className="plain-list">
        {ready.map((item) => (
          <li key={item.id}>{titleOf(item)}</li>
        ))}
      </ul>
      <p className="muted">{t.togetherDetail}</p>
      <div>
        <Button look="primary" onClick={() => take.mutate()} disabled={take.isPending}>
          {t.together(ready.length)}
        </Button>
      </div>
    </section>
  )
}

const titleOf = (item: { number: string | null; title: string }): string =>
  [item.number, item.title].filter(Boolean).join('. ')

const tones: Record<Stand, Tone> = { noObjection: 'good', haveOpinion: 'warn', object: 'bad' }

/** Members down, items across by their number; who has not answered stands out by words. */
function Board({ board }: { board: PositionBoardView }) {
  const t = useTexts(vi, en).position
  return (
    <section className="register-section">
      <h2>{t.board}</h2>
      <ol className="position-items">
        {board.items.map((item) => (
          <li key={item.id}>
            {titleOf(item)} {item.outcome !== null && <Status tone="neutral">{t.decided}</Status>}
            {item.outcome === null && item.uncontested && (
              <Status tone="good">{t.uncontested}</Status>
            )}
          </li>
        ))}
      </ol>
      {/* It scrolls sideways where items are many, so the keyboard must get there. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="table-frame" tabIndex={0} aria-label={t.board}>
        <table className="table position-board">
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              {board.items.map((item, at) => (
                <th scope="col" key={item.id}>
                  <abbr title={item.title}>{item.number ?? at + 1}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  {member.name}
                  <span className="invitation-note">{t.missingCount(member.missing)}</span>
                </th>
                {board.items.map((item) => {
                  const said = item.positions.find((one) => one.invitationId === member.id)
                  return (
                    <td key={item.id}>
                      {said ? (
                        <Status tone={tones[said.stand]}>{t.short[said.stand]}</Status>
                      ) : (
                        <Status tone="none">{t.missing}</Status>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** What was said, item by item. */
function Opinions({ board }: { board: PositionBoardView }) {
  const t = useTexts(vi, en).position
  const name = new Map(board.members.map((one) => [one.id, one.name]))
  const said = board.items.flatMap((item) => {
    const opinions = item.positions.filter((one) => one.body !== null)
    return opinions.length === 0 ? [] : [{ item, opinions }]
  })
  return (
    <section className="register-section" aria-labelledby="position-opinions">
      <h2 id="position-opinions">{t.opinions}</h2>
      {said.length === 0 && <p className="muted">{t.noOpinions}</p>}
      {said.map(({ item, opinions }) => (
        <div key={item.id} className="position-opinions">
          <h3>{titleOf(item)}</h3>
          <ul className="plain-list">
            {opinions.map((one) => (
              <li key={one.invitationId}>
                <Status tone={tones[one.stand]}>{t.stands[one.stand]}</Status>{' '}
                <strong>{name.get(one.invitationId)}</strong>: {one.body}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

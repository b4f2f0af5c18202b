// The chain, opened where an entry stands: from shortcoming to indicator, and on to any of them.
import './chain.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { request } from '../../web/api.ts'
import { formatDate } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { Button } from '../../web/ui/Button.tsx'
import { DialogButton } from '../../web/ui/DialogButton.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { SourceLink } from '../../web/ui/SourceLink.tsx'
import { ErrorPanel, FormError } from '../../web/ui/States.tsx'
import { Chip, Status, type Tone } from '../../web/ui/Status.tsx'
import { decisionAddress, stateTones, taskAddress } from '../assignments/AssignmentTable.tsx'
import { en as assignmentsEn, vi as assignmentsVi } from '../assignments/texts.ts'
import { en as conferencesEn, vi as conferencesVi } from '../conferences/texts.ts'
import type { ChainNode, ChainStart, ChainView, chainRoutes } from './contract.ts'
import { RecurrenceWords } from './Recurrence.tsx'
import { en, vi } from './texts.ts'

interface Subject {
  kind: ChainStart
  id: string
}

/** A button for everybody; `of` is what the entry is called. */
export function ChainButton({ kind, id, of }: Subject & { of: string }) {
  const t = useTexts(vi, en)
  return (
    <DialogButton open={t.chain.open} of={of} title={t.chain.title}>
      <Chain kind={kind} id={id} />
    </DialogButton>
  )
}

function Chain({ kind, id }: Subject) {
  const t = useTexts(vi, en)
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['chain', kind, id],
    queryFn: ({ signal }) =>
      request<typeof chainRoutes.get>('get', '/api/chain', { query: { kind, id }, signal }),
    staleTime: 0,
  })
  if (!data)
    return error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <Loading />
  const { nodes, recurrences, more, mayLink } = data.chain
  const stages = [...Map.groupBy(nodes, (one) => one.stage)]
  return (
    <>
      {recurrences.map((one) => (
        <div key={`${one.body} ${one.topic}`} className="chain-recurrence">
          <strong>{language === 'en' ? one.nameEn : one.nameVi}</strong>:{' '}
          <RecurrenceWords recurrence={one} />
        </div>
      ))}
      {nodes.length <= 1 && <p className="muted">{t.chain.alone}</p>}
      <ol className="chain-stages">
        {stages.map(([stage, own]) => (
          <li key={stage}>
            <h3>{t.chain.stages[stage]}</h3>
            <ul className="chain-nodes">
              {own.map((one) => (
                <Entry key={one.key} node={one} mayLink={mayLink} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {more && <p className="muted">{t.chain.more}</p>}
    </>
  )
}

function Entry({ node, mayLink }: { node: ChainNode; mayLink: ChainView['mayLink'] }) {
  const t = useTexts(vi, en)
  const { how, date, note, conference, source, place } = node
  const address = addressOf(node)
  const title = node.title || (conference ? t.chain.looked(conference.title) : '–')
  return (
    <li aria-current={how === 'entry' ? 'true' : undefined}>
      <span className="muted">{date ? formatDate(date) : t.chain.noDate}</span>
      <span>
        {address ? <Link href={address}>{title}</Link> : title} <Stands node={node} />{' '}
        {how !== 'linked' && <Chip>{t.chain.how[how]}</Chip>}
        <span className="chain-where muted">
          {[note, node.title && conference?.title].filter(Boolean).join(' · ')}{' '}
          {source && <SourceLink source={source} />}{' '}
          {place && (
            <Link href={decisionAddress(place)} className="source-link">
              {t.chain.toDecision}
            </Link>
          )}
        </span>
        {mayLink && node.link && <Say node={node} link={node.link} />}
      </span>
    </li>
  )
}

/** Two buttons: it belongs together, or it does not. */
function Say({ node, link }: { node: ChainNode; link: NonNullable<ChainNode['link']> }) {
  const t = useTexts(vi, en).chain
  const client = useQueryClient()
  const say = useMutation({
    mutationFn: (verdict: 'confirmed' | 'refused') =>
      request<typeof chainRoutes.link>('put', '/api/chain-links', {
        body: { from: link.from, to: link.to, verdict },
        version: link.version,
      }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['chain'] })
      await client.invalidateQueries({ queryKey: ['shortcomings'] })
      await client.invalidateQueries({ queryKey: ['conferences'] })
    },
  })
  const button = (verdict: 'confirmed' | 'refused', words: string) => (
    <Button
      small
      disabled={say.isPending}
      aria-label={`${words}: ${node.title}`}
      onClick={() => say.mutate(verdict)}
    >
      {words}
    </Button>
  )
  return (
    <span className="row">
      {node.how !== 'confirmed' && button('confirmed', t.confirm)}
      {(node.how === 'confirmed' || node.how === 'proposed') && button('refused', t.refuse)}
      <FormError error={say.error} />
    </span>
  )
}

/** Where the entry stands, in the words of its own register. */
function Stands({ node: { stage, state, looked } }: { node: ChainNode }) {
  const t = useTexts(vi, en).chain
  const tasks = useTexts(assignmentsVi, assignmentsEn)
  const { outcome } = useTexts(conferencesVi, conferencesEn)
  if (state === null) return null
  if (stage === 'assignment' || looked) {
    const task = state as keyof typeof stateTones
    return <Status tone={stateTones[task]}>{tasks.state[task]}</Status>
  }
  if (stage === 'result') {
    const tone: Tone = state === 'confirmed' ? 'good' : state === 'sentBack' ? 'bad' : 'warn'
    return <Status tone={tone}>{tasks.stepOf[state as 'reported']}</Status>
  }
  if (stage === 'decision') return <Chip>{outcome[state as 'agreed'] ?? state}</Chip>
  if (stage === 'opinion') return <Chip>{t.answers[state as 'accepted']}</Chip>
  return state === 'on' ? null : <Chip>{t.off[state as 'withdrawn']}</Chip>
}

function addressOf({ stage, id, ...node }: ChainNode): string | null {
  switch (stage) {
    case 'shortcoming':
      return node.source ? null : '/shortcomings'
    case 'assignment':
      return taskAddress(id)
    case 'result':
      return node.documentId
        ? `/documents/${node.documentId}`
        : node.taskId && taskAddress(node.taskId)
    case 'dossier':
      return node.paperId && `/papers/${node.paperId}`
    case 'indicator':
      return `/indicators/${id}`
    default:
      return node.conference && node.itemId
        ? `/conferences/${node.conference.id}?tab=proceedings&item=${node.itemId}`
        : stage === 'opinion' && node.matterId
          ? `/matters/${node.matterId}/opinions`
          : null
  }
}

// Two versions of a paper against each other (`?from=1&to=2`): added and removed by sign, line and colour.
import './dossiers.css'
import { useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'wouter'
import { formatNumber } from '../../web/format.ts'
import { useLanguage, useTexts } from '../../web/language.tsx'
import { CheckField, SelectField } from '../../web/ui/Field.tsx'
import { Loading } from '../../web/ui/Loading.tsx'
import { PageHead } from '../../web/ui/PageHead.tsx'
import { EmptyState, ErrorPanel, Notice } from '../../web/ui/States.tsx'
import { type Block, compareTexts, longest, mostEdits, type Piece } from './compare.ts'
import type { PaperView } from './contract.ts'
import { nameOf } from './PaperTable.tsx'
import { en, vi } from './texts.ts'
import { usePaper, useText } from './usePaper.tsx'

export function ComparePage() {
  const t = useTexts(vi, en)
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = usePaper(id)
  if (error)
    return (
      <ErrorPanel
        error={error}
        onRetry={() => void refetch()}
        page
        list={{ to: '/conferences', words: t.paper.back }}
      />
    )
  if (!data) return <Loading />
  const { paper } = data
  const readable = paper.versions.filter(({ status }) => status === 'read')
  return (
    <div className="page">
      <PageHead
        title={t.diff.title}
        intro={<Link href={`/papers/${id}`}>{nameOf(paper, t.destroyedName)}</Link>}
      />
      {readable.length < 2 ? (
        <EmptyState title={t.diff.title} detail={t.diff.only} />
      ) : (
        <Chosen versions={readable} />
      )}
    </div>
  )
}

function Chosen({ versions }: { versions: PaperView['versions'] }) {
  const t = useTexts(vi, en)
  const [query, setQuery] = useSearchParams()
  const chosen = (name: 'from' | 'to', otherwise: number) =>
    versions.find(({ number }) => number === Number(query.get(name))) ?? versions.at(otherwise)
  const from = chosen('from', -2)
  const to = chosen('to', -1)
  const before = useText(from?.documentId ?? null)
  const after = useText(to?.documentId ?? null)
  const options = versions.map(({ number }) => ({ value: String(number), label: t.lot(number) }))
  const field = (name: 'from' | 'to', value: number | undefined) => (
    <SelectField
      label={t.diff[name]}
      value={String(value ?? '')}
      options={options}
      onChange={(number) =>
        setQuery((now) => {
          now.set(name, number)
          return now
        })
      }
    />
  )
  const error = before.error ?? after.error
  return (
    <div className="stack">
      <div className="row">
        {field('from', from?.number)}
        {field('to', to?.number)}
      </div>
      {error ? (
        <ErrorPanel
          error={error}
          onRetry={() => {
            void before.refetch()
            void after.refetch()
          }}
        />
      ) : before.data && after.data ? (
        <Differences before={before.data.text} after={after.data.text} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function Differences({ before, after }: { before: string; after: string }) {
  const t = useTexts(vi, en).diff
  const { language } = useLanguage()
  const [short, setShort] = useState(true)
  const result = useMemo(() => compareTexts(before, after), [before, after])
  if ('refused' in result) {
    const limit = result.refused === 'tooLong' ? longest : mostEdits
    return <Notice tone="warn">{t[result.refused](formatNumber(limit, language))}</Notice>
  }
  const { changed, added, removed } = result.counts
  if (changed + added + removed === 0) return <Notice tone="good">{t.same}</Notice>
  return (
    <>
      <p>
        <strong>{t.counts(changed, added, removed)}</strong>
      </p>
      <p className="muted">{t.legend}</p>
      <CheckField label={t.onlyChanges} value={short} onChange={setShort} />
      <article className="panel padded comparison">
        {runsOf(result.blocks).map(({ key, same, blocks }) =>
          same && short && blocks.length > 2 ? (
            <p key={key} className="muted">
              {t.skipped(blocks.length)}
            </p>
          ) : (
            blocks.map((block) => <Paragraph key={block.key} block={block.value} />)
          ),
        )}
      </article>
    </>
  )
}

interface Keyed<T> {
  key: number
  value: T
}

/** A comparison never changes its order: the place of a part is its name. */
const keyed = <T,>(parts: readonly T[]): Keyed<T>[] => parts.map((value, key) => ({ key, value }))

/** Paragraphs in a row that did not change, and those that did, with their place as key. */
function runsOf(blocks: readonly Block[]) {
  const runs: { key: number; same: boolean; blocks: Keyed<Block>[] }[] = []
  for (const block of keyed(blocks)) {
    const same = block.value.kind === 'same'
    const last = runs.at(-1)
    if (last?.same === same) last.blocks.push(block)
    else runs.push({ key: block.key, same, blocks: [block] })
  }
  return runs
}

function Paragraph({ block }: { block: Block }) {
  const t = useTexts(vi, en).diff
  if (block.kind === 'same') return <p>{block.text}</p>
  const sign = { added: '+', removed: '−', changed: '±' }[block.kind]
  const pieces: Piece[] = block.kind === 'changed' ? block.pieces : [block]
  return (
    <p className={`comparison-${block.kind}`}>
      <span className="comparison-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="visually-hidden">{t[block.kind]}: </span>
      {keyed(pieces).map(({ key, value }) => (
        <Words key={key} piece={value} alone={block.kind !== 'changed'} />
      ))}
    </p>
  )
}

function Words({ piece, alone }: { piece: Piece; alone: boolean }) {
  const t = useTexts(vi, en).diff
  if (piece.kind === 'same') return piece.text
  const Mark = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      {!alone && <span className="visually-hidden">[{t[piece.kind]}: </span>}
      {piece.text}
      {!alone && <span className="visually-hidden">]</span>}
    </Mark>
  )
}

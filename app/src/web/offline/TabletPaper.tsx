// A paper as it is kept on this device: its text to read and search, own notes beside it.
import './offline.css'
import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'wouter'
import type { DocumentText } from '../../registers/documents/contract.ts'
import type { ReleasedPaper } from '../../registers/dossiers/contract.ts'
import { anchorIn } from '../../registers/notes/note.ts'
import { useTexts } from '../language.tsx'
import { useSession } from '../session.tsx'
import { layMarks } from '../text/segments.ts'
import { type Stretch, TextPane } from '../text/TextPane.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { EmptyState } from '../ui/States.tsx'
import { Banner } from './Banner.tsx'
import { Notes, type PlacedNote } from './Notes.tsx'
import { findAll } from './set.ts'
import { open, readOriginal, readText, type TabletState } from './tablet.ts'
import { en, vi } from './texts.ts'
import { useTablet } from './useTablet.ts'

export function TabletPaper() {
  const t = useTexts(vi, en)
  const { id } = useParams<{ id: string }>()
  const { session } = useSession()
  const account = session.account?.id
  const tablet = useTablet()
  useEffect(() => {
    if (tablet.phase === 'opening') void open(account)
  }, [tablet, account])
  const paper = tablet.head?.conferences
    .flatMap((one) => one.papers)
    .find((one) => one.paperId === id)
  const { text, looked } = useKeptText(tablet, paper)
  if (tablet.phase === 'opening' || (paper && !looked)) return <Loading />
  if (tablet.phase !== 'ready' || !paper || !text) {
    return (
      <EmptyState
        page
        title={t.paperGone}
        detail={t.paperGoneDetail}
        action={<ButtonLink to="/tablet">{t.back}</ButtonLink>}
      />
    )
  }
  return <Reading paper={paper} text={text} tablet={tablet} />
}

/** The text of the paper; `looked` once it is known whether it is there. */
function useKeptText(tablet: TabletState, paper: ReleasedPaper | undefined) {
  const [found, setFound] = useState<{ of: string; text: DocumentText | null } | null>(null)
  const of = paper ? `${paper.documentId}:${paper.textVersion}:${tablet.kept.size}` : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when it is another text
  useEffect(() => {
    let left = false
    if (paper) {
      void readText(paper).then((text) => {
        if (!left) setFound({ of, text })
      })
    }
    return () => {
      left = true
    }
  }, [of])
  return { text: found?.text ?? null, looked: found !== null }
}

interface ReadingProps {
  paper: ReleasedPaper
  text: DocumentText
  tablet: TabletState
}

function Reading({ paper, text, tablet }: ReadingProps) {
  const t = useTexts(vi, en)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reveal, setReveal] = useState<Stretch | null>(null)
  const [hit, setHit] = useState<Stretch | null>(null)
  const notes = useMemo<PlacedNote[]>(
    () =>
      tablet.notes
        .filter((note) => note.paperId === paper.paperId)
        .map((note) => ({ note, place: anchorIn(text.text, note) })),
    [tablet.notes, paper.paperId, text.text],
  )
  const marks = useMemo(
    () =>
      layMarks(
        notes.flatMap(({ note, place }) =>
          place
            ? [{ id: note.id, start: place[0], end: place[1], kind: note.mark, state: 'confirmed' }]
            : [],
        ),
      ),
    [notes],
  )
  function choose({ note, place }: PlacedNote) {
    setChosen(note.id)
    if (place) setReveal({ start: place[0], end: place[1] })
  }
  return (
    <div className="tablet-paper">
      <PageHead
        title={paper.title}
        intro={`${paper.itemNumber ? `${paper.itemNumber}. ` : ''}${paper.itemTitle}`}
        actions={
          <>
            <OpenOriginal paper={paper} kept={tablet.kept} />
            <ButtonLink to="/tablet">{t.back}</ButtonLink>
          </>
        }
      />
      <Banner tablet={tablet} />
      <SearchBar
        text={text.text}
        onHit={(found) => {
          setHit(found)
          setReveal(found)
        }}
      />
      <div className="tablet-columns">
        <TextPane
          label={paper.title}
          text={text.text}
          blocks={text.blocks}
          marks={marks}
          selected={chosen}
          highlight={hit}
          reveal={reveal}
          onPick={setChosen}
        />
        <Notes paper={paper} text={text.text} notes={notes} chosen={chosen} onChoose={choose} />
      </div>
    </div>
  )
}

function OpenOriginal({ paper, kept }: { paper: ReleasedPaper; kept: ReadonlySet<string> }) {
  const t = useTexts(vi, en)
  const there = [...kept].some((name) => name.startsWith(`original:${paper.documentId}:`))
  if (!there) return null
  async function openIt() {
    const bytes = await readOriginal(paper)
    if (!bytes) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes]))
    link.download = paper.fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }
  return <Button onClick={() => void openIt()}>{t.openOriginal}</Button>
}

function SearchBar({ text, onHit }: { text: string; onHit: (found: Stretch | null) => void }) {
  const t = useTexts(vi, en)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const hits = useMemo(() => findAll(text, words), [text, words])
  function go(to: number, among = hits) {
    setAt(to)
    onHit(among[to] ?? null)
  }
  return (
    <search className="tablet-search">
      <input
        className="input"
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          go(0, findAll(text, event.target.value))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && hits.length > 0) go((at + 1) % hits.length)
        }}
      />
      {words.trim() !== '' && (
        <>
          <span role="status">{t.found(at + 1, hits.length)}</span>
          <Button
            small
            disabled={hits.length === 0}
            onClick={() => go((at + 1) % Math.max(1, hits.length))}
          >
            {t.next}
          </Button>
        </>
      )}
    </search>
  )
}

// A document's text with what was found underlined in place. Long texts are drawn as one comes to
// them, so that a novel scrolls as lightly as a notice.
import './text-pane.css'
import {
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Chunk, chunksOf, linesOf, type Mark, marksWithin, segmentsOf } from './segments.ts'

export interface Stretch {
  start: number
  end: number
}

interface TextPaneProps {
  label: string
  text: string
  blocks: readonly { kind: string; start: number; end: number }[]
  /** In order, as `layMarks` returns them. */
  marks: readonly Mark[]
  selected: string | null
  highlight?: Stretch | null
  /** A new object asks to bring its stretch into view. */
  reveal: Stretch | null
  onPick?: (id: string) => void
}

/** Up to this length everything is drawn at once, so that the browser's own search finds it. */
const drawnAtOnce = 200_000

export function TextPane({
  label,
  text,
  blocks,
  marks,
  selected,
  highlight,
  reveal,
  onPick,
}: TextPaneProps) {
  const pane = useRef<HTMLElement>(null)
  const chunks = useMemo(() => chunksOf(linesOf(text, blocks)), [text, blocks])
  const lazy = text.length > drawnAtOnce
  const all = useMemo(
    () => (highlight ? [...marks, highlightMark(highlight)] : marks),
    [marks, highlight],
  )
  const byChunk = useMemo(() => chunks.map((chunk) => marksWithin(all, chunk)), [chunks, all])

  useLayoutEffect(() => {
    if (!reveal || !pane.current) return
    bringIntoView(pane.current, reveal)
    // Chunks that were only estimated until now may have moved it.
    const frame = requestAnimationFrame(() => pane.current && bringIntoView(pane.current, reveal))
    return () => cancelAnimationFrame(frame)
  }, [reveal])

  function onClick(event: MouseEvent) {
    if (!onPick || !document.getSelection()?.isCollapsed) return
    const ids: string[] = []
    let element = event.target instanceof Element ? event.target.closest('[data-f]') : null
    while (element) {
      ids.push(element.getAttribute('data-f') ?? '')
      element = element.parentElement?.closest('[data-f]') ?? null
    }
    // A second click on overlapping findings goes to the next one outwards.
    const id = ids[(ids.indexOf(selected ?? '') + 1) % ids.length]
    if (id) onPick(id)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
    <article
      ref={pane}
      className="text-pane"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there
      tabIndex={0}
      onClick={onClick}
    >
      {chunks.map((chunk, index) => (
        <ChunkView
          key={chunk.start}
          chunk={chunk}
          text={text}
          marks={byChunk[index] ?? []}
          selected={selected}
          wanted={!lazy || (reveal !== null && overlaps(reveal, chunk))}
        />
      ))}
    </article>
  )
}

interface ChunkProps {
  chunk: Chunk
  text: string
  marks: Mark[]
  selected: string | null
  /** Draw it even while it is out of sight. */
  wanted: boolean
}

const ChunkView = memo(function ChunkView({ chunk, text, marks, selected, wanted }: ChunkProps) {
  const place = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(wanted)
  if (wanted && !near) setNear(true)
  useEffect(() => {
    if (near || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '1500px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [near])
  if (!near) {
    const height = Math.ceil((chunk.end - chunk.start) / 75) * 28 + chunk.lines.length * 10
    return <div ref={place} style={{ height }} />
  }
  return (
    <div className="text-chunk">
      {chunk.lines.map((line) => (
        <p key={line.start} className={`text-line ${line.kind}`}>
          {segmentsOf(line, marks).map((segment) => {
            const words: ReactNode = (
              <span data-o={segment.start} key={segment.start}>
                {text.slice(segment.start, segment.end)}
              </span>
            )
            return segment.marks.reduceRight<ReactNode>(
              (inner, mark) => (
                <span
                  key={segment.start}
                  className={markClass(mark, selected)}
                  data-f={mark.id || undefined}
                >
                  {inner}
                </span>
              ),
              words,
            )
          })}
        </p>
      ))}
    </div>
  )
}, sameChunk)

/** A chunk is drawn again only when something on it changed. */
function sameChunk(before: ChunkProps, after: ChunkProps): boolean {
  return (
    before.chunk === after.chunk &&
    before.text === after.text &&
    before.wanted === after.wanted &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, index) => sameMark(mark, after.marks[index])) &&
    (before.selected === after.selected ||
      !after.marks.some(({ id }) => id === before.selected || id === after.selected))
  )
}

const sameMark = (a: Mark, b: Mark | undefined): boolean =>
  b !== undefined &&
  a.id === b.id &&
  a.state === b.state &&
  a.lane === b.lane &&
  a.kind === b.kind &&
  a.start === b.start &&
  a.end === b.end

function markClass(mark: Mark, selected: string | null): string {
  if (mark.id === '') return 'text-highlight'
  const on = mark.id === selected ? ' on' : ''
  return `found kind-${mark.kind} lane-${mark.lane} ${mark.state}${on}`
}

const highlightMark = ({ start, end }: Stretch): Mark => ({
  id: '',
  start,
  end,
  kind: '',
  state: '',
  lane: 0,
})

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && a.end > b.start

/** Scrolls only where the stretch is not comfortably in sight already. */
function bringIntoView(pane: HTMLElement, { start, end }: Stretch): void {
  const element = [...pane.querySelectorAll<HTMLElement>('[data-o]')].find((one) => {
    const from = Number(one.dataset.o)
    return from + (one.textContent?.length ?? 0) > start && from < end
  })
  if (!element) return
  const frame = pane.getBoundingClientRect()
  const at = element.getBoundingClientRect()
  const top = Math.max(frame.top, 0)
  const bottom = Math.min(frame.bottom, window.innerHeight)
  const slack = (bottom - top) * 0.12
  if (at.top < top + slack || at.bottom > bottom - slack) {
    element.scrollIntoView({ block: 'center' })
  }
}

/** The selected stretch of the text inside a pane, trimmed of spaces; null without one. */
export function selectedStretch(text: string): Stretch | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = offsetOf(range.startContainer, range.startOffset)
  const to = offsetOf(range.endContainer, range.endOffset)
  if (from === null || to === null || to <= from) return null
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = to - (words.length - words.trimEnd().length)
  return end > start ? { start, end } : null
}

function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const holder = element?.closest<HTMLElement>('[data-o]')
  if (holder) return Number(holder.dataset.o) + (node.nodeType === Node.TEXT_NODE ? offset : 0)
  // Between lines (a triple click ends at the next paragraph): the next words there.
  if (!(node instanceof Element) || !node.closest('.text-pane')) return null
  const next = node.children[offset] ?? node
  const first = next.matches('[data-o]') ? next : next.querySelector('[data-o]')
  return first ? Number(first.getAttribute('data-o')) : null
}

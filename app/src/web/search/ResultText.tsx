// A result's kind, title and passage with the hits marked.
import type { SearchResult } from '../../search/contract.ts'
import { useTexts } from '../language.tsx'
import { Chip } from '../ui/Status.tsx'
import { en, vi } from './texts.ts'

export function ResultText({ result }: { result: SearchResult }) {
  const t = useTexts(vi, en)
  return (
    <>
      <span className="result-title">
        <Chip>{t.kind[result.kind as 'document'] ?? result.kind}</Chip>{' '}
        <Marked text={result.title} marks={result.titleHighlights} />
      </span>
      <span className="result-passage muted">
        <Marked text={result.excerpt} marks={result.highlights} />
      </span>
    </>
  )
}

function Marked({ text, marks }: { text: string; marks: [number, number][] }) {
  const parts = marks.map(([start, end], index) => ({
    key: start,
    before: text.slice(marks[index - 1]?.[1] ?? 0, start),
    hit: text.slice(start, end),
  }))
  return (
    <>
      {parts.map(({ key, before, hit }) => (
        <span key={key}>
          {before}
          <mark>{hit}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}

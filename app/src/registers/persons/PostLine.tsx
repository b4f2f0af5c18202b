// A post in one line: title, body, term, days.
import { Link } from 'wouter'
import { formatDate } from '../../web/format.ts'
import { useTexts } from '../../web/language.tsx'
import { Chip } from '../../web/ui/Status.tsx'
import type { Post } from './contract.ts'
import { en, vi } from './texts.ts'

export function PostLine({ post }: { post: Post }) {
  const t = useTexts(vi, en).post
  const days = [
    post.from && t.since(formatDate(post.from)),
    post.to && t.until(formatDate(post.to)),
  ].filter(Boolean)
  return (
    <>
      {post.title} · <Link href={`/bodies/${post.organisation.id}`}>{post.organisation.name}</Link>{' '}
      {post.term && <Chip>{post.term.label}</Chip>} <span className="muted">{days.join(' ')}</span>
    </>
  )
}

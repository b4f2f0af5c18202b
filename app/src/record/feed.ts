// Heads as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): any feed reader keeps copies of it,
// and giaoban-verify takes it as it is.
import type { Head } from './head.ts'

/** The feed of a province's heads, newest first as feeds are. It holds nothing but the heads. */
export function feedOf(province: { slug: string; name: string }, heads: readonly Head[]) {
  return {
    version: 'https://jsonfeed.org/version/1.1' as const,
    title: `Giao Ban: ${province.name}: đầu nhật ký đã ký / signed heads of the record`,
    language: 'vi',
    items: [...heads].reverse().map((head) => {
      const { province: code, number, day, at, count, hash } = head.statement
      return {
        id: `giaoban-head:${code}:${number}`,
        title: `${code} ${number}: ${day}`,
        content_text: `${code} ${day}: ${count} ${hash}`,
        date_published: at,
        _giaoban: head,
      }
    }),
  }
}

// Tables of the review and of the chain (migrations/0019-chain.sql), as Kysely sees them.
import type { Generated } from 'kysely'

export interface ItemReviewTable {
  province_id: number
  review_id: string
  session_item_id: string
  agenda_version_id: string | null
  taken_at: Generated<string>
}

export interface ItemReviewTaskTable {
  province_id: number
  review_id: string
  assignment_id: string
  position: number
  state: string
  counted: 'onTime' | 'late' | 'open' | 'overdue' | 'paused' | 'revoked'
  lead_text: string | null
  due_on: string | null
  percent: number | null
}

export interface ItemReviewConferenceTable {
  province_id: number
  review_id: string
  conference_id: string
  position: number
  held_on: string | null
}

export interface ItemReviewShortcomingTable {
  province_id: number
  review_id: string
  shortcoming_id: string
}

/** Exactly two of the four are named. */
export interface ChainLinkTable {
  province_id: number
  link_id: string
  shortcoming_id: string | null
  assignment_id: string | null
  matter_id: string | null
  indicator_id: string | null
  verdict: 'confirmed' | 'refused'
  decided_by: string
  decided_at: Generated<string>
  version: Generated<number>
}

export interface ChainTables {
  item_review: ItemReviewTable
  item_review_task: ItemReviewTaskTable
  item_review_conference: ItemReviewConferenceTable
  item_review_shortcoming: ItemReviewShortcomingTable
  chain_link: ChainLinkTable
}

// The tabs of a conference that is held here: one lazy component of each part, in the order of its life.
import type { ComponentType } from 'react'
import type { PlanView } from './plan-contract.ts'

/** What every tab is given. Its queries have keys that begin with `['conferences', plan.id]`. */
export interface ConferenceTabProps {
  plan: PlanView
}

export interface ConferenceTab {
  /** As it stands in the address: `?tab=agenda`. */
  key: string
  words: { vi: string; en: string }
  load: () => Promise<{ default: ComponentType<ConferenceTabProps> }>
  /** Whether this reader of this conference has it; everybody where it is left out. */
  shown?: (plan: PlanView) => boolean
}

/** The first that is shown opens where the address names none. */
export const conferenceTabs: readonly ConferenceTab[] = [
  {
    key: 'agenda',
    words: { vi: 'Chương trình', en: 'Agenda' },
    load: async () => ({ default: (await import('../agenda/AgendaTab.tsx')).AgendaTab }),
  },
  {
    key: 'review',
    words: { vi: 'Kết luận trước', en: 'Earlier conclusions' },
    load: async () => ({ default: (await import('../chain/ReviewTab.tsx')).ReviewTab }),
  },
  {
    key: 'dossiers',
    words: { vi: 'Hồ sơ', en: 'Dossiers' },
    load: async () => ({ default: (await import('../dossiers/DossierTab.tsx')).DossierTab }),
  },
  {
    key: 'invitations',
    words: { vi: 'Giấy mời', en: 'Invitations' },
    load: async () => ({
      default: (await import('../invitations/InvitationsTab.tsx')).InvitationsTab,
    }),
  },
  {
    key: 'positions',
    words: { vi: 'Ý kiến trước', en: 'Positions' },
    load: async () => ({ default: (await import('../invitations/PositionsTab.tsx')).PositionsTab }),
  },
  {
    key: 'proceedings',
    words: { vi: 'Diễn biến', en: 'Proceedings' },
    load: async () => ({ default: (await import('../sitting/ProceedingsTab.tsx')).ProceedingsTab }),
  },
  {
    key: 'notices',
    words: { vi: 'Văn bản', en: 'Papers' },
    load: async () => ({ default: (await import('../notices/NoticesTab.tsx')).NoticesTab }),
  },
  {
    key: 'opinions',
    words: { vi: 'Ý kiến', en: 'Opinions' },
    load: async () => ({ default: (await import('../rounds/OpinionsTab.tsx')).OpinionsTab }),
  },
]

// Tables of bodies, people and rights (migrations/0003-bodies.sql), as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type { Level, Role } from '../http/access.ts'

export type AccountRole = Role
export type { Level }

export type OrganisationKind =
  | 'province'
  | 'partyCommittee'
  | 'partyBody'
  | 'partyExecutive'
  | 'council'
  | 'councilBody'
  | 'peoplesCommittee'
  | 'department'
  | 'agency'
  | 'front'
  | 'massOrganisation'
  | 'commune'
  | 'ward'
  | 'specialZone'
  | 'district'
  | 'formerProvince'
  | 'other'

export interface OrganisationTable {
  province_id: number
  organisation_id: string
  kind: OrganisationKind
  code: string | null
  valid_from: string | null
  valid_to: string | null
  legal_reference: string | null
  /** Names of fields that nobody has checked yet. */
  unverified: ColumnType<string[], string | undefined, string>
  note: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export interface OrganisationNameTable {
  province_id: number
  name_id: string
  organisation_id: string
  name: string
  role: 'official' | 'alias' | 'abbreviation'
  valid_from: string | null
  valid_to: string | null
}

export type Tree = 'administrative' | 'party' | 'sector'

export interface OrganisationParentTable {
  province_id: number
  link_id: string
  organisation_id: string
  parent_id: string
  tree: Tree
  valid_from: string | null
  valid_to: string | null
}

export interface OrganisationChangeTable {
  province_id: number
  change_id: string
  kind: 'merge' | 'split' | 'transfer' | 'rename' | 'takeOver' | 'end'
  effective_on: string
  legal_reference: string | null
  note: string | null
  unverified: Generated<boolean>
  created_at: Generated<string>
}

export interface OrganisationLineageTable {
  province_id: number
  change_id: string
  predecessor_id: string
  successor_id: string
  basis: 'full' | 'population' | 'area' | 'budget' | 'given'
  weight: string | null
  unverified: Generated<boolean>
}

export interface PersonTable {
  province_id: number
  person_id: string
  name: string
  sort_name: string
  phone: string | null
  email: string | null
  note: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export interface TermTable {
  province_id: number
  term_id: string
  organisation_id: string
  kind: 'party' | 'council' | 'government'
  number: string | null
  label: string
  valid_from: string
  valid_to: string | null
  version: Generated<number>
}

export interface MembershipTable {
  province_id: number
  membership_id: string
  person_id: string
  organisation_id: string
  title: string
  rank: Generated<number>
  term_id: string | null
  valid_from: string | null
  valid_to: string | null
  version: Generated<number>
}

export interface RoleGrantTable {
  province_id: number
  grant_id: string
  account_id: string
  role: AccountRole
  organisation_id: string
  valid_from: string
  valid_to: string | null
  membership_id: string | null
  delegated_from: string | null
  reason: string | null
  granted_by: string | null
  granted_at: Generated<string>
  ended_at: string | null
  version: Generated<number>
}

export interface DocumentParticipantTable {
  province_id: number
  document_id: string
  participant_id: string
  organisation_id: string | null
  account_id: string | null
}

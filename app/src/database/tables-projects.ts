// Tables of projects (migrations/0035-projects.sql, 0036-project-work.sql), as Kysely sees them. Numerics are strings, in đồng.
import type { Generated } from 'kysely'
import type { Authority } from '../registers/indicators/target.ts'
import type {
  MonthKind,
  MonthSource,
  PlanSource,
  ProjectCategory,
  ProjectKind,
} from '../registers/projects/project.ts'
import type { ObstacleKind, ObstacleLevel } from '../registers/projects/work.ts'

export interface ProjectTable {
  province_id: number
  project_id: string
  kind: ProjectKind
  name: string
  code: string | null
  category: ProjectCategory | null
  owner_id: string
  place: string | null
  starts_on: string | null
  ends_on: string | null
  total: string | null
  spent_before: string | null
  note: string | null
  closed_on: Generated<string | null>
  closed_reason: Generated<string | null>
  made_by: string
  made_at: Generated<string>
  version: Generated<number>
}

export interface ProjectPlanTable {
  province_id: number
  project_id: string
  from_year: number
  to_year: number
  source: PlanSource
  authority: Authority
  number: number
  amount: string | null
  legal_reference: string
  decided_on: string
  reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export interface ProjectFileTable {
  province_id: number
  file_id: string
  file_name: string
  sha256: string
  figures: number
  taken_by: string
  taken_at: Generated<string>
}

export interface ProjectMonthTable {
  province_id: number
  project_id: string
  kind: MonthKind
  plan_year: number
  until: string
  source: MonthSource
  number: number
  amount: string | null
  method: 'typed' | 'file'
  file_id: string | null
  cell: string | null
  reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export interface ProjectProgressTable {
  province_id: number
  project_id: string
  on_day: string
  number: number
  percent: string | null
  note: string | null
  reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export interface ProjectSectionTable {
  province_id: number
  section_id: string
  project_id: string
  name: string
  first_due_on: string | null
  due_on: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: Generated<string | null>
  version: Generated<number>
}

export interface ProjectClearanceTable {
  province_id: number
  section_id: string
  number: number
  on_day: string
  need_ha: string
  handed_ha: string
  households: number
  paid: number
  moved: number
  obstacle: string | null
  reason: string | null
  recorded_by: string
  recorded_at: Generated<string>
}

export interface ProjectMilestoneTable {
  province_id: number
  milestone_id: string
  project_id: string
  name: string
  first_due_on: string
  due_on: string
  done_on: string | null
  note: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: Generated<string | null>
  version: Generated<number>
}

export interface ProjectObstacleTable {
  province_id: number
  obstacle_id: string
  project_id: string
  kind: ObstacleKind
  body: string
  since: string
  owner_id: string | null
  first_due_on: string | null
  due_on: string | null
  level: ObstacleLevel
  assignment_id: string | null
  document_id: string | null
  resolved_on: string | null
  resolution: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: Generated<string | null>
  version: Generated<number>
}

export interface ProjectTaskTable {
  province_id: number
  project_id: string
  assignment_id: string
  linked_by: string
  linked_at: Generated<string>
}

export interface ProjectTables {
  project: ProjectTable
  project_plan: ProjectPlanTable
  project_file: ProjectFileTable
  project_month: ProjectMonthTable
  project_progress: ProjectProgressTable
  project_section: ProjectSectionTable
  project_clearance: ProjectClearanceTable
  project_milestone: ProjectMilestoneTable
  project_obstacle: ProjectObstacleTable
  project_task: ProjectTaskTable
}

-- What happens at projects: progress, sections of land, milestones, obstacles; the tasks that belong to one.

-- @province
-- Tiến độ khối lượng: how much of the work is done, on a day. Only ever added.
create table project_progress (
  province_id integer not null,
  project_id uuid not null,
  on_day date not null,
  number integer not null check (number > 0),
  -- In percent of the work; none: it was entered by mistake.
  percent numeric check (percent between 0 and 100),
  note text check (length(note) between 1 and 2000),
  reason text check (length(reason) between 1 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, project_id, on_day, number),
  check (number = 1 or reason is not null),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Giải phóng mặt bằng: a section of the land that a project needs.
create table project_section (
  province_id integer not null,
  section_id uuid not null,
  project_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  -- To be handed over by; what it first was stays.
  first_due_on date,
  due_on date,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, section_id),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
create index project_section_of on project_section (province_id, project_id)
-- ;;
-- @province
-- How far the land of a section is, on a day. Only ever added.
create table project_clearance (
  province_id integer not null,
  section_id uuid not null,
  number integer not null check (number > 0),
  on_day date not null,
  need_ha numeric not null check (need_ha >= 0),
  handed_ha numeric not null check (handed_ha >= 0),
  -- Households concerned, paid, and that have handed their land over.
  households integer not null check (households >= 0),
  paid integer not null check (paid >= 0),
  moved integer not null check (moved >= 0),
  obstacle text check (length(obstacle) between 1 and 2000),
  reason text check (length(reason) between 1 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, section_id, number),
  check (handed_ha <= need_ha),
  check (paid <= households and moved <= households),
  foreign key (province_id, section_id) references project_section (province_id, section_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Mốc tiến độ.
create table project_milestone (
  province_id integer not null,
  milestone_id uuid not null,
  project_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  -- What it first was stays.
  first_due_on date not null,
  due_on date not null,
  done_on date,
  note text check (length(note) between 1 and 2000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, milestone_id),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
create index project_milestone_of on project_milestone (province_id, project_id)
-- ;;
-- @province
-- Vướng mắc: who has to remove it, by when, who must help, and what ordered it.
create table project_obstacle (
  province_id integer not null,
  obstacle_id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('land', 'design', 'procedure', 'capital', 'contractor', 'material', 'other')),
  body text not null check (length(body) between 1 and 2000),
  since date not null,
  owner_id uuid,
  first_due_on date,
  due_on date,
  -- Cấp giải quyết.
  level text not null check (level in ('owner', 'department', 'commune', 'committee', 'standing', 'central')),
  -- What ordered that it is removed: a task, which leads to the decision that gave it, or a document.
  assignment_id uuid,
  document_id uuid,
  resolved_on date,
  resolution text check (length(resolution) between 1 and 2000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, obstacle_id),
  check (num_nonnulls(assignment_id, document_id) <= 1),
  check ((resolved_on is null) = (resolution is null)),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, owner_id) references organisation (province_id, organisation_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
create index project_obstacle_of on project_obstacle (province_id, project_id)
-- ;;
create index project_obstacle_task on project_obstacle (province_id, assignment_id)
-- ;;
create index project_obstacle_document on project_obstacle (province_id, document_id)
-- ;;
-- @province
-- Nhiệm vụ của dự án.
create table project_task (
  province_id integer not null,
  project_id uuid not null,
  assignment_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null default now(),
  primary key (province_id, project_id, assignment_id),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, linked_by) references account (province_id, account_id)
)
-- ;;
create index project_task_of on project_task (province_id, assignment_id)

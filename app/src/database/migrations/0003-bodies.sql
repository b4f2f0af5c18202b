-- Bodies with their history, people, terms and memberships; rights granted in a body for a time;
-- levels of confidentiality on documents. The former `account.role` becomes a grant.

-- @province
-- Cơ quan, tổ chức, đơn vị hành chính. One row for good; what it is called and where it belongs has dates.
create table organisation (
  province_id integer not null references province (province_id),
  organisation_id uuid not null,
  kind text not null check (kind in ('province', 'partyCommittee', 'partyBody', 'partyExecutive',
    'council', 'councilBody', 'peoplesCommittee', 'department', 'agency', 'front', 'massOrganisation',
    'commune', 'ward', 'specialZone', 'district', 'formerProvince', 'other')),
  code text check (length(code) between 1 and 20),
  valid_from date,
  valid_to date,
  legal_reference text,
  unverified jsonb not null default '[]',
  note text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, organisation_id),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
)
-- ;;
-- The province itself: what a grant in the whole province is granted in.
create unique index organisation_root on organisation (province_id) where kind = 'province'
-- ;;
create index organisation_code on organisation (province_id, code)
-- ;;
-- @province
-- Tên gọi, tên khác, chữ viết tắt. Days are whole days in Vietnam, both ends included.
create table organisation_name (
  province_id integer not null,
  name_id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  role text not null check (role in ('official', 'alias', 'abbreviation')),
  valid_from date,
  valid_to date,
  primary key (province_id, name_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
)
-- ;;
create index organisation_name_of on organisation_name (province_id, organisation_id)
-- ;;
-- @province
-- Trực thuộc: a body may stand in several trees at once.
create table organisation_parent (
  province_id integer not null,
  link_id uuid not null,
  organisation_id uuid not null,
  parent_id uuid not null,
  tree text not null check (tree in ('administrative', 'party', 'sector')),
  valid_from date,
  valid_to date,
  primary key (province_id, link_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, parent_id) references organisation (province_id, organisation_id),
  check (organisation_id <> parent_id),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
)
-- ;;
create index organisation_parent_child on organisation_parent (province_id, organisation_id)
-- ;;
create index organisation_parent_parent on organisation_parent (province_id, parent_id)
-- ;;
-- @province
-- Sáp nhập, chia tách, chuyển giao, đổi tên, tiếp nhận nhiệm vụ; with the text that ordered it.
create table organisation_change (
  province_id integer not null references province (province_id),
  change_id uuid not null,
  kind text not null check (kind in ('merge', 'split', 'transfer', 'rename', 'takeOver', 'end')),
  effective_on date not null,
  legal_reference text,
  note text,
  unverified boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (province_id, change_id)
)
-- ;;
-- @province
-- Who went into whom, with what share of what (1 = whole).
create table organisation_lineage (
  province_id integer not null,
  change_id uuid not null,
  predecessor_id uuid not null,
  successor_id uuid not null,
  basis text not null check (basis in ('full', 'population', 'area', 'budget', 'given')),
  weight numeric check (weight > 0 and weight <= 1),
  unverified boolean not null default false,
  primary key (province_id, change_id, predecessor_id, successor_id),
  foreign key (province_id, change_id) references organisation_change (province_id, change_id),
  foreign key (province_id, predecessor_id) references organisation (province_id, organisation_id),
  foreign key (province_id, successor_id) references organisation (province_id, organisation_id)
)
-- ;;
create index organisation_lineage_successor on organisation_lineage (province_id, successor_id)
-- ;;
create index organisation_lineage_predecessor on organisation_lineage (province_id, predecessor_id)
-- ;;
-- @province
-- Con người: not an account, not a post. `sort_name`: given name first, as lists of people are sorted.
create table person (
  province_id integer not null references province (province_id),
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  sort_name text not null,
  phone text,
  email text,
  note text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, person_id)
)
-- ;;
-- @province
-- Nhiệm kỳ, khóa: of a party committee or a council; each numbers its own.
create table term (
  province_id integer not null,
  term_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('party', 'council', 'government')),
  number text check (length(number) between 1 and 12),
  label text not null check (length(label) between 1 and 100),
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (province_id, term_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  check (valid_to is null or valid_to >= valid_from)
)
-- ;;
-- @province
-- Chức vụ, tư cách thành viên của một người trong một tổ chức, với thời gian.
create table membership (
  province_id integer not null,
  membership_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  rank integer not null default 100,
  term_id uuid,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  primary key (province_id, membership_id),
  foreign key (province_id, person_id) references person (province_id, person_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, term_id) references term (province_id, term_id),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
)
-- ;;
create index membership_person on membership (province_id, person_id)
-- ;;
create index membership_organisation on membership (province_id, organisation_id)
-- ;;
alter table account add column person_id uuid
-- ;;
alter table account add constraint account_person foreign key (province_id, person_id)
  references person (province_id, person_id)
-- ;;
-- @province
-- Quyền: one role in one body for a time. A delegated one (ủy quyền khi đi vắng) names the grant it
-- comes from and is worth no more than that; one that hangs on a membership ends with it.
create table role_grant (
  province_id integer not null,
  grant_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('administrator', 'office', 'officeHead', 'leader',
    'departmentOfficer', 'departmentHead', 'communeOfficer', 'communeHead', 'inspector', 'publisher',
    'reader')),
  organisation_id uuid not null,
  valid_from date not null,
  valid_to date,
  membership_id uuid,
  delegated_from uuid,
  reason text,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  primary key (province_id, grant_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, membership_id) references membership (province_id, membership_id),
  foreign key (province_id, delegated_from) references role_grant (province_id, grant_id),
  check (valid_to is null or valid_to >= valid_from),
  check (delegated_from is null or valid_to is not null)
)
-- ;;
create index role_grant_account on role_grant (province_id, account_id)
-- ;;
create index role_grant_source on role_grant (province_id, delegated_from)
-- ;;
insert into organisation (province_id, organisation_id, kind)
  select province_id, gen_random_uuid(), 'province' from province
-- ;;
insert into organisation_name (province_id, name_id, organisation_id, name, role)
  select o.province_id, gen_random_uuid(), o.organisation_id, p.name, 'official'
  from organisation o join province p on p.province_id = o.province_id
-- ;;
insert into role_grant (province_id, grant_id, account_id, role, organisation_id, valid_from)
  select a.province_id, gen_random_uuid(), a.account_id, a.role, o.organisation_id, a.created_at::date
  from account a join organisation o on o.province_id = a.province_id and o.kind = 'province'
-- ;;
alter table account drop column role
-- ;;
-- Mức lưu hành: the office; named participants; the owning body's tree; everybody of the province; the
-- public. No level exists for state secrets: they have no place here.
alter table document add column level text not null default 'internal'
  check (level in ('office', 'participants', 'organisation', 'internal', 'public'))
-- ;;
-- The body a document belongs to; null: the province's office.
alter table document add column organisation_id uuid
-- ;;
-- The same bytes are recognised within one body; whether another has them is not told.
drop index document_same_bytes
-- ;;
create unique index document_same_bytes on document (province_id, sha256)
  where status = 'read' and organisation_id is null
-- ;;
create unique index document_same_bytes_of_body on document (province_id, organisation_id, sha256)
  where status = 'read' and organisation_id is not null
-- ;;
-- Công tác cán bộ: never published.
alter table document add column personnel boolean not null default false
-- ;;
alter table document add constraint document_personnel_not_public check (not (personnel and level = 'public'))
-- ;;
alter table document add constraint document_organisation foreign key (province_id, organisation_id)
  references organisation (province_id, organisation_id)
-- ;;
-- @province
-- Who may read a document of level `participants`: a body's people, or one account.
create table document_participant (
  province_id integer not null,
  document_id uuid not null,
  participant_id uuid not null,
  organisation_id uuid,
  account_id uuid,
  primary key (province_id, document_id, participant_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  check ((organisation_id is null) <> (account_id is null))
)

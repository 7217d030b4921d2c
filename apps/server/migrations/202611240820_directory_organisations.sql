-- Organisations of every kind, the regions they lie in, who belongs to them.

create table regions (
  id uuid primary key,
  parent_id uuid references regions,
  code text constraint one_region_a_code unique,
  name jsonb not null,
  ancestors uuid[] not null default '{}'
);
select reference_table('regions');

create table organisations (
  id uuid primary key,
  number text not null constraint one_organisation_a_number unique,
  kind text not null constraint organisation_kind_is_known check (kind in ('college', 'enterprise', 'authority', 'certifier', 'association')),
  name jsonb not null,
  sort_name text not null,
  short_name text,
  credit_code text constraint one_organisation_a_credit_code unique,
  provider_kind text,
  size text constraint organisation_size_is_known check (size in ('micro', 'small', 'medium', 'large')),
  industry text,
  region_id uuid references regions,
  address text,
  website text,
  phone text,
  vetting text constraint vetting_is_known check (vetting in ('unvetted', 'vetted', 'refused', 'suspended')),
  vetted_by uuid references organisations,
  vetted_at timestamptz,
  vetting_note text,
  withdrawn_at timestamptz,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint only_enterprises_are_vetted check ((vetting is not null) = (kind = 'enterprise'))
);
select reference_table('organisations');
create index organisations_by_name on organisations (sort_name, id) where withdrawn_at is null;
create index organisations_by_kind on organisations (kind, sort_name, id) where withdrawn_at is null;
create index organisations_by_update on organisations (updated_at, id) where withdrawn_at is null;
create index organisations_by_region on organisations (region_id);

create table memberships (
  id uuid primary key,
  person_id uuid not null references people,
  organisation_id uuid not null references organisations,
  roles text[] not null,
  departments uuid[] not null default '{}',
  majors uuid[] not null default '{}',
  classes uuid[] not null default '{}',
  position text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint one_membership_a_person_and_organisation unique (person_id, organisation_id)
);
select reference_table('memberships');
create index memberships_by_organisation on memberships (organisation_id) where ended_at is null;

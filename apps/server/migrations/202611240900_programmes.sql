-- Majors, training programmes by entry cohort, courses in versions, units, what is taught where, and what really was taught.

create table majors (
  home_id uuid not null,
  id uuid not null,
  code text not null,
  name jsonb not null,
  sort_name text not null,
  major_group text,
  level text not null constraint major_level_is_known check (level in ('secondary', 'associate', 'bachelor')),
  years numeric(3, 1) not null default 3,
  department_id uuid,
  lead_id uuid references people,
  closed_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_major_a_code unique (home_id, code)
);
select home_table('majors');

create table training_programmes (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  major_id uuid not null,
  cohort int not null,
  title jsonb not null,
  aims text,
  state text not null default 'draft' constraint programme_state_is_known check (state in ('draft', 'in-force', 'closed')),
  copied_from uuid,
  import_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, major_id) references majors (home_id, id),
  constraint one_programme_a_cohort unique (home_id, major_id, cohort)
);
select home_table('training_programmes');

create table courses (
  home_id uuid not null,
  id uuid not null,
  code text not null,
  name jsonb not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_course_a_code unique (home_id, code)
);
select home_table('courses');

-- A version of a course holds for the cohorts whose programmes contain it; it is never changed once a cohort studies by it.
create table course_versions (
  home_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  number int not null,
  from_cohort int not null,
  category text not null default '',
  nature text not null default '',
  credits numeric(5, 1) not null default 0,
  hours_theory numeric(6, 1) not null default 0,
  hours_practice numeric(6, 1) not null default 0,
  assessment text not null default '',
  terms text[] not null default '{}',
  copied_from uuid,
  proposal_id uuid,
  created_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, course_id) references courses (home_id, id),
  constraint one_version_a_number unique (home_id, course_id, number)
);
select home_table('course_versions');

create table programme_courses (
  home_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  course_version_id uuid not null,
  position int not null,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, programme_id) references training_programmes (home_id, id),
  foreign key (home_id, course_version_id) references course_versions (home_id, id),
  constraint a_version_stands_once_in_a_programme unique (home_id, programme_id, course_version_id)
);
select home_table('programme_courses');
create index programme_courses_by_version on programme_courses (home_id, course_version_id);

create table units (
  home_id uuid not null,
  id uuid not null,
  course_version_id uuid not null,
  position int not null,
  name text not null,
  content text not null default '',
  hours_theory numeric(6, 1) not null default 0,
  hours_practice numeric(6, 1) not null default 0,
  -- a named person has said which outcomes this unit carries (perhaps none); before that it is "not yet described"
  described_by uuid references people,
  described_at timestamptz,
  copied_from uuid,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, course_version_id) references course_versions (home_id, id)
);
select home_table('units');
create index units_by_version on units (home_id, course_version_id, position);

create table unit_outcomes (
  home_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  outcome_id uuid not null,
  depth text not null default 'taught' constraint depth_is_known check (depth in ('touched', 'taught', 'assessed')),
  assessment text,
  confirmed_by uuid references people,
  confirmed_at timestamptz not null,
  copied_from uuid,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, unit_id) references units (home_id, id),
  constraint an_outcome_stands_once_in_a_unit unique (home_id, unit_id, outcome_id)
);
select home_table('unit_outcomes');
create index unit_outcomes_by_outcome on unit_outcomes (home_id, outcome_id);

-- Two outcomes that a named person marked as the same for teaching.
create table outcome_equivalents (
  home_id uuid not null,
  id uuid not null,
  outcome_id uuid not null,
  other_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  withdrawn_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint an_outcome_is_not_its_own_equivalent check (outcome_id < other_id)
);
select home_table('outcome_equivalents');
create unique index outcome_equivalents_once on outcome_equivalents (home_id, outcome_id, other_id) where withdrawn_at is null;

create table teaching_records (
  home_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  unit_id uuid not null,
  term text not null,
  hours numeric(6, 1) not null constraint hours_are_more_than_none check (hours > 0),
  taught_by text not null,
  taught_by_side text not null default 'college' constraint teaching_side_is_known check (taught_by_side in ('college', 'enterprise')),
  on_date date,
  person_id uuid,
  at timestamptz not null,
  withdrawn_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, class_id) references classes (home_id, id),
  foreign key (home_id, unit_id) references units (home_id, id)
);
select home_table('teaching_records');
create index teaching_records_by_unit on teaching_records (home_id, unit_id);

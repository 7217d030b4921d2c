-- A college from within: campuses, departments, the calendar, classes, learners.

create table campuses (
  home_id uuid not null,
  id uuid not null,
  name jsonb not null,
  address text,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('campuses');

create table departments (
  home_id uuid not null,
  id uuid not null,
  campus_id uuid,
  name jsonb not null,
  code text,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_department_a_code unique (home_id, code)
);
select home_table('departments');

create table school_years (
  home_id uuid not null,
  id uuid not null,
  name text not null,
  starts date not null,
  ends date not null,
  -- terms, exam weeks, holidays, exchanged workdays, in the shape of the kernel's calendar
  calendar jsonb not null,
  version int not null default 1,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_school_year_a_name unique (home_id, name),
  constraint a_school_year_ends_after_it_starts check (ends > starts)
);
select home_table('school_years');

create table classes (
  home_id uuid not null,
  id uuid not null,
  name text not null,
  cohort int not null,
  major_id uuid,
  department_id uuid,
  class_teacher_id uuid references people,
  archived_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_class_a_name unique (home_id, name)
);
select home_table('classes');

create table learners (
  home_id uuid not null,
  id uuid not null,
  student_number text not null,
  name text not null,
  sort_name text not null,
  gender text,
  birth_date date,
  class_id uuid,
  status text not null default 'enrolled' constraint learner_status_is_known check (status in ('enrolled', 'on-leave', 'withdrawn', 'graduated', 'transferred')),
  entered_on date,
  left_on date,
  person_id uuid references people,
  guardians jsonb not null default '[]',
  version int not null default 1,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_learner_a_student_number unique (home_id, student_number)
);
select home_table('learners');
create index learners_by_class on learners (home_id, class_id, sort_name);
create index learners_by_name on learners (home_id, sort_name, id);

create table learner_changes (
  home_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  kind text not null constraint learner_change_is_known check (kind in ('transfer', 'leave', 'return', 'withdrawal', 'graduation')),
  on_date date not null,
  from_class_id uuid,
  to_class_id uuid,
  note text,
  at timestamptz not null,
  person_id uuid,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, learner_id) references learners (home_id, id)
);
select home_table('learner_changes');

create table imports (
  home_id uuid not null,
  id uuid not null,
  target text not null,
  file_name text not null,
  file_hash text not null,
  state text not null constraint import_state_is_known check (state in ('checked', 'taking', 'done', 'failed', 'undone')),
  plan jsonb not null default '{}',
  counts jsonb not null default '{}',
  job_id uuid,
  person_id uuid,
  at timestamptz not null,
  taken_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('imports');
create index imports_recent on imports (home_id, at desc);

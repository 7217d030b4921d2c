-- The rows of a checked import: what each would do, what is wrong with it, and whether it was taken. How far an import got stands in its
-- rows, written in the transaction that takes them: one that was killed goes on where it stood, and nothing comes in twice.
create table import_rows (
  home_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  line int not null,
  state text not null constraint import_row_state_is_known check (state in ('new', 'changed', 'same', 'doubtful', 'wrong')),
  known boolean not null,
  key text not null,
  content jsonb not null,
  -- Names of the things that a row refers to: what it holds are their ids.
  names jsonb not null default '{}',
  changes jsonb not null default '[]',
  faults jsonb not null default '[]',
  doubts jsonb not null default '[]',
  cells jsonb,
  -- Doubtful, and a person said yes.
  chosen boolean not null default false,
  taken_at timestamptz,
  thing_id uuid,
  thing_version int,
  before jsonb,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_import_row_a_line unique (home_id, import_id, line)
);
select home_table('import_rows');
create index import_rows_to_take on import_rows (home_id, import_id, line) where taken_at is null and (state in ('new', 'changed') or chosen);
create index import_rows_by_state on import_rows (home_id, import_id, state, line);

-- Which column is which field, as people of an organisation said it once for a register.
create table import_columns (
  home_id uuid not null,
  id uuid not null,
  target text not null,
  columns jsonb not null,
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_memory_of_columns_a_target unique (home_id, target)
);
select home_table('import_columns');

alter table imports drop constraint import_state_is_known;
alter table imports add constraint import_state_is_known check (state in ('checked', 'taking', 'stopped', 'done', 'failed', 'undoing', 'undone'));

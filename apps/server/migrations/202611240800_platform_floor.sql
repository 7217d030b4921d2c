-- The floor that every module stands on: one role without rights of its own, one row-level policy for all home tables, the kept actions,
-- links, search, inbox, comments, jobs, mail, files, audit. A table's comment says whether it is home, reference or local.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

do $$ begin
  create role guildhall_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant guildhall_app to %I', current_user);
exception when others then null; -- a superuser needs no grant to enter the role
end $$;
grant usage on schema public to guildhall_app;

-- After its first use on a pooled connection the setting is an empty string, not null. Unset means no rows.
create function actor_parties() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.parties', true), ''), '{}')::uuid[] $$;

-- The second wall, the same for every home table: a row is there only for its parties. The owner of the schema (jobs, seeds) passes.
create function home_table(name regclass, kept boolean default false) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy parties on %s to guildhall_app using (parties && (select actor_parties())) with check (parties && (select actor_parties()))', name);
  execute format('create policy keeper on %s to %I using (true) with check (true)', name, current_user);
  execute format('create index on %s (id)', name);
  execute format('grant select, insert%s on %s to guildhall_app', case when kept then '' else ', update, delete' end, name);
  execute format('comment on table %s is %L', name, 'home');
end $$;

create function reference_table(name regclass) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update on %s to guildhall_app', name);
  execute format('comment on table %s is %L', name, 'reference');
end $$;

create table actions (
  home_id uuid not null,
  id uuid not null,
  object_kind text not null,
  object_id uuid not null,
  seq int not null,
  action text not null,
  person_id uuid,
  organisation_id uuid,
  link_id uuid,
  at timestamptz not null,
  body jsonb not null,
  previous text not null,
  hash text not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_action_a_place unique (home_id, object_id, seq)
);
select home_table('actions', kept => true);

create table audit (
  home_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  organisation_id uuid,
  action text not null,
  object_kind text,
  object_id uuid,
  detail jsonb not null default '{}',
  request_id text,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('audit', kept => true);
create index audit_by_object on audit (home_id, object_id, at);

create table links (
  home_id uuid not null,
  id uuid not null,
  relation text not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  body jsonb not null default '{}',
  at timestamptz not null,
  person_id uuid,
  withdrawn_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('links');
create unique index links_once on links (home_id, relation, from_id, to_id) where withdrawn_at is null;
create index links_from on links (from_id, relation) where withdrawn_at is null;
create index links_to on links (to_id, relation) where withdrawn_at is null;

-- Search goes through this one table behind the door `find`, with its own predicate: under row-level security trigram indexes go unused.
create table search_entries (
  home_id uuid not null,
  id uuid not null,
  kind text not null,
  number text,
  title jsonb not null,
  words text not null,
  sounds text not null default '',
  url text not null,
  weight real not null default 0,
  parties uuid[] not null,
  updated_at timestamptz not null,
  primary key (home_id, id)
);
select home_table('search_entries');
create index search_entries_words on search_entries using gin (words gin_trgm_ops);
create index search_entries_sounds on search_entries using gin (sounds gin_trgm_ops);
create index search_entries_parties on search_entries using gin (parties);

create table numbers (
  home_id uuid not null,
  kind text not null,
  year int not null,
  last int not null,
  primary key (home_id, kind, year)
);
comment on table numbers is 'home';
grant select, insert, update on numbers to guildhall_app;

create table inbox_items (
  home_id uuid not null,
  id uuid not null,
  kind text not null constraint inbox_kind_is_known check (kind in ('task', 'notice')),
  code text not null,
  params jsonb not null default '{}',
  object_kind text,
  object_id uuid,
  url text not null,
  for_person uuid,
  for_roles text[] not null default '{}',
  from_organisation uuid,
  due date,
  at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  effect_key text not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_item_an_effect unique (home_id, effect_key)
);
select home_table('inbox_items');
create index inbox_open on inbox_items (home_id, at desc) where done_at is null;
create index inbox_by_object on inbox_items (object_id) where done_at is null;

create table comments (
  home_id uuid not null,
  id uuid not null,
  object_kind text not null,
  object_id uuid not null,
  text text not null,
  anchor jsonb,
  mentions uuid[] not null default '{}',
  person_id uuid,
  organisation_id uuid,
  at timestamptz not null,
  withdrawn_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('comments');
create index comments_by_object on comments (object_id, at);

create table jobs (
  home_id uuid not null,
  id uuid not null,
  name text not null,
  effect_key text not null,
  title jsonb not null default '{}',
  state text not null default 'waiting' constraint job_state_is_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  step text,
  done int not null default 0,
  total int,
  result jsonb,
  error text,
  cancel_requested boolean not null default false,
  person_id uuid,
  organisation_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint one_job_an_effect unique (home_id, effect_key)
);
select home_table('jobs');
create index jobs_recent on jobs (home_id, created_at desc);

create table files (
  home_id uuid not null,
  id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  person_id uuid,
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('files');

create table saved_views (
  home_id uuid not null,
  id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  person_id uuid not null,
  shared boolean not null default false,
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('saved_views');
create index saved_views_by_list on saved_views (home_id, list);

create table mails (
  id uuid primary key,
  effect_key text not null constraint one_mail_an_effect unique,
  recipient text not null,
  subject text not null,
  body text not null,
  language text not null,
  state text not null default 'waiting' constraint mail_state_is_known check (state in ('waiting', 'sent', 'failed')),
  tries int not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
comment on table mails is 'local';
grant select, insert on mails to guildhall_app;

create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  at timestamptz not null,
  primary key (actor, key)
);
comment on table idempotency_keys is 'local';
grant select, insert, update on idempotency_keys to guildhall_app;

create table settings (
  name text primary key,
  value jsonb not null,
  at timestamptz not null
);
comment on table settings is 'local';
grant select on settings to guildhall_app;

-- Taxonomies in versions: concepts, their labels, their relations. Reference data of the whole installation.

create table taxonomies (
  id uuid primary key,
  code text not null,
  version text not null,
  name jsonb not null,
  source text not null default '',
  licence text not null default '',
  state text not null default 'loading' constraint taxonomy_state_is_known check (state in ('loading', 'ready', 'retired')),
  languages text[] not null default '{}',
  counts jsonb not null default '{}',
  imported_at timestamptz not null,
  constraint one_taxonomy_a_version unique (code, version)
);
select reference_table('taxonomies');

create table concepts (
  id uuid primary key,
  taxonomy_id uuid not null references taxonomies,
  code text not null,
  notation text,
  kind text not null constraint concept_kind_is_known check (kind in ('competence', 'occupation', 'group', 'major')),
  label jsonb not null,
  alternatives jsonb not null default '{}',
  description jsonb not null default '{}',
  words text not null,
  retired_at timestamptz,
  constraint one_concept_a_code unique (taxonomy_id, code)
);
select reference_table('concepts');
create index concepts_words on concepts using gin (words gin_trgm_ops);
create index concepts_by_kind on concepts (taxonomy_id, kind, code);

create table concept_relations (
  taxonomy_id uuid not null references taxonomies,
  from_code text not null,
  to_code text not null,
  kind text not null,
  primary key (taxonomy_id, from_code, to_code, kind)
);
select reference_table('concept_relations');
create index concept_relations_back on concept_relations (taxonomy_id, to_code);
grant delete on concepts, concept_relations, taxonomies to guildhall_app;

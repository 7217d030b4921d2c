-- Ties between concepts of different taxonomies. A tie is reference data of the installation; who judged it is a row of the judge's organisation that everybody reads.
create table concept_ties (
  id uuid primary key,
  from_taxonomy text not null,
  from_code text not null,
  to_taxonomy text not null,
  to_code text not null,
  match text not null constraint tie_match_is_known check (match in ('exact', 'close', 'broad', 'narrow')),
  holds text not null constraint tie_holds_is_known check (holds in ('exact', 'close', 'broad', 'narrow')),
  reason text not null,
  confidence real not null constraint tie_confidence_is_a_share check (confidence between 0 and 1),
  origin text not null constraint tie_origin_is_known check (origin in ('lexicon', 'project', 'person')),
  person_id uuid references people,
  state text not null default 'possible' constraint tie_state_is_known check (state in ('possible', 'reviewed', 'refused')),
  at timestamptz not null,
  withdrawn_at timestamptz,
  constraint one_tie_a_pair unique (from_taxonomy, from_code, to_taxonomy, to_code)
);
select reference_table('concept_ties');
create index concept_ties_by_confidence on concept_ties (confidence desc, id desc) where withdrawn_at is null;
create index concept_ties_to on concept_ties (to_taxonomy, to_code);

create table tie_verdicts (
  home_id uuid not null,
  id uuid not null,
  tie_id uuid not null references concept_ties,
  verdict text not null constraint tie_verdict_is_known check (verdict in ('right', 'other', 'wrong')),
  match text constraint verdict_match_is_known check (match in ('exact', 'close', 'broad', 'narrow')),
  note text,
  person_id uuid not null references people,
  at timestamptz not null,
  undone_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint another_match_says_which check ((verdict = 'other') = (match is not null))
);
select home_table('tie_verdicts');
create unique index one_verdict_a_person on tie_verdicts (tie_id, person_id) where undone_at is null;

-- What the ties were made of the last time: the file and the editions that were there.
create table bridge_seeds (
  only_one boolean primary key default true constraint there_is_one_bridge check (only_one),
  made_of text not null,
  at timestamptz not null
);
select reference_table('bridge_seeds');

-- What a person decided about the post of a need: the occupation it is, of each classification, or that none fits.
create table post_decisions (
  home_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  taxonomy text not null constraint post_taxonomy_is_known check (taxonomy in ('csco', 'esco', 'kldb')),
  concept_id uuid references concepts,
  post text not null,
  post_key text not null,
  grade text constraint post_grade_is_known check (grade in ('sure', 'likely', 'possible')),
  evidence jsonb not null default '{}',
  organisation_id uuid references organisations,
  person_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, need_id) references needs (home_id, id)
);
select home_table('post_decisions');
create unique index one_occupation_a_classification on post_decisions (home_id, need_id, taxonomy) where undone_at is null;
create index post_decisions_of_a_need on post_decisions (need_id) where undone_at is null;
create index post_decisions_of_a_post on post_decisions (home_id, post_key) where undone_at is null;
create index post_decisions_of_an_occupation on post_decisions (concept_id) where undone_at is null;

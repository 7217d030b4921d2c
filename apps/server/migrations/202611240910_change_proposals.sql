-- Change proposals and the route that a college sets for them.

create table proposal_routes (
  home_id uuid not null,
  id uuid not null,
  name text not null,
  -- steps in order: opinion, vote, approval; each with whom, how long, quorum, majority, deputies
  steps jsonb not null,
  active boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('proposal_routes');

create table change_proposals (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  grounds text not null default '',
  programme_id uuid not null,
  major_id uuid not null,
  from_cohort int not null,
  status text not null default 'draft' constraint proposal_status_is_known
    check (status in ('draft', 'in-opinion', 'in-vote', 'in-approval', 'returned', 'adopted', 'refused', 'withdrawn')),
  changes jsonb not null default '[]',
  outcome_ids uuid[] not null default '{}',
  route jsonb,
  step int,
  step_ends date,
  decided_at timestamptz,
  decided_by uuid,
  decision_reason text,
  document_number text,
  document_file_id uuid,
  decided_on_paper_on date,
  evidence jsonb,
  first_said_on date,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, programme_id) references training_programmes (home_id, id)
);
select home_table('change_proposals');
create index change_proposals_recent on change_proposals (home_id, updated_at desc, id);
create index change_proposals_by_status on change_proposals (home_id, status, updated_at desc, id);

create table proposal_opinions (
  home_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  step int not null,
  person_id uuid,
  organisation_id uuid not null,
  stance text not null constraint stance_is_known check (stance in ('for', 'against', 'neither')),
  text text not null default '',
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, proposal_id) references change_proposals (home_id, id),
  constraint one_opinion_a_person_and_step unique (home_id, proposal_id, step, person_id)
);
select home_table('proposal_opinions');

create table proposal_votes (
  home_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  step int not null,
  round int not null,
  person_id uuid not null,
  for_person_id uuid not null,
  vote text not null constraint vote_is_known check (vote in ('yes', 'no', 'abstain')),
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  foreign key (home_id, proposal_id) references change_proposals (home_id, id),
  constraint nobody_votes_twice unique (home_id, proposal_id, step, round, for_person_id)
);
select home_table('proposal_votes');

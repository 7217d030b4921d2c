-- Needs in an enterprise's own words (home: the enterprise), what a college made of them (home: the college), the tie between the two walled.

create table visits (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  enterprise_id uuid not null references organisations,
  on_date date not null,
  led_by text not null,
  led_by_position text,
  received_by text,
  received_by_position text,
  -- the further fields of the reporting table, by their meaning
  details jsonb not null default '{}',
  person_id uuid,
  at timestamptz not null,
  version int not null default 1,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('visits');
create index visits_recent on visits (home_id, on_date desc, id);

-- A personal link of somebody at an enterprise, without account: state a need, answer, read what became of it. Revocable.
create table contact_links (
  home_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  contact_name text not null,
  contact_email text,
  college_id uuid not null references organisations,
  language text not null default 'zh-CN',
  created_at timestamptz not null,
  created_by uuid,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('contact_links');
create unique index contact_links_by_token on contact_links (token_hash);

create table needs (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  text text not null,
  language text not null constraint need_language_is_known check (language in ('zh', 'en', 'de')),
  source text not null constraint need_source_is_known check (source in ('typed', 'pasted', 'file', 'visit', 'link', 'api', 'advert')),
  source_note text,
  said_on date not null,
  post text,
  region_id uuid references regions,
  people_wanted int,
  trust text not null constraint need_trust_is_known check (trust in ('line-manager', 'personnel', 'advert', 'second-hand')),
  opened boolean not null default false,
  text_key text not null,
  joined_into uuid,
  visit_id uuid,
  contact_link_id uuid,
  import_id uuid,
  recorded_by_organisation uuid not null references organisations,
  recorded_by_person uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint a_need_has_words check (length(text) > 0)
);
select home_table('needs');
create index needs_by_key on needs (home_id, text_key);
create index needs_by_joined on needs (home_id, joined_into) where joined_into is not null;
create index needs_text on needs using gin (text gin_trgm_ops);
create index needs_by_import on needs (import_id) where import_id is not null;

-- What a college does with a need that was given to it. A need that nobody has read is `unread`, never a gap.
create table need_receipts (
  home_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  enterprise_id uuid not null references organisations,
  status text not null default 'unread' constraint receipt_status_is_known check (status in ('unread', 'read', 'translated', 'set-aside')),
  major_id uuid,
  assigned_to uuid references people,
  set_aside_reason text,
  said_on date not null,
  received_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  updated_at timestamptz not null,
  -- the engine's proposal, kept so that a page shows the same when it is opened again
  translation jsonb,
  engine_version text,
  parties uuid[] not null,
  primary key (home_id, id),
  constraint a_need_is_given_once_to_a_college unique (home_id, need_id)
);
select home_table('need_receipts');
create index need_receipts_by_status on need_receipts (home_id, status, received_at desc, id);
create index need_receipts_recent on need_receipts (home_id, received_at desc, id);
create index need_receipts_by_need on need_receipts (need_id);

create table outcomes (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null constraint outcome_kind_is_known check (kind in ('skill', 'knowledge', 'key')),
  verb text,
  action jsonb not null,
  object jsonb not null,
  condition jsonb,
  standard jsonb,
  measure jsonb,
  level int not null constraint level_is_one_to_eight check (level between 1 and 8),
  evidence_form text not null,
  evidence_text jsonb not null default '{}',
  text jsonb not null,
  text_key text not null,
  concepts jsonb not null default '[]',
  status text not null default 'agreed' constraint outcome_status_is_known check (status in ('agreed', 'withdrawn', 'merged')),
  merged_into uuid,
  major_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('outcomes');
create index outcomes_recent on outcomes (home_id, updated_at desc, id);
create index outcomes_by_number on outcomes (home_id, number, id);
create index outcomes_key on outcomes using gin (text_key gin_trgm_ops);

-- What the enterprise said to an outcome that its words became.
create table outcome_answers (
  home_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  outcome_id uuid not null,
  enterprise_id uuid not null references organisations,
  answer text not null constraint answer_is_known check (answer in ('yes', 'nearly', 'no')),
  words text,
  person_id uuid,
  link_id uuid,
  at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('outcome_answers');
create index outcome_answers_by_outcome on outcome_answers (outcome_id, at desc);
create index outcome_answers_by_need on outcome_answers (need_id);

-- What people decided about suggestions: the memory. An enterprise's phrase stays its own until a second organisation used it.
create table translation_decisions (
  home_id uuid not null,
  id uuid not null,
  phrase text not null,
  phrase_key text not null,
  language text not null,
  enterprise_id uuid not null references organisations,
  verdict text not null constraint verdict_is_known check (verdict in ('accepted', 'edited', 'rejected')),
  reason text,
  need_id uuid,
  outcome_id uuid,
  before jsonb,
  after jsonb,
  person_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('translation_decisions');
create index translation_decisions_by_key on translation_decisions (phrase_key) where undone_at is null;
create index translation_decisions_by_enterprise on translation_decisions (enterprise_id, at desc) where undone_at is null;

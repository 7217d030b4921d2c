-- A language model may be asked for a second opinion: only where an organisation agreed to it (who, when, to which endpoint), and what it was asked is kept.
create table model_consents (
  home_id uuid not null,
  id uuid not null,
  endpoint text not null,
  model text not null,
  person_id uuid not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('model_consents');
create unique index one_model_consent_stands on model_consents (home_id) where revoked_at is null;

-- Never the key, never the words: the hash of the question, and what came back.
create table model_calls (
  home_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  endpoint text not null,
  model text not null,
  prompt_version text not null,
  ask_hash text not null,
  state text not null constraint model_call_state_is_known check (state in ('answered', 'unavailable')),
  answer jsonb,
  milliseconds int not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('model_calls');
create index model_calls_by_question on model_calls (home_id, ask_hash) where state = 'answered';
create index model_calls_by_day on model_calls (home_id, at);

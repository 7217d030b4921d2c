-- People, their accounts, where they belong, where they are signed in.

create table people (
  id uuid primary key,
  name text not null,
  latin_name text,
  phone text,
  created_at timestamptz not null
);
select reference_table('people');

create table accounts (
  id uuid primary key,
  person_id uuid not null references people,
  email text not null constraint one_account_an_email unique,
  password_hash text,
  language text not null default 'zh-CN',
  operator boolean not null default false,
  demonstration boolean not null default false,
  issuer text,
  subject text,
  disabled_at timestamptz,
  created_at timestamptz not null,
  constraint email_is_lower_case check (email = lower(email)),
  constraint one_account_a_subject unique (issuer, subject)
);
comment on table accounts is 'reference';
grant select (id, person_id, email, language, operator, demonstration, disabled_at), insert on accounts to guildhall_app;
grant update (language) on accounts to guildhall_app;
create index accounts_by_person on accounts (person_id);

create table sessions (
  id uuid primary key,
  token_hash bytea not null constraint one_session_a_token unique,
  account_id uuid not null references accounts,
  acting_for uuid,
  kind text not null constraint session_kind_is_known check (kind in ('browser', 'token')),
  agent text not null default '',
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table sessions is 'local';
create index sessions_by_account on sessions (account_id);

-- Tries of the last hour count, per name and per address, in the database: any process may answer any request.
create table sign_in_tries (
  id uuid primary key,
  name_hash bytea not null,
  address_hash bytea not null,
  at timestamptz not null
);
comment on table sign_in_tries is 'local';
create index sign_in_tries_by_name on sign_in_tries (name_hash, at);
create index sign_in_tries_by_address on sign_in_tries (address_hash, at);

-- Links that work once: the first administrator, a new password, an invitation. Opening one uses nothing up.
create table account_links (
  id uuid primary key,
  token_hash bytea not null constraint one_account_link_a_token unique,
  purpose text not null constraint account_link_purpose_is_known check (purpose in ('first-administrator', 'invitation', 'new-password')),
  account_id uuid references accounts,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
comment on table account_links is 'local';

create table single_sign_on_states (
  state_hash bytea primary key,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  ends_at timestamptz not null
);
comment on table single_sign_on_states is 'local';

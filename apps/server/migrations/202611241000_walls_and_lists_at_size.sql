-- The planner takes `parties && <something it cannot know>` for one row in a hundred. Two such tables joined are then "ten rows", and a page of
-- fifty reads and sorts the whole college (750 ms at 100,000 needs). Within `coalesce` the same condition is taken for every other row, which is
-- nearer to the truth where a query already names its home: the page goes along its index (4 ms). What passes the wall is the same.
create or replace function home_table(name regclass, kept boolean default false) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy parties on %s to guildhall_app using (coalesce(parties && (select actor_parties()), false)) with check (coalesce(parties && (select actor_parties()), false))', name);
  execute format('create policy keeper on %s to %I using (true) with check (true)', name, current_user);
  execute format('create index on %s (id)', name);
  execute format('grant select, insert%s on %s to guildhall_app', case when kept then '' else ', update, delete' end, name);
  execute format('comment on table %s is %L', name, 'home');
end $$;

do $$
declare secured regclass;
begin
  for secured in select polrelid::regclass from pg_policy where polname = 'parties' loop
    execute format('alter policy parties on %s using (coalesce(parties && (select actor_parties()), false)) with check (coalesce(parties && (select actor_parties()), false))', secured);
  end loop;
end $$;

-- The lists sort by a time and then by the need: an import gives thousands of needs the same moment, and the index must go on where they do.
drop index need_receipts_recent;
drop index need_receipts_by_status;
create index need_receipts_recent on need_receipts (home_id, received_at desc, need_id desc);
create index need_receipts_by_status on need_receipts (home_id, status, received_at desc, need_id desc);
create index need_receipts_by_major on need_receipts (home_id, major_id, received_at desc, need_id desc);
create index need_receipts_by_day on need_receipts (home_id, said_on desc, need_id desc);
create index needs_recent on needs (home_id, recorded_at desc, id desc);
create index needs_by_day on needs (home_id, said_on desc, id desc);

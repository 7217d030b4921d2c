-- Words of two Chinese characters are the most usual search there is, and the one that trigrams cannot serve: every pair of neighbouring characters of an entry,
-- kept by the database itself, so that whoever writes `words` cannot forget it. Single characters are left out: half of all entries hold a usual one.
create function han_pairs(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct here || after), '{}')
  from (select letter as here, lead(letter) over (order by place) as after from unnest(string_to_array(words, null)) with ordinality as l(letter, place)) as pairs
  -- U+3400 to U+9FFF
  where ascii(here) between 13312 and 40959 and ascii(after) between 13312 and 40959
$$;
alter table search_entries add column pairs text[] not null generated always as (han_pairs(words)) stored;
create index search_entries_pairs on search_entries using gin (pairs);

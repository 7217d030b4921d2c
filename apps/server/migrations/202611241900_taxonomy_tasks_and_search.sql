-- What is done in an occupation, by language; and an index of everything that is said of a concept, so that a word is found in its description and tasks too.

alter table concepts add column tasks jsonb not null default '{}';

-- Description and tasks as one text in small letters. `normalize` makes full-width letters plain.
create function concept_text(description jsonb, tasks jsonb) returns text language sql immutable strict parallel safe as $$
  select lower(normalize(concat_ws(E'\n',
    (select string_agg(said.value, E'\n' order by said.key) from jsonb_each_text(description) as said),
    (select string_agg(task.value, E'\n' order by spoken.key, task.ordinality) from jsonb_each(tasks) as spoken cross join lateral jsonb_array_elements_text(spoken.value) with ordinality as task)
  ), NFKC))
$$;

-- What trigrams cannot serve: single Chinese characters and pairs of neighbours, and words of one or two letters or digits ("pc", "c#").
create function concept_grams(said text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}') from (
    select unnest(array[here, case when ascii(after) between 13312 and 40959 then here || after end]) as gram
    from (select letter as here, lead(letter) over (order by place) as after from unnest(string_to_array(said, null)) with ordinality as l(letter, place)) as neighbours
    where ascii(here) between 13312 and 40959
    union all
    select found[1] from regexp_matches(said, '[a-z0-9äöüß#+]+', 'g') as found where length(found[1]) <= 2
  ) as grams where gram is not null
$$;

alter table concepts add column said text not null generated always as (concept_text(description, tasks)) stored;
alter table concepts add column grams text[] not null generated always as (concept_grams(words || E'\n' || concept_text(description, tasks))) stored;
create index concepts_said on concepts using gin (said gin_trgm_ops);
create index concepts_grams on concepts using gin (grams);

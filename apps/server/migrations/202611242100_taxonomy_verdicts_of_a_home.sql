-- A unique key begins with the home, as every other: it must not tell of a foreign row.
drop index one_verdict_a_person;
create unique index one_verdict_a_person on tie_verdicts (home_id, tie_id, person_id) where undone_at is null;

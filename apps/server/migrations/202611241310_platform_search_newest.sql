-- A word that a fifth of all entries hold is found by walking from the newest one backwards, until a thousand hold it; the planner chooses between this and the pairs.
create index search_entries_newest on search_entries (updated_at desc, id);

-- The glossary of a college: its decisions that stand, newest first, and how often it decided about the same words.
create index translation_decisions_newest on translation_decisions (home_id, at desc, id desc) where undone_at is null;
create index translation_decisions_of_a_phrase on translation_decisions (home_id, phrase_key) where undone_at is null;

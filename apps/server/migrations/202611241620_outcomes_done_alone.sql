-- An outcome says whether one does it alone: the sentence that a person accepted stays the sentence that was shown.
alter table outcomes add column independent boolean not null default false;

-- Proposals of the engine that are made before anybody opens a need: when, and how many of its statements have one.
alter table need_receipts add column suggested_at timestamptz;
alter table need_receipts add column suggested_statements integer generated always as (
  jsonb_array_length(jsonb_path_query_array(translation, '$.statements[*] ? (@.links.size() > 0 || @.outcomes.size() > 0)'))
) stored;

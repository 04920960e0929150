-- Whether the picture's tone has been looked for: one with transparency has none, and is not decoded again for it.
alter table pictures add column tone_known integer not null default 0 check (tone_known in (0, 1));

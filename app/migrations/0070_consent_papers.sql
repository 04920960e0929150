-- The form that a person has signed, as a scan or a photograph. Sealed as the person is (0060), so that nobody reads it without the
-- key, and never public.
create table consent_papers (
    post_id integer primary key references consents (post_id) on delete cascade,
    -- Its name, format and bytes (app/src/consent/paper.rs), sealed.
    sealed blob not null check (length(sealed) <= 10500000),
    added_at integer not null
) strict;

-- The consent ledger. A text that tells of somebody's life is public only while that person's consent stands. A text is
-- under this rule once it has a row here: every other one is public as it was before.
create table consents (
    post_id integer primary key references posts (id) on delete cascade,
    -- That a given one has ended is no state: it follows from `ends_at` and the time.
    state text not null check (state in ('unknown', 'asked', 'given', 'withdrawn')),
    -- Where the text may be shown.
    on_site integer not null default 0 check (on_site in (0, 1)),
    in_social_media integer not null default 0 check (in_social_media in (0, 1)),
    in_print integer not null default 0 check (in_print in (0, 1)),
    in_embeds integer not null default 0 check (in_embeds in (0, 1)),
    -- How it was given, and on which day (yyyy-mm-dd) of the site's zone.
    given_how text not null default '' check (given_how in ('', 'paper', 'email', 'spoken')),
    given_on text not null default ''
        check (given_on = '' or given_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    -- The first instant at which it does not stand any more; null: it has no end.
    ends_at integer,
    withdrawn_at integer,
    -- Who it is, the name shown and notes, sealed with a key that is not in the database (app/src/consent/sealed.rs);
    -- null: nothing is written down.
    sealed blob check (length(sealed) <= 32768),
    -- Grows with every save; a save that names an older version is a conflict.
    version integer not null default 1 check (version > 0),
    changed_at integer not null,
    check ((state = 'withdrawn') = (withdrawn_at is not null)),
    check (state <> 'given' or (given_how <> '' and given_on <> ''))
) strict;
create index consents_by_end on consents (ends_at) where ends_at is not null;

-- The first instant at which readers may not see it any more; the largest number there is: never. Kept by triggers, as
-- `public_from` is. Readers see a text when `public_from <= now` and `public_until > now`: app/src/db/publicity.rs has the
-- only SQL that says so.
alter table posts add column public_until integer not null default 9223372036854775807;

-- Every index by which `public_from` is read knows the end, too: in the table both lie behind the texts.
drop index posts_in_blog;
create index posts_in_blog on posts (public_from, id, public_until) where kind in ('article', 'guldkorn');
drop index posts_in_voices;
create index posts_in_voices on posts (public_from, id, public_until) where kind = 'voice';
drop index posts_publicity;
create index posts_publicity on posts (id, public_from, public_until, kind);
drop index posts_for_staff;
create index posts_for_staff on posts (
    state, kind, public_from, public_until, updated_at, form, author, created_by, published_revision, title
);
-- When does a text next cease to be public?
create index posts_by_end on posts (public_until, public_from) where public_until < 9223372036854775807;

-- The rule of visibility, in one place: from when and until when the public may see a post; null: never.
-- A text on a door is public exactly when the door is open; a draft edition has no open door. A text that tells of somebody
-- is public as long as consent to the site stands.
drop view publicity;
create view publicity as
select
    p.id as post_id,
    case
        when p.state <> 'published' then null
        when d.post_id is null then p.published_at
        when e.state = 'published' then d.opens_at
    end as public_from,
    case
        when c.post_id is null then 9223372036854775807
        when c.state = 'given' and c.on_site then coalesce(c.ends_at, 9223372036854775807)
        else 0
    end as public_until
from posts p
left join doors d on d.post_id = p.id
left join editions e on e.id = d.edition_id
left join consents c on c.post_id = p.id;

drop trigger posts_added;
drop trigger posts_changed;
drop trigger doors_added;
drop trigger doors_changed;
drop trigger doors_removed;
drop trigger editions_changed;
create trigger posts_added after insert on posts begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = new.id)
    where id = new.id;
end;
create trigger posts_changed after update of state, published_at, public_from, public_until on posts
when new.public_from is not (select public_from from publicity where post_id = new.id)
    or new.public_until is not (select public_until from publicity where post_id = new.id) begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = new.id)
    where id = new.id;
end;
create trigger doors_added after insert on doors when new.post_id is not null begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = new.post_id)
    where id = new.post_id;
end;
create trigger doors_changed after update on doors begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (old.post_id, new.post_id);
end;
create trigger doors_removed after delete on doors when old.post_id is not null begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = old.post_id)
    where id = old.post_id;
end;
create trigger editions_changed after update of state on editions begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (select post_id from doors where edition_id = new.id);
end;
create trigger consents_added after insert on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = new.post_id)
    where id = new.post_id;
end;
create trigger consents_changed after update on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = posts.id)
    where id in (old.post_id, new.post_id);
end;
create trigger consents_removed after delete on consents begin
    update posts set (public_from, public_until) = (select public_from, public_until from publicity where post_id = old.post_id)
    where id = old.post_id;
end;

-- What is taken back is taken back here, too: nobody outside sees the text by a link, and it fills no door by itself.
create trigger consent_was_withdrawn after update of state on consents when new.state = 'withdrawn' begin
    delete from review_links where post_id = new.post_id;
    delete from review_news where post_id = new.post_id;
    delete from reserves where post_id = new.post_id;
end;

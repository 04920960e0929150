-- Links by which somebody outside sees a text that is not public. Only the SHA-256 of a link's secret is kept: who
-- reads the file cannot open the text with it.
create table shares (
    id integer primary key,
    token_hash blob not null unique check (length(token_hash) = 32),
    post_id integer not null references posts (id) on delete cascade,
    -- Who made it.
    staff_id integer references staff (id) on delete set null,
    created_at integer not null,
    expires_at integer not null check (expires_at > created_at)
) strict;
create index shares_of_post on shares (post_id, id);

-- A text that is taken away is taken away here, too, whoever does it; and its links do not come back with it.
create trigger shares_end after update of state on posts when new.state in ('withdrawn', 'trash') begin
    delete from shares where post_id = new.id;
end;

-- How often each public text was read: sums by day, of nobody in particular.
create table text_reads (
    post_id integer not null references posts (id) on delete cascade,
    -- yyyy-mm-dd in the site's time zone. A sum under five is moved on to the next day on which the text is read
    -- (app/src/statistics/store/write.rs).
    day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reads integer not null check (reads > 0),
    primary key (post_id, day)
) strict, without rowid;
create index text_reads_by_day on text_reads (day);

-- The numbers of a text go with it. A sensitive text has none.
create trigger text_reads_end after update of state, sensitive on posts
when new.state in ('withdrawn', 'trash') or new.sensitive = 1 begin
    delete from text_reads where post_id = new.id;
end;

-- The site's own address, such as "https://www.example.se": for feeds, canonical links and pictures that others
-- show. Empty: the address that the server listens on.
alter table site_settings add column address text not null default '' check (
    address = ''
    or ((address like 'http://_%' or address like 'https://_%')
        and address not like '%/' and address not glob '*[^!-~]*' and address not glob '*["<>\?#]*')
);

-- What the names of texts in feeds and calendars are made from (app/src/site/identity.rs), so that they survive
-- another address of the text or of the whole site. Random, and told to nobody.
alter table site_settings add column machine_key text not null default '';
update site_settings set machine_key = lower(hex(randomblob(16)));

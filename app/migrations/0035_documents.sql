-- Documents to download. Id and address stay when the file is replaced.
create table documents (
    id text primary key check (length(id) = 32 and id not glob '*[^0-9a-f]*'),
    title text not null check (title <> ''),
    language text not null default 'sv',
    -- The file that readers get.
    file_id text not null references document_files (id) deferrable initially deferred,
    added_by integer references staff (id) on delete set null,
    created_at integer not null,
    -- Since when it is in the bin.
    deleted_at integer
) strict, without rowid;

create table document_files (
    -- Its folder in the media folder.
    id text primary key check (length(id) = 32 and id not glob '*[^0-9a-f]*'),
    document_id text not null references documents (id) on delete cascade deferrable initially deferred,
    name text not null check (name <> '' and instr(name, '/') = 0),
    format text not null check (format in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt', 'csv')),
    bytes integer not null check (bytes > 0),
    pages integer check (pages > 0),
    -- Whether a PDF tells screen readers its structure.
    is_tagged integer check (is_tagged in (0, 1)),
    -- SHA-256. Equal content is stored once.
    hash blob not null unique check (length(hash) = 32),
    added_by integer references staff (id) on delete set null,
    added_at integer not null,
    -- Since when another file of the document is in its place.
    replaced_at integer
) strict, without rowid;
create index document_files_by_document on document_files (document_id);
create index documents_by_file on documents (file_id);

-- The documents that stand below a text: their addresses, one a line.
alter table posts add column documents text not null default '';

-- Which posts link to a document. It is public exactly as long as one of them is. Kept by the triggers below, whoever
-- writes.
create table post_documents (
    document_id text not null references documents (id) on delete cascade,
    post_id integer not null references posts (id) on delete cascade,
    -- Its place below the text; 0 when only the text itself links to it.
    position integer not null check (position >= 0),
    primary key (document_id, post_id)
) strict, without rowid;
create index post_documents_by_post on post_documents (post_id);

-- The rule behind it. What readers get decides, not how it was written.
create view linked_documents as
select p.id as post_id, d.id as document_id, instr(p.documents, '/dokument/' || d.id || '/') as position
from posts p join documents d
on (p.documents <> '' and instr(p.documents, '/dokument/' || d.id || '/') > 0)
    or (instr(p.body_html, '/dokument/') > 0 and instr(p.body_html, '/dokument/' || d.id || '/') > 0);

create trigger documents_of_post_added after insert on posts begin
    insert into post_documents (document_id, post_id, position)
    select document_id, post_id, position from linked_documents where post_id = new.id;
end;
create trigger documents_of_post_changed after update of documents, body_html on posts
when (old.documents, old.body_html) is not (new.documents, new.body_html) begin
    delete from post_documents where post_id = new.id;
    insert into post_documents (document_id, post_id, position)
    select document_id, post_id, position from linked_documents where post_id = new.id;
end;
-- A text may have named it before it was there.
create trigger posts_of_document_added after insert on documents begin
    insert into post_documents (document_id, post_id, position)
    select document_id, post_id, position from linked_documents where document_id = new.id;
end;

-- The SHA-256 of the file that a picture was made of, so that the same file is stored once. Pictures from before have none.
alter table pictures add column file_hash blob check (length(file_hash) = 32);
create index pictures_by_file on pictures (file_hash) where file_hash is not null;

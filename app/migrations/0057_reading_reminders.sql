-- When somebody who was asked to read a text was reminded of it by letter, once; asking again begins anew.
alter table reading_requests add column reminded_at integer;

-- Whether `serve --demo` filled this data folder. Only there a clock that is moved by --at may change what stays.
alter table site_settings add column is_demo integer not null default 0 check (is_demo in (0, 1));

-- Which paths lead on by their query is asked after every change of the content; most redirects have none.
create index path_redirects_with_query on path_redirects (path) where query <> '';

-- What texts are checked against, and what the site says about who pays.

-- Words that may make a text sensitive, one a line. Null: those that come with the program.
alter table site_settings add column sensitive_words text;

-- Whether the site shows that the European Union co-finances it. A new site does not say so by itself.
alter table site_settings add column eu_emblem integer not null default 0 check (eu_emblem in (0, 1));
update site_settings set eu_emblem = 1 where exists (select 1 from posts) or exists (select 1 from editions);

-- Words of plain language to begin with, unless the owner has a list already or has emptied it.
with start (word, instead) as (
    values
        ('individ', 'person'),
        ('komma i arbete', 'börja arbeta'),
        ('utanförskap', 'att stå utan arbete eller gemenskap'),
        ('brukare', 'deltagare'),
        ('klient', 'deltagare'),
        ('målgrupp', 'de som vi är till för'),
        ('långtidsarbetslös', 'person som länge har varit utan arbete'),
        ('handikapp', 'funktionsnedsättning'),
        ('handikappad', 'person med funktionsnedsättning'),
        ('missbrukare', 'person med beroende'),
        ('erhålla', 'få'),
        ('erfordra', 'behöva'),
        ('föreligga', 'finnas'),
        ('huruvida', 'om'),
        ('implementera', 'införa'),
        ('facilitera', 'underlätta'),
        ('inkomma med', 'lämna'),
        ('i syfte att', 'för att'),
        ('med anledning av', 'på grund av'),
        ('nyttja', 'använda'),
        ('ombesörja', 'ordna'),
        ('påbörja', 'börja'),
        ('tillse', 'se till'),
        ('vederbörande', 'personen'),
        ('angående', 'om'),
        ('beträffande', 'om'),
        ('dylik', 'sådan'),
        ('samtliga', 'alla')
)
insert into wordings (word, instead)
select word, instead from start
where not exists (select 1 from wordings)
  and not exists (select 1 from settings_sections where section = 'ordval');

//! Reads an export row by row, so that its size does not matter.

use std::collections::HashSet;
use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use app::import::ReadError;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::row::Row;

/// The tables that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Table {
    Posts,
    Users,
    Tags,
    PostsTags,
    PostsAuthors,
    PostsMeta,
    /// The levels of membership that a site sells.
    Products,
    PostsProducts,
    Settings,
}

impl Table {
    pub(super) const ALL: [Self; 9] = [
        Self::Posts,
        Self::Users,
        Self::Tags,
        Self::PostsTags,
        Self::PostsAuthors,
        Self::PostsMeta,
        Self::Products,
        Self::PostsProducts,
        Self::Settings,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Posts => "posts",
            Self::Users => "users",
            Self::Tags => "tags",
            Self::PostsTags => "posts_tags",
            Self::PostsAuthors => "posts_authors",
            Self::PostsMeta => "posts_meta",
            Self::Products => "products",
            Self::PostsProducts => "posts_products",
            Self::Settings => "settings",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }
}

/// What hears of each row.
type Hear<'a> = dyn FnMut(Table, Row) -> ControlFlow<()> + 'a;

/// What a file holds, whether or not there are rows in it.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) databases: usize,
    pub(super) tables: HashSet<Table>,
}

/// Marks the error by which reading is ended early.
const ENDED: &str = "reading was ended";

/// Reads a file, and returns what it holds.
pub(super) fn read(path: &Path, hear: &mut Hear<'_>) -> Result<Found, ReadError> {
    let name = path.display();
    let file = File::open(path)
        .map_err(|error| ReadError(format!("{name} kan inte läsas ({error}): kontrollera filen")))?;
    let mut found = Found::default();
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(file));
    let root = Level { hear, found: &mut found };
    match root.deserialize(&mut json).and_then(|()| json.end()) {
        Ok(()) => Ok(found),
        Err(error) if error.to_string().starts_with(ENDED) => Ok(found),
        Err(error) => Err(ReadError(format!(
            "{name} går inte att läsa från rad {}, tecken {}: exportera på nytt från Ghost ({error})",
            error.line(),
            error.column()
        ))),
    }
}

/// One level of the file: `{db: [{meta, data: {posts, …}}]}`, without `db` before Ghost 1, and without `data` from some
/// programs.
struct Level<'a, 'b> {
    hear: &'a mut Hear<'b>,
    found: &'a mut Found,
}

impl Level<'_, '_> {
    fn inner(&mut self) -> Level<'_, '_> {
        Level { hear: &mut *self.hear, found: &mut *self.found }
    }
}

impl<'de> DeserializeSeed<'de> for Level<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of Ghost")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut has_tables = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "db" || key == "data" {
                map.next_value_seed(self.inner())?;
            } else if let Some(table) = Table::parse(&key) {
                has_tables = true;
                self.found.tables.insert(table);
                map.next_value_seed(Rows { table, hear: &mut *self.hear })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        self.found.databases += usize::from(has_tables);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut databases: A) -> Result<(), A::Error> {
        while databases.next_element_seed(self.inner())?.is_some() {}
        Ok(())
    }
}

struct Rows<'a, 'b> {
    table: Table,
    hear: &'a mut Hear<'b>,
}

impl<'de> DeserializeSeed<'de> for Rows<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of {}", self.table.name())
    }

    /// An empty table may be `null`.
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while let Some(value) = rows.next_element::<Value>()? {
            let Some(row) = Row::of(value) else { continue };
            if (self.hear)(self.table, row).is_break() {
                return Err(A::Error::custom(ENDED));
            }
        }
        Ok(())
    }
}

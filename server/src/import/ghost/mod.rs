//! Ghost: the JSON that its "Export" writes, read twice and one row at a time.
//!
//! `export` reads the file, whichever of its shapes it has; `tables` keeps what posts need of other tables. A post's text is
//! taken from the newest of the sources that Ghost has had (`text`): the trees of its editors (`lexical`, `mobiledoc`) become
//! HTML with their `cards` in it, which the importer's own conversion reads as it reads all HTML. Accounts, passwords and
//! settings are never looked at.

mod cards;
mod causes;
mod export;
mod item;
mod lexical;
mod markup;
mod mobiledoc;
mod references;
mod row;
mod tables;
#[cfg(test)]
mod tests;
mod text;

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use app::import::{Finding, IndexEntry, Links, ReadError, Reader, Source, Yield};

use export::{Table, read};
use tables::Tables;

/// The [`Reader`] of an export of Ghost.
#[derive(Debug)]
pub(in crate::import) struct Ghost {
    path: PathBuf,
    name: Option<String>,
    tables: Tables,
}

impl Ghost {
    /// Returns a reader of a file. The site's title, or a name that is given, tells its posts from those of other sites.
    pub(in crate::import) fn new(path: &Path, name: Option<String>) -> Self {
        Self { path: path.to_owned(), name, tables: Tables::default() }
    }
}

/// Returns whether the beginning of a file is that of an export: JSON with one of the first names that they have.
pub(in crate::import) fn is_export(head: &str) -> bool {
    head.starts_with('{')
        && ["\"db\"", "\"meta\"", "\"data\"", "\"posts\""].iter().any(|name| head.contains(name))
}

impl Reader for Ghost {
    fn source(&self) -> Source {
        let site = self.name.clone().unwrap_or_else(|| self.tables.title.clone());
        Source { kind: "ghost", site }
    }

    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError> {
        let tables = &mut self.tables;
        *tables = Tables::default();
        let mut seen = HashSet::new();
        let found = read(&self.path, &mut |table, row| {
            if table == Table::Posts {
                if let Some(entry) = item::entry(&row).filter(|entry| seen.insert(entry.id.clone())) {
                    tell(entry);
                }
            } else {
                tables.add(table, &row);
            }
            ControlFlow::Continue(())
        })?;
        self.tables.finish(&found);
        Ok(())
    }

    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        if Yield::found(&self.tables.findings).try_for_each(&mut *give).is_break() {
            return Ok(());
        }
        let mut seen = HashSet::new();
        read(&self.path, &mut |table, row| {
            if table != Table::Posts {
                return ControlFlow::Continue(());
            }
            let Some(entry) = item::entry(&row) else {
                return give(Yield::Skipped(Finding::new(causes::NO_ID, row.text("title"), "")));
            };
            if !seen.insert(entry.id) {
                return give(Yield::Skipped(Finding::new(causes::REPEATED, entry.name, "")));
            }
            let (item, findings) = item::convert(&row, &entry.name, &self.tables, links);
            Yield::item(item, findings).try_for_each(&mut *give)
        })?;
        Ok(())
    }
}

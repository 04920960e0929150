//! What stands in a section's form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::section::{Entry, Section};
use crate::text_input::line;

/// A row of a list: what stands in its fields, by name.
pub(crate) type Row = BTreeMap<String, String>;

/// What stands in the fields and in the rows of the lists, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Filled {
    pub(crate) fields: Row,
    pub(crate) lists: BTreeMap<String, Vec<Row>>,
}

impl Filled {
    /// What stands in a field.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// The rows of a list.
    pub(crate) fn list(&self, name: &str) -> &[Row] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// Does what a row's button says: `up-head-2`, `down-head-2`, `remove-head-2`. Anything else does nothing. Tells
    /// whether a row was removed.
    pub(crate) fn act(&mut self, button: &str) -> bool {
        let mut parts = button.splitn(3, '-');
        let (Some(verb), Some(list), Some(index)) = (parts.next(), parts.next(), parts.next()) else {
            return false;
        };
        let (Some(rows), Ok(index)) = (self.lists.get_mut(list), index.parse::<usize>()) else {
            return false;
        };
        match verb {
            "remove" if index < rows.len() => {
                rows.remove(index);
                return true;
            }
            "up" if (1..rows.len()).contains(&index) => rows.swap(index - 1, index),
            "down" if index.checked_add(1).is_some_and(|next| next < rows.len()) => {
                rows.swap(index, index + 1);
            }
            _ => {}
        }
        false
    }

    /// What the section knows of, each field one line; rows in which nothing was written are gone.
    pub(crate) fn tidied(&self, section: Section) -> Self {
        let fields = tidied(&self.fields, section.entries());
        let lists = section.lists().iter().map(|list| {
            let rows = self.list(list.name).iter().map(|row| tidied(row, list.entries));
            let rows = rows.filter(|row| row.values().any(|value| !value.is_empty())).collect();
            (list.name.to_owned(), rows)
        });
        Self { fields, lists: lists.collect() }
    }
}

fn tidied(row: &Row, entries: &[Entry]) -> Row {
    let value = |entry: &Entry| {
        let typed = row.get(entry.name).map_or("", String::as_str);
        (entry.name.to_owned(), line(typed))
    };
    entries.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(label: &str) -> Row {
        Row::from([("label".into(), label.into()), ("path".into(), String::new()), ("x".into(), "y".into())])
    }

    fn labels(filled: &Filled) -> Vec<&str> {
        filled.list("head").iter().map(|row| row["label"].as_str()).collect()
    }

    #[test]
    fn rows_move_and_go_and_nonsense_does_nothing() {
        let rows = ["a", "b", "c"].map(link).to_vec();
        let mut filled = Filled {
            fields: Row::new(),
            lists: BTreeMap::from([("head".into(), rows), ("x".into(), vec![])]),
        };
        for nonsense in [
            "",
            "up",
            "up-head",
            "up-head-0",
            "down-head-2",
            "remove-head-3",
            "up-head--1",
            "up-nav-1",
            "add",
        ] {
            assert!(!filled.act(nonsense), "{nonsense}");
        }
        assert_eq!(labels(&filled), ["a", "b", "c"]);
        filled.act("up-head-2");
        assert_eq!(labels(&filled), ["a", "c", "b"]);
        filled.act("down-head-0");
        assert_eq!(labels(&filled), ["c", "a", "b"]);
        assert!(filled.act("remove-head-1"));
        assert_eq!(labels(&filled), ["c", "b"]);
    }

    #[test]
    fn only_what_the_section_knows_of_is_kept() {
        let rows = vec![link(" a\n"), link("\u{0}")];
        let filled = Filled { fields: link("a"), lists: BTreeMap::from([("head".into(), rows)]) };
        let tidied = filled.tidied(Section::Links);
        assert_eq!(labels(&tidied), ["a"]);
        assert_eq!(tidied.list("head")[0].len(), 2);
        assert!(tidied.fields.is_empty() && tidied.list("foot").is_empty());
    }
}

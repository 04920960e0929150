//! The values of a section's form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::colours::chosen_colour;
use super::field::{Rule, SWITCH_ON, SettingField};
use super::section::Section;
use crate::media::PictureId;
use crate::text_input::{line, lines};

/// The values of a list's row, by field name.
pub(crate) type SettingRow = BTreeMap<String, String>;

/// The values of a section: of its fields by name, and of its lists by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SectionForm {
    pub(crate) fields: SettingRow,
    pub(crate) lists: BTreeMap<String, Vec<SettingRow>>,
}

impl SectionForm {
    /// Makes the form of a section without lists.
    pub(super) fn of_fields(fields: SettingRow) -> Self {
        Self { fields, lists: BTreeMap::new() }
    }

    /// Makes the form of a section without fields of its own.
    pub(super) fn of_lists<const N: usize>(lists: [(&str, Vec<SettingRow>); N]) -> Self {
        let lists = lists.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
        Self { fields: SettingRow::new(), lists }
    }

    /// Returns whether a switch is on.
    pub(super) fn is_on(&self, name: &str) -> bool {
        !self.field(name).is_empty()
    }

    /// Returns the value of a field; empty when there is none.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Returns the rows of a list.
    pub(crate) fn list(&self, name: &str) -> &[SettingRow] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the pictures that the form names.
    pub(crate) fn pictures(&self, section: Section) -> Vec<PictureId> {
        let values = section.fields().iter().map(|field| (field, self.field(field.name)));
        let of_rows = section.lists().iter().flat_map(|list| {
            let rows = self.list(list.name).iter();
            rows.flat_map(|row| {
                list.fields.iter().map(move |field| (field, row.get(field.name).map_or("", String::as_str)))
            })
        });
        let pictures = values.chain(of_rows).filter(|(field, _)| matches!(field.rule, Rule::Picture(_)));
        pictures.filter_map(|(_, value)| value.parse().ok()).collect()
    }

    /// Applies a row's button: `up-head-2`, `down-head-2`, `remove-head-2`. Anything else does nothing. Returns whether a row
    /// was removed.
    pub(crate) fn apply(&mut self, button: &str) -> bool {
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

    /// Returns only the fields that the section has, each in its normal form, without rows that are empty.
    pub(crate) fn normalized(&self, section: Section) -> Self {
        let fields = normalized(&self.fields, section.fields());
        let lists = section.lists().iter().map(|list| {
            let rows = self.list(list.name).iter().map(|row| normalized(row, list.fields));
            let rows = rows.filter(|row| row.values().any(|value| !value.is_empty())).collect();
            (list.name.to_owned(), rows)
        });
        Self { fields, lists: lists.collect() }
    }
}

/// Makes a row of its fields' names and values.
pub(super) fn row<const N: usize>(fields: [(&str, String); N]) -> SettingRow {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Returns the value of a row's field; empty when there is none.
pub(super) fn value(row: &SettingRow, name: &str) -> String {
    row.get(name).cloned().unwrap_or_default()
}

/// Returns the value of a switch.
pub(super) fn switch(is_on: bool) -> String {
    if is_on { SWITCH_ON.to_owned() } else { String::new() }
}

fn normalized(row: &SettingRow, fields: &[SettingField]) -> SettingRow {
    let value = |field: &SettingField| {
        let typed = row.get(field.name).map_or("", String::as_str);
        let value = match field.rule {
            Rule::Lines(_) | Rule::Origins => {
                let lines = lines(typed);
                let lines = lines.lines().map(line).filter(|line| !line.is_empty());
                lines.collect::<Vec<_>>().join("\n")
            }
            Rule::Colour => chosen_colour(row, field.name),
            Rule::Switch if typed.is_empty() => String::new(),
            Rule::Switch => SWITCH_ON.to_owned(),
            _ => line(typed),
        };
        (field.name.to_owned(), value)
    };
    fields.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(label: &str) -> SettingRow {
        SettingRow::from([
            ("label".into(), label.into()),
            ("path".into(), String::new()),
            ("x".into(), "y".into()),
        ])
    }

    fn labels(form: &SectionForm) -> Vec<&str> {
        form.list("head").iter().map(|row| row["label"].as_str()).collect()
    }

    #[test]
    fn rows_move_and_are_removed_and_nonsense_does_nothing() {
        let rows = ["a", "b", "c"].map(link).to_vec();
        let mut form = SectionForm {
            fields: SettingRow::new(),
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
            assert!(!form.apply(nonsense), "{nonsense}");
        }
        assert_eq!(labels(&form), ["a", "b", "c"]);
        form.apply("up-head-2");
        assert_eq!(labels(&form), ["a", "c", "b"]);
        form.apply("down-head-0");
        assert_eq!(labels(&form), ["c", "a", "b"]);
        assert!(form.apply("remove-head-1"));
        assert_eq!(labels(&form), ["c", "b"]);
    }

    #[test]
    fn only_the_sections_own_fields_remain() {
        let rows = vec![link(" a\n"), link("\u{0}")];
        let form = SectionForm { fields: link("a"), lists: BTreeMap::from([("head".into(), rows)]) };
        let normalized = form.normalized(Section::Links);
        assert_eq!(labels(&normalized), ["a"]);
        assert_eq!(normalized.list("head")[0].len(), 2);
        assert!(normalized.fields.is_empty() && normalized.list("foot").is_empty());
    }
}

//! What a report tells of an import, grouped by cause.

use std::collections::BTreeMap;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something was refused, or is missing now.
    Missing,
    /// Somebody should look at it.
    Look,
    /// It is good to know.
    Note,
}

/// A cause that findings share. Each format declares its own as constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// How much it weighs.
    pub weight: Weight,
    /// A name for programs: lower-case letters and hyphens.
    pub code: &'static str,
    /// The cause in words, so that it can stand before a list of items: "Bilden saknas bland bilderna".
    pub words: &'static str,
}

impl Cause {
    /// Declares a cause by which something is refused or missing.
    pub const fn missing(code: &'static str, words: &'static str) -> Self {
        Self { weight: Weight::Missing, code, words }
    }

    /// Declares a cause for somebody to look at.
    pub const fn look(code: &'static str, words: &'static str) -> Self {
        Self { weight: Weight::Look, code, words }
    }

    /// Declares a cause that is good to know.
    pub const fn note(code: &'static str, words: &'static str) -> Self {
        Self { weight: Weight::Note, code, words }
    }
}

/// Something that happened to an item on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Why.
    pub cause: Cause,
    /// The item by the name of the report; empty for the source as a whole.
    pub item: String,
    /// What and where: an address, a word, a line; may be empty. Never a secret, a password or an address of a person.
    pub detail: String,
}

impl Finding {
    /// Makes a finding about an item.
    pub fn new(cause: Cause, item: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { cause, item: item.into(), detail: detail.into() }
    }
}

/// How many examples a group keeps, unless all are asked for.
const EXAMPLES: usize = 5;
/// How many a group keeps when all are asked for, so that a report fits in memory and in a row.
const MOST_IN_A_GROUP: usize = 1000;
/// How many all groups keep together then.
const MOST: usize = 5000;
/// The longest name and detail that is shown, in characters.
const LONGEST: usize = 160;

/// The findings of one cause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// How many there are.
    pub count: u64,
    /// The first of them: item and detail.
    pub examples: Vec<(String, String)>,
}

/// Findings grouped by cause, the weightiest first. A thousand findings of one cause take no more room than five, unless
/// each is to be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    groups: BTreeMap<Cause, Group>,
    /// Whether each finding is named, as far as there is room.
    names_each: bool,
    named: usize,
}

impl Findings {
    /// Returns findings of which each is named, not the first few of a cause alone.
    pub(super) fn naming_each() -> Self {
        Self { names_each: true, ..Self::default() }
    }

    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        let Finding { cause, item, detail } = finding;
        let group = self.groups.entry(cause).or_default();
        group.count += 1;
        let most = if self.names_each && self.named < MOST { MOST_IN_A_GROUP } else { EXAMPLES };
        if group.examples.len() < most {
            self.named += 1;
            group.examples.push((shown(&item), shown(&detail)));
        }
    }

    /// Adds several findings.
    pub fn extend(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            self.add(finding);
        }
    }

    /// Returns the groups.
    pub fn groups(&self) -> impl Iterator<Item = (&Cause, &Group)> {
        self.groups.iter()
    }

    /// Whether something was refused or is missing.
    pub fn is_anything_missing(&self) -> bool {
        self.groups.keys().any(|cause| cause.weight == Weight::Missing)
    }
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_is_named_as_far_as_there_is_room() {
        let mut findings = Findings::naming_each();
        for code in ["a", "b", "c", "d", "e", "f", "g"] {
            for number in 0..2000 {
                findings.add(Finding::new(Cause::note(code, ""), format!("{number}"), "x".repeat(1000)));
            }
        }
        let named: Vec<_> = findings.groups().map(|(_, group)| group.examples.len()).collect();
        assert_eq!(named, [1000, 1000, 1000, 1000, 1000, 5, 5]);
        assert!(
            findings.groups().all(|(_, group)| group.examples.iter().all(|(_, detail)| detail.len() == 160))
        );
    }

    #[test]
    fn many_findings_of_one_cause_are_one_line() {
        let (missing, note) = (Cause::missing("a", "Saknas"), Cause::note("b", "Bra att veta"));
        let mut findings = Findings::default();
        findings.add(Finding::new(note, "", ""));
        assert!(!findings.is_anything_missing());
        for number in 0..20_000 {
            findings.add(Finding::new(missing, format!("{number}"), "rad\n1"));
        }
        let groups: Vec<_> = findings.groups().map(|(cause, group)| (cause.code, group.count)).collect();
        assert_eq!(groups, [("a", 20_000), ("b", 1)]);
        let (_, group) = findings.groups().next().unwrap();
        assert_eq!((group.examples.len(), &*group.examples[0].1), (5, "rad 1"));
    }
}

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

/// How many examples a group keeps.
const EXAMPLES: usize = 5;
/// The longest detail that is shown, in characters.
const LONGEST_DETAIL: usize = 160;

/// The findings of one cause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// How many there are.
    pub count: u64,
    /// The first of them: item and detail.
    pub examples: Vec<(String, String)>,
}

/// Findings grouped by cause, the weightiest first. A thousand findings of one cause take no more room than five.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(BTreeMap<Cause, Group>);

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, finding: Finding) {
        let Finding { cause, item, detail } = finding;
        let group = self.0.entry(cause).or_default();
        group.count += 1;
        if group.examples.len() < EXAMPLES {
            let detail = detail.chars().take(LONGEST_DETAIL).map(|c| if c.is_control() { ' ' } else { c });
            group.examples.push((item, detail.collect()));
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
        self.0.iter()
    }

    /// Whether something was refused or is missing.
    pub fn is_anything_missing(&self) -> bool {
        self.0.keys().any(|cause| cause.weight == Weight::Missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

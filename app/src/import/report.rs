//! What an import has done, or would do: counted, grouped, and never "done" while something is missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::finding::Group;
use super::{Cause, DraftReason, Finding, Findings};

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was not here before.
    New,
    /// Its source says something else than before, and so does the post now.
    Changed,
    /// Its source says what it said before.
    Same,
    /// It is left out, under the cause of a finding.
    Skipped,
}

/// How many items there were, by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Those that were not here before.
    pub new: u64,
    /// Those that are otherwise now.
    pub changed: u64,
    /// Those that are as they were.
    pub same: u64,
    /// Those that are left out.
    pub skipped: u64,
}

impl Counts {
    fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::New => self.new += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Same => self.same += 1,
            Outcome::Skipped => self.skipped += 1,
        }
    }

    /// Excepts what is left out, after the word "Allt": nothing is said to be whole that is not.
    pub(crate) const fn but_skipped(self) -> &'static str {
        if self.skipped == 0 { "" } else { " utom det överhoppade" }
    }
}

/// The report of one import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Whether nothing was written.
    pub is_dry_run: bool,
    /// Where the items come from, as its [`Source`](super::Source) is called.
    pub source: String,
    /// How many items the source said it has.
    pub expected: u64,
    /// How many items there were.
    pub counts: Counts,
    /// What of these is not a post, by what it is in words, where a source holds such things.
    pub parts: BTreeMap<&'static str, Counts>,
    /// How many of the new and changed ones readers have, or will have without anybody's further doing.
    pub published: u64,
    /// How many became drafts, by the reason.
    pub drafts: BTreeMap<DraftReason, u64>,
    /// How many pictures came that were not here before.
    pub pictures: u64,
    /// How many documents came that were not here before.
    pub documents: u64,
    /// How many old addresses lead on that did not before.
    pub redirects: u64,
    /// How many visible characters the texts had and have now, of the items that can tell.
    pub characters: (u64, u64),
    /// Causes for which items were left out.
    pub skipped: Findings,
    /// Everything else.
    pub findings: Findings,
    /// Why the source could not be read to its end.
    pub broken_off: Option<String>,
}

impl Report {
    /// Begins a report, which names each finding, or the first few of a cause alone.
    pub(super) fn begin(is_dry_run: bool, names_each_finding: bool) -> Self {
        let findings = || if names_each_finding { Findings::naming_each() } else { Findings::default() };
        Self { is_dry_run, skipped: findings(), findings: findings(), ..Self::default() }
    }

    /// Counts an item.
    pub(crate) fn count(&mut self, outcome: Outcome) {
        self.counts.add(outcome);
    }

    /// Counts something that is no post, also among all.
    pub(crate) fn count_part(&mut self, part: &'static str, outcome: Outcome) {
        self.count(outcome);
        self.parts.entry(part).or_default().add(outcome);
    }

    /// Counts an item that is left out.
    pub(crate) fn skip(&mut self, finding: Finding) {
        self.count(Outcome::Skipped);
        self.skipped.add(finding);
    }

    /// Whether everything came that the source has: nothing broke off, and nothing is missing.
    pub fn is_complete(&self) -> bool {
        let is_anything_missing = self.skipped.is_anything_missing() || self.findings.is_anything_missing();
        self.broken_off.is_none() && !is_anything_missing
    }

    /// Returns the report for programs.
    pub fn to_json(&self) -> Value {
        let groups = |findings: &Findings| {
            let groups = findings.groups().map(|(cause, group)| group_json(cause, group));
            groups.collect::<Vec<_>>()
        };
        let Counts { new, changed, same, skipped } = self.counts;
        let drafts: BTreeMap<_, _> =
            self.drafts.iter().map(|(reason, count)| (reason.code(), count)).collect();
        json!({
            "dry_run": self.is_dry_run,
            "source": self.source,
            "complete": self.is_complete(),
            "new": new,
            "changed": changed,
            "same": same,
            "skipped": { "count": skipped, "reasons": groups(&self.skipped) },
            "parts": self.parts.iter().map(|(part, counts)| part_json(part, *counts)).collect::<Vec<_>>(),
            "published": self.published,
            "drafts": drafts,
            "pictures": self.pictures,
            "documents": self.documents,
            "redirects": self.redirects,
            "characters": { "in": self.characters.0, "out": self.characters.1 },
            "findings": groups(&self.findings),
            "broken_off": self.broken_off,
        })
    }
}

fn part_json(part: &str, Counts { new, changed, same, skipped }: Counts) -> Value {
    json!({ "part": part, "new": new, "changed": changed, "same": same, "skipped": skipped })
}

fn group_json(cause: &Cause, group: &Group) -> Value {
    let examples = group.examples.iter().map(|(item, detail)| json!({ "item": item, "detail": detail }));
    json!({
        "code": cause.code,
        "cause": cause.words,
        "missing": cause.weight == super::Weight::Missing,
        "count": group.count,
        "examples": examples.collect::<Vec<_>>(),
    })
}

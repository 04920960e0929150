//! The report of a check.

use serde::Serialize;

use super::finding::{Finding, FindingRecord, Remedy};
use super::options::ReportFormat;
use super::subject::Check;

/// What was found, and what was mended before.
#[derive(Debug)]
pub struct Report {
    /// What is wrong, with the check that found it.
    pub found: Vec<(Check, Finding)>,
    /// A sentence for each thing that was mended.
    pub repaired: Vec<String>,
    /// Whether a server is using the data folder.
    pub is_running: bool,
}

/// The report as programs read it.
#[derive(Debug, Serialize)]
struct ReportRecord<'a> {
    findings: Vec<FindingRecord>,
    repaired: &'a [String],
    count: usize,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns the lines: what was mended, what is wrong, and how much that is.
    pub fn lines(&self) -> Vec<String> {
        let repaired = self.repaired.iter().map(|done| format!("Lagat: {done}"));
        let found = self.found.iter().map(|(_, finding)| finding.line(self.is_running));
        let count = match self.found.len() {
            0 => "Inga fel.".to_owned(),
            count => format!("{count} fel."),
        };
        repaired.chain(found).chain([count]).collect()
    }

    /// Returns the report as JSON.
    ///
    /// # Errors
    /// Never for what a report holds.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        let findings = self.found.iter().map(|(check, finding)| FindingRecord {
            check: check.name(),
            sentence: finding.line(self.is_running),
            repairable: !matches!(finding.remedy, Remedy::ByHand(_)),
        });
        serde_json::to_string_pretty(&ReportRecord {
            findings: findings.collect(),
            repaired: &self.repaired,
            count: self.found.len(),
        })
    }

    /// Prints the report to standard output.
    pub(super) fn print(&self, format: ReportFormat) {
        match (format, self.json()) {
            (ReportFormat::Json, Ok(json)) => println!("{json}"),
            _ => self.lines().iter().for_each(|line| println!("{line}")),
        }
    }
}

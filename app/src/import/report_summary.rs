//! A report in words that can be stored: what the admin shows of an import, and the text that the command prints.

use std::fmt::{Display, Formatter};

use serde::{Deserialize, Serialize};

use super::finding::Group;
use super::redirect_table::REDIRECTS;
use super::{Cause, Counts, Report, Weight};

/// A report in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ReportSummary {
    /// Whether nothing was written.
    pub(crate) is_dry_run: bool,
    /// Whether the items are old addresses, not texts.
    pub(crate) is_of_addresses: bool,
    /// Whether everything came that the source has.
    pub(crate) is_complete: bool,
    /// How many items there were.
    pub(crate) counts: Counts,
    /// How many of the new and changed ones readers have.
    pub(crate) published: u64,
    /// Why the others became drafts, and how many.
    pub(crate) drafts: Vec<(String, u64)>,
    /// How many pictures came.
    pub(crate) pictures: u64,
    /// How many documents came.
    pub(crate) documents: u64,
    /// How many old addresses lead on.
    pub(crate) redirects: u64,
    /// How many visible characters the texts had and have now.
    pub(crate) characters: (u64, u64),
    /// Findings by their cause, what was left out first, then by their weight.
    pub(crate) groups: Vec<SummaryGroup>,
    /// Why the source could not be read to its end.
    pub(crate) broken_off: Option<String>,
}

/// The part of a report in which a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SummarySection {
    /// Items that were left out.
    Skipped,
    /// What was refused or is missing.
    Missing,
    /// What somebody should look at.
    Look,
    /// What is good to know.
    Note,
}

/// The findings of one cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SummaryGroup {
    /// The part of the report in which it stands.
    pub(crate) section: SummarySection,
    /// The cause in words.
    pub(crate) words: String,
    /// How many findings there are.
    pub(crate) count: u64,
    /// The findings that are named: item and detail.
    pub(crate) examples: Vec<(String, String)>,
}

impl SummarySection {
    /// The parts in their order.
    pub(crate) const ALL: [Self; 4] = [Self::Skipped, Self::Missing, Self::Look, Self::Note];

    /// Returns the heading of the part in Swedish.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Skipped => "Överhoppat",
            Self::Missing => "Saknas eller går inte att ta emot",
            Self::Look => "Titta på det här",
            Self::Note => "Bra att veta",
        }
    }

    const fn of(weight: Weight) -> Self {
        match weight {
            Weight::Missing => Self::Missing,
            Weight::Look => Self::Look,
            Weight::Note => Self::Note,
        }
    }
}

impl SummaryGroup {
    fn new(section: SummarySection, cause: &Cause, group: &Group) -> Self {
        let Group { count, examples } = group.clone();
        Self { section, words: cause.words.to_owned(), count, examples }
    }

    /// Returns how many findings are not named.
    pub(crate) fn unnamed(&self) -> u64 {
        self.count.saturating_sub(self.examples.len() as u64)
    }
}

impl ReportSummary {
    /// Puts a report into words.
    pub(crate) fn of(report: &Report) -> Self {
        let skipped = report.skipped.groups();
        let skipped = skipped.map(|(cause, group)| SummaryGroup::new(SummarySection::Skipped, cause, group));
        let findings = report.findings.groups();
        let findings =
            findings.map(|(cause, group)| SummaryGroup::new(SummarySection::of(cause.weight), cause, group));
        Self {
            is_dry_run: report.is_dry_run,
            is_of_addresses: report.source == REDIRECTS,
            is_complete: report.is_complete(),
            counts: report.counts,
            published: report.published,
            drafts: report.drafts.iter().map(|(reason, count)| (reason.in_words().into(), *count)).collect(),
            pictures: report.pictures,
            documents: report.documents,
            redirects: report.redirects,
            characters: report.characters,
            groups: skipped.chain(findings).collect(),
            broken_off: report.broken_off.clone(),
        }
    }

    /// Returns how many items come in, or have come in.
    pub(crate) const fn incoming(&self) -> u64 {
        self.counts.new + self.counts.changed
    }

    /// Returns the groups of a section.
    pub(crate) fn in_section(&self, section: SummarySection) -> impl Iterator<Item = &SummaryGroup> {
        self.groups.iter().filter(move |group| group.section == section)
    }
}

/// Prints plain lines: the numbers first, what is missing next, then what to look at.
impl Display for ReportSummary {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Counts { new, changed, same, skipped } = self.counts;
        if self.is_dry_run {
            writeln!(f, "Provkörning: inget har sparats.\n")?;
        }
        writeln!(f, "{new} nya, {changed} ändrade, {same} oförändrade, {skipped} överhoppade")?;
        if new + changed > 0 && !self.is_of_addresses {
            let drafts: u64 = self.drafts.iter().map(|(_, count)| count).sum();
            writeln!(f, "{} publiceras, {drafts} blir utkast", self.published)?;
        }
        for (reason, count) in &self.drafts {
            writeln!(f, "  {count} utkast: {reason}")?;
        }
        let Self { pictures, documents, redirects, .. } = self;
        writeln!(
            f,
            "{pictures} nya bilder, {documents} nya dokument, {redirects} gamla adresser som leder vidare"
        )?;
        let (source, here) = self.characters;
        if source > 0 {
            writeln!(f, "Text: {source} tecken i källan, {here} tecken här")?;
        }
        for section in SummarySection::ALL {
            for (at, group) in self.in_section(section).enumerate() {
                if at == 0 {
                    writeln!(f, "\n{}", section.heading())?;
                }
                write!(f, "{group}")?;
            }
        }
        Ok(())
    }
}

impl Display for SummaryGroup {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "  {} ({})", self.words, self.count)?;
        for (item, detail) in &self.examples {
            let sign = if item.is_empty() || detail.is_empty() { "" } else { ": " };
            writeln!(f, "    {item}{sign}{detail}")?;
        }
        let more = self.unnamed();
        if more > 0 {
            writeln!(f, "    … och {more} till")?;
        }
        Ok(())
    }
}

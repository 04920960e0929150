//! What somebody has decided about a file, where it leaves something to decide.

use serde::{Deserialize, Serialize};

use crate::import::ReportSummary;
use crate::posts::PostKind;

/// The beginning of the words in which a cause names an option of the command (`server/src/import/options.rs`).
const OPTION: &str = " (";

/// What somebody has decided about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveInChoices {
    /// What types of the source's own become: `article` or `page`.
    pub types: Vec<(String, String)>,
    /// Whether what lay in the trash comes along, as drafts.
    pub trash: bool,
    /// Whether to go on with the whole items of a file that is cut.
    pub incomplete: bool,
}

/// What a file leaves to decide, as its last run has found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OpenChoices {
    pub(crate) types: Vec<String>,
    pub(crate) trash: bool,
    pub(crate) incomplete: bool,
}

impl MoveInChoices {
    /// Parses what a form sends; `None` for a form without anything to choose.
    pub fn parse(form: &[u8]) -> Option<Self> {
        let (mut choices, mut is_there) = (Self::default(), false);
        for (name, value) in form_urlencoded::parse(form) {
            match (&*name, value.split_once('=')) {
                ("choices", _) => is_there = true,
                ("trash", _) => choices.trash = true,
                ("incomplete", _) => choices.incomplete = true,
                ("type", Some((own, kind @ ("article" | "page")))) => {
                    choices.types.push((own.to_owned(), kind.to_owned()));
                }
                _ => {}
            }
        }
        is_there.then_some(choices)
    }

    /// Returns what types of the source's own become.
    pub fn kinds(&self) -> Vec<(String, PostKind)> {
        let kind = |kind: &str| if kind == "page" { PostKind::Page } else { PostKind::Article };
        self.types.iter().map(|(own, becomes)| (own.clone(), kind(becomes))).collect()
    }

    /// Returns what a type of the source's own becomes.
    pub(crate) fn type_becomes(&self, own: &str) -> &str {
        self.types.iter().find(|(name, _)| name == own).map_or("", |(_, kind)| kind)
    }
}

impl OpenChoices {
    /// Finds out what there is to decide: what the last run says can be chosen, and what was chosen.
    pub(crate) fn of(report: Option<&ReportSummary>, failure: &str, chosen: &MoveInChoices) -> Self {
        let groups = report.map(|report| &*report.groups).unwrap_or_default();
        let names = |option: &str| groups.iter().find(|group| has_option(&group.words, option));
        let own_types = names("--type").into_iter().flat_map(|group| &group.examples);
        let mut types: Vec<_> = own_types.map(|(_, detail)| detail.clone()).collect();
        types.extend(chosen.types.iter().map(|(own, _)| own.clone()));
        types.retain(|own| !own.is_empty());
        types.sort_unstable();
        types.dedup();
        Self {
            types,
            trash: chosen.trash || names("--trash").is_some(),
            incomplete: chosen.incomplete || has_option(failure, "--incomplete"),
        }
    }

    /// Whether there is nothing to decide.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn has_option(words: &str, option: &str) -> bool {
    words.split_once(OPTION).is_some_and(|(_, rest)| rest.contains(option))
}

/// Returns words without the parentheses in which they name an option of the command: the admin has a field for it.
pub(crate) fn without_options(words: &str) -> String {
    let mut shown = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once(OPTION) {
        let Some((within, after)) = after.split_once(')') else { break };
        shown.push_str(before);
        if !within.contains("--") {
            shown.push_str(OPTION);
            shown.push_str(within);
            shown.push(')');
        }
        rest = after;
    }
    shown + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{SummaryGroup, SummarySection};

    #[test]
    fn what_the_command_calls_options_the_admin_has_as_fields() {
        assert_eq!(without_options("Låg i papperskorgen (ta med dem med --trash)"), "Låg i papperskorgen");
        assert_eq!(
            without_options("Slutar här (a), eller ta hela (--incomplete)."),
            "Slutar här (a), eller ta hela."
        );
        let group = |words: &str, detail: &str| SummaryGroup {
            section: SummarySection::Skipped,
            words: words.into(),
            count: 1,
            examples: vec![("Pannkakor".into(), detail.into())],
        };
        let groups = vec![group("Papperskorg (--trash)", ""), group("Egen typ (--type TYP=page)", "recept")];
        let report = ReportSummary { groups, ..ReportSummary::default() };
        let chosen = MoveInChoices::parse(b"choices=ja&type=bok%3Dpage&type=x%3Dy&type=").unwrap();
        assert_eq!(MoveInChoices::parse(b""), None);
        assert_eq!(chosen.kinds(), [("bok".to_owned(), PostKind::Page)]);
        let open = OpenChoices::of(Some(&report), "", &chosen);
        assert_eq!(
            open,
            OpenChoices { types: vec!["bok".into(), "recept".into()], trash: true, incomplete: false }
        );
        assert!(OpenChoices::of(None, "Avklippt (--incomplete)", &MoveInChoices::default()).incomplete);
        assert!(OpenChoices::of(None, "Avklippt", &MoveInChoices::default()).is_empty());
    }
}

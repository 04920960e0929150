//! From an item to the content of a post.

use super::Item;
use super::finding::{Cause, Finding};
use crate::posts::tags::{is_same_tag, is_too_long};
use crate::posts::{AltMode, GuldkornForm, PostContent, PostKind};
use crate::text_input::{line, lines};

const UNDESCRIBED: Cause = Cause::look("cover-undescribed", "Bilden överst saknar beskrivning: skriv en");
const NO_TITLE: Cause = Cause::look("no-title", "Rubrik saknas: skriv en");
const LONG_TAG: Cause = Cause::look("long-tag", "Etiketten är längre än 60 tecken och följer inte med");

/// Makes content of an item whose pictures are taken in, in the spelling in which this site stores text.
pub(super) fn post_content(item: &Item, findings: &mut Vec<Finding>) -> PostContent {
    let title = line(&item.title);
    if title.is_empty() {
        findings.push(Finding::new(NO_TITLE, &*item.name, ""));
    }
    let alt = item.cover.as_ref().map(|cover| line(&cover.alt)).unwrap_or_default();
    if item.cover.is_some() && alt.is_empty() {
        findings.push(Finding::new(UNDESCRIBED, &*item.name, ""));
    }
    let is_guldkorn = item.kind == PostKind::Guldkorn;
    PostContent {
        title,
        slug: String::new(),
        language: item.language.unwrap_or_default(),
        form: is_guldkorn.then(|| item.form.unwrap_or(GuldkornForm::Story)),
        quote: lines(&item.quote).trim().to_owned(),
        source: line(&item.source),
        teaser: line(&item.summary.split_whitespace().collect::<Vec<_>>().join(" ")),
        author: item
            .authors
            .iter()
            .map(|author| line(author))
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        body: lines(&item.markdown).trim().to_owned(),
        picture: item.cover.as_ref().map(|cover| cover.name.clone()),
        picture_alt_mode: if alt.is_empty() { AltMode::Undecided } else { AltMode::Own },
        picture_alt: alt,
        picture_caption: item.cover.as_ref().map(|cover| line(&cover.caption)).unwrap_or_default(),
        documents: Vec::new(),
        sensitive: item.sensitive,
        tags: tags(item, findings),
        publish_at: String::new(),
    }
}

/// Returns the names of its tags, each once. A comma stands between names here, so none has one.
fn tags(item: &Item, findings: &mut Vec<Finding>) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(item.tags.len());
    for name in item.tags.iter().map(|name| line(&name.replace(',', " "))).filter(|name| !name.is_empty()) {
        if is_too_long(&name) {
            findings.push(Finding::new(LONG_TAG, &*item.name, name));
        } else if !names.iter().any(|known| is_same_tag(known, &name)) {
            names.push(name);
        }
    }
    names
}

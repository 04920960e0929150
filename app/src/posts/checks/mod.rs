//! What the editor remarks on in a post: what must be there before it is published, and advice while it is written.
//!
//! Each file knows one thing that goes wrong in real texts. The rules are quick enough to run whenever a writer
//! pauses, and speak only of what that writer can mend. What somebody else said, in a quotation, is left alone.

mod alternative;
mod blanks;
mod body;
mod consent;
mod documents;
mod doubled;
mod easy_read;
mod headings;
mod language;
mod leftovers;
mod links;
mod missing;
mod names;
mod personal;
mod phones;
mod pictures;
mod quotation_marks;
mod quotations;
mod readability;
mod recording;
mod remark;
mod review;
mod sensitive;
mod sentences;
mod store;
mod surroundings;
mod teaser;
mod title;
mod weekday;
mod word_list;
mod wordings;

#[cfg(test)]
mod tests;

pub use consent::NoConsent;
pub use missing::{EMPTY, missing};
pub use pictures::alt_advice;
pub use readability::{Readability, readability};
pub use remark::{Field, Remark};
pub use review::{Review, review};
pub use sensitive::SENSITIVE_WORDS;
pub(crate) use store::facts_of;
pub use store::{facts, surroundings};
pub use surroundings::{LeadPicture, PostFacts, RenditionFacts, Surroundings, Wording};

use crate::posts::{Language, PostContent, PostKind};
use body::Body;

/// So many remarks of one kind are enough for a start; when they are mended there may be more.
const MOST: usize = 10;

/// Returns advice about a post, in the order of the form's fields, without what [`missing`] says. What is known of the Swedish language helps nobody who
/// writes another.
pub fn remarks(kind: PostKind, text: &PostContent, about: &Surroundings) -> Vec<Remark> {
    let body = Body::read(&text.body);
    let mut rules = vec![
        title::remarks(&text.title, about.other_titles().filter(|_| kind != PostKind::Rendition)),
        quotations::remarks(kind, text, &body),
        teaser::remark(&text.teaser).into_iter().collect(),
        headings::remarks(&body),
        links::remarks(&body),
        pictures::in_text(&body),
        phones::remarks(&body),
        pictures::lead(text, &about.facts.lead).into_iter().collect(),
        documents::remarks(&about.documents),
        recording::remarks(about.facts.recording.as_ref()),
        doubled::remarks(text),
        quotation_marks::remarks(text, &body),
        leftovers::remarks(kind, &body, about),
        personal::remarks(kind, text, &body, about),
        sensitive::remark(kind, text, &body, about.sensitive_words()).into_iter().collect(),
    ];
    if text.language == Language::default() {
        rules.extend([
            if about.is_easy_read() { easy_read::remarks(&body) } else { sentences::remarks(&body) },
            wordings::remarks(text, &body, &about.wordings),
            names::remarks(text, &body, about),
            about.day.map(|day| weekday::remarks(text, &body, day)).unwrap_or_default(),
        ]);
    }
    let mut remarks: Vec<Remark> =
        rules.into_iter().flat_map(|remarks| remarks.into_iter().take(MOST)).collect();
    remarks.sort_by_key(|remark| remark.field);
    remarks
}

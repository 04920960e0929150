//! Who has read the text of a day, and how much is said about it.

use leptos::prelude::*;

use crate::admin::relative_time::days_ago;
use crate::board::{BoardDay, Distance};
use crate::calendar::editing::Hung;
use crate::paths;
use crate::time::UnixMillis;

/// One line each, and the way to the comments. `is_public` says whether readers know of the edition.
pub(super) fn section(
    shown: &BoardDay,
    hung: &Hung,
    is_public: bool,
    now: UnixMillis,
) -> impl IntoView + use<> {
    let is_open = is_public && shown.distance == Distance::Past;
    let read = readings(hung, is_open, now).map(|words| view! { <p class="quiet">{words}</p> });
    let comments = match hung.read_by.open_threads {
        0 => "Kommentarer och läsning".to_owned(),
        1 => "En öppen kommentar".to_owned(),
        open => format!("{open} öppna kommentarer"),
    };
    view! {
        {read}
        <p><a href=paths::comments(hung.post)>{comments}</a></p>
    }
}

/// Says who has read a text, or is asked to. That nobody has is told only of a text in which nothing else is missing, and as
/// long as readers do not have it: else it would stand on nearly every day in November, beside what somebody has to write.
fn readings(hung: &Hung, is_open: bool, now: UnixMillis) -> Option<String> {
    let read = &hung.read_by;
    let is_ready = !hung.is_empty && hung.to_mend.is_empty();
    let has_read = if !read.readers.is_empty() {
        Some(format!("Läst av {}.", read.readers))
    } else if read.was_read_before {
        Some("Ändrad efter läsningen.".to_owned())
    } else if read.waits_for.is_empty() && is_ready && !is_open && read.has_others {
        Some("Ingen annan än skribenten har läst den, så vitt vi vet.".to_owned())
    } else {
        None
    };
    let waits = read.waits_since.map(|since| {
        format!("Väntar på läsning av {}. Frågan ställdes {}.", read.waits_for, days_ago(since, now))
    });
    let told: Vec<_> = [has_read, waits].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::ReadBy;
    use crate::posts::checks::{Field, Remark};
    use crate::posts::{Language, PostId, PostStatus};
    use crate::time::DAY;

    fn hung(read_by: ReadBy, to_mend: Vec<Remark>) -> Hung {
        Hung {
            post: PostId(1),
            title: "Mod".into(),
            language: Language::default(),
            form: "tanke",
            state: "utkast",
            draft: None,
            is_gone: false,
            is_empty: false,
            status: PostStatus::Draft,
            picture: None,
            writer: String::new(),
            read_by,
            copied_from: String::new(),
            consent_ends: String::new(),
            lacks_easy_read: false,
            to_mend,
        }
    }

    fn said(read_by: ReadBy, to_mend: Vec<Remark>, is_open: bool) -> String {
        readings(&hung(read_by, to_mend), is_open, UnixMillis(4 * DAY)).unwrap_or_default()
    }

    #[test]
    fn that_nobody_has_read_a_text_is_told_only_when_nothing_else_is_missing() {
        let unread = || ReadBy { has_others: true, ..ReadBy::default() };
        let nobody = "Ingen annan än skribenten har läst den, så vitt vi vet.";
        let missing = || vec![remark()];
        assert_eq!(said(unread(), vec![], false), nobody);
        assert_eq!(said(unread(), missing(), false), "", "what is missing comes first");
        assert_eq!(said(unread(), vec![], true), "", "readers have it");
        assert_eq!(said(ReadBy::default(), vec![], false), "", "there is nobody else");
        let empty = Hung { is_empty: true, ..hung(unread(), vec![]) };
        assert_eq!(readings(&empty, false, UnixMillis(0)), None, "there is nothing to read");
    }

    #[test]
    fn a_reading_and_a_question_are_told_of_every_text() {
        let asked = || ReadBy {
            waits_for: "Bo".into(),
            waits_since: Some(UnixMillis(DAY)),
            has_others: true,
            ..ReadBy::default()
        };
        let waits = "Väntar på läsning av Bo. Frågan ställdes för 3 dagar sedan.";
        assert_eq!(said(asked(), vec![remark()], false), waits);
        assert_eq!(said(asked(), vec![], false), waits, "and not that nobody has read it");
        let read = ReadBy { readers: "Eva".into(), ..asked() };
        assert_eq!(said(read, vec![], true), format!("Läst av Eva. {waits}"));
        let changed = ReadBy { was_read_before: true, ..ReadBy::default() };
        assert_eq!(said(changed, vec![remark()], false), "Ändrad efter läsningen.");
    }

    fn remark() -> Remark {
        let sentence = "Skriv vem som säger det.".to_owned();
        Remark { field: Field::Source, sentence, passage: None, in_words: "ingen källa" }
    }
}

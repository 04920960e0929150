//! Keeping what is typed, and telling what others do in the text.

use super::super::{Company, Keeping, Sent};
use crate::admin::editor::views;
use crate::admin::moments::lately;
use crate::error::AppError;
use crate::posts::autosave::{self, Autosaved};
use crate::posts::save::Save;
use crate::posts::store::{revisions, texts};
use crate::posts::{DraftVersion, EditablePost, PostContent, PostId, Revision};
use crate::staff::Staff;
use crate::state::AppState;
use crate::ui::finished;

/// Keeps what stands in the form as the writer's draft.
pub(in crate::admin::editor) async fn keep(
    state: &AppState,
    staff: &Staff,
    sent: Sent,
) -> Result<Keeping, AppError> {
    let now = state.clock.now_millis();
    let work = texts::find(state.db.reader(), sent.id, now).await?;
    let text = PostContent::read(work.kind, sent.typed);
    let save = Save { post: sent.id, base: sent.base, known: sent.known, text: &text };
    let (known, is_kept, words) = match autosave::autosave(state, staff, save).await? {
        Autosaved::At(at) => (at, true, format!("Sparad {}", lately(at.saved_at(), now))),
        Autosaved::AlreadySaved => (DraftVersion::NONE, true, "Sparad".to_owned()),
        Autosaved::ElsewhereAt(at) => {
            (at, false, format!("Texten ändrades i ett annat fönster {}.", lately(at.saved_at(), now)))
        }
    };
    Ok(Keeping {
        known,
        is_kept,
        words,
        when: views::when(&work, &text, now),
        remarks: views::remarks(state, &work, &text).await?,
        company: around(state, staff, &work, sent.base).await?,
    })
}

/// Who else is in the text, and whether somebody has saved a newer version.
pub(in crate::admin::editor) async fn company(
    state: &AppState,
    staff: &Staff,
    id: PostId,
    base: Revision,
) -> Result<Company, AppError> {
    let work = texts::find(state.db.reader(), id, state.clock.now_millis()).await?;
    around(state, staff, &work, base).await
}

pub(super) async fn around(
    state: &AppState,
    staff: &Staff,
    work: &EditablePost,
    base: Revision,
) -> Result<Company, AppError> {
    let now = state.clock.now_millis();
    let names = state.presence.see(work.id, staff, now);
    let newer = if work.newest > base {
        revisions::find(state.db.reader(), work.id, work.newest).await?
    } else {
        None
    };
    Ok(Company {
        here: in_words(&names),
        newer: newer.map(|newer| finished(views::newer(&newer, now))).unwrap_or_default(),
    })
}

/// "Anna och Bo är också här."
fn in_words(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => format!("{name} är också här."),
        [first @ .., last] => format!("{} och {last} är också här.", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn others_are_named() {
        let names = ["Anna", "Bo", "Cia"].map(str::to_owned);
        assert_eq!(in_words(&names[..0]), "");
        assert_eq!(in_words(&names[..1]), "Anna är också här.");
        assert_eq!(in_words(&names), "Anna, Bo och Cia är också här.");
    }
}

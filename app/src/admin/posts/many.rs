//! What is done with several posts at once, and what is told about it.

use serde::{Deserialize, Serialize};

use crate::admin::flash;
use crate::error::AppError;
use crate::posts::store::lists as store;
use crate::posts::tags::tagging::{Tagged, Tagging, retag};
use crate::posts::tags::{NAME_TOO_LONG, is_too_long};
use crate::posts::trash::{Restored, move_to_trash, restore_from_trash};
use crate::posts::{Act, PostError, PostId};
use crate::staff::Staff;
use crate::state::AppState;

/// The most posts at once; no list shows as many.
const MAX_POSTS: usize = 200;

/// What is done with each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum ManyAction {
    /// Gives it a tag.
    Tag,
    /// Takes a tag from it.
    Untag,
    MoveToTrash,
    RestoreFromTrash,
}

/// Which posts, and which tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Many {
    pub(super) posts: Vec<PostId>,
    /// The tag's name as typed; empty for what is not about tags.
    pub(super) tag: String,
}

/// The list's flash message.
pub(super) type Flash = flash::Flash<More>;

/// What else the list shows with a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct More {
    /// Whether the tag's name is wrong.
    pub(super) is_about_tag: bool,
    /// The posts with which it was not done, by title, and why.
    pub(super) left_out: Vec<(String, String)>,
    /// What undoes it.
    pub(super) undo: Option<(ManyAction, Many)>,
    /// What was ticked and typed, unless it was done.
    pub(super) typed: Many,
}

/// Does it with each post that the person may do it with, one transaction each, and leaves the others out.
pub(super) async fn act(
    state: &AppState,
    by: &Staff,
    action: ManyAction,
    many: Many,
) -> Result<Flash, AppError> {
    let tag = many.tag.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((sentence, is_about_tag)) = wrong(action, &many, &tag) {
        return Ok(Flash::refused(sentence, More { is_about_tag, typed: many, ..More::default() }));
    }
    let mut posts: Vec<PostId> = many.posts.into_iter().take(MAX_POSTS).collect();
    posts.sort_unstable();
    posts.dedup();
    let mut done = Done::default();
    for post in posts {
        match action.on(state, by, post, &tag).await {
            // Or deleted for good meanwhile.
            Ok(Outcome::Already) | Err(PostError::Failed(AppError::NotFound)) => {}
            Ok(outcome) => {
                done.posts.push(post);
                done.waiting += usize::from(outcome == Outcome::Waiting);
            }
            Err(refusal) => {
                let reason = refusal.refusal()?;
                done.left_out.push((store::title(state.db.reader(), post).await?, reason));
            }
        }
    }
    Ok(done.flash(action, tag))
}

fn wrong(action: ManyAction, many: &Many, tag: &str) -> Option<(&'static str, bool)> {
    let is_about_tag = matches!(action, ManyAction::Tag | ManyAction::Untag);
    if many.posts.is_empty() {
        return Some(("Markera minst en text först.", false));
    }
    match tag {
        _ if !is_about_tag => None,
        "" => Some(("Skriv vilken etikett du menar.", true)),
        tag if tag.contains(',') => Some(("Skriv en etikett i taget, utan kommatecken.", true)),
        tag if is_too_long(tag) => Some((NAME_TOO_LONG, true)),
        _ => None,
    }
}

impl ManyAction {
    async fn on(self, state: &AppState, by: &Staff, post: PostId, tag: &str) -> Result<Outcome, PostError> {
        let mut act = Act::begin(state, by).await?;
        let outcome = match self {
            Self::Tag => retag(&mut act, post, tag, Tagging::Give).await?.into(),
            Self::Untag => retag(&mut act, post, tag, Tagging::Take).await?.into(),
            Self::MoveToTrash => match move_to_trash(&mut act, post).await {
                Ok(()) => Outcome::Done,
                Err(PostError::InTrash) => Outcome::Already,
                Err(refusal) => return Err(refusal),
            },
            Self::RestoreFromTrash => match restore_from_trash(&mut act, post).await {
                Ok(Restored::AsBefore) => Outcome::Done,
                Ok(Restored::WithoutTime) => Outcome::Waiting,
                Err(PostError::NotInTrash) => Outcome::Already,
                Err(refusal) => return Err(refusal),
            },
        };
        if outcome != Outcome::Already {
            act.commit().await?;
        }
        Ok(outcome)
    }

    const fn undone_by(self) -> Self {
        match self {
            Self::Tag => Self::Untag,
            Self::Untag => Self::Tag,
            Self::MoveToTrash => Self::RestoreFromTrash,
            Self::RestoreFromTrash => Self::MoveToTrash,
        }
    }
}

/// What became of one of the posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    /// It was so before.
    Already,
    /// It was done, and somebody who may publish has to decide again.
    Waiting,
}

impl From<Tagged> for Outcome {
    fn from(tagged: Tagged) -> Self {
        match tagged {
            Tagged::Done => Self::Done,
            Tagged::Already => Self::Already,
            Tagged::Saved => Self::Waiting,
        }
    }
}

#[derive(Default)]
struct Done {
    posts: Vec<PostId>,
    /// How many of them somebody has to publish: readers see the others' new tags, or their doors are free still.
    waiting: usize,
    left_out: Vec<(String, String)>,
}

impl Done {
    fn flash(self, action: ManyAction, tag: String) -> Flash {
        let (texts, is_error) =
            (in_words(self.posts.len()), self.posts.is_empty() && !self.left_out.is_empty());
        let mut sentence = match action {
            _ if is_error => "Inget ändrades.".into(),
            ManyAction::Tag if self.posts.is_empty() => format!("Texterna har redan etiketten {tag}."),
            ManyAction::Untag if self.posts.is_empty() => format!("Texterna har inte etiketten {tag}."),
            ManyAction::MoveToTrash if self.posts.is_empty() => {
                "Texterna ligger redan i papperskorgen.".into()
            }
            ManyAction::RestoreFromTrash if self.posts.is_empty() => {
                "Texterna ligger inte längre i papperskorgen.".into()
            }
            ManyAction::Tag => format!("{texts} har fått etiketten {tag}."),
            ManyAction::Untag => format!("{texts} har inte längre etiketten {tag}."),
            ManyAction::MoveToTrash => format!("{texts} ligger i papperskorgen."),
            ManyAction::RestoreFromTrash => format!("{texts} är tillbaka ur papperskorgen."),
        };
        if self.waiting > 0 && action == ManyAction::RestoreFromTrash {
            sentence +=
                " Det som hängde på en lucka där en annan text hänger nu är klart, men inte schemalagt.";
        } else if self.waiting > 0 {
            sentence += " Det som är publicerat ändras för läsarna när en redaktör publicerar ändringen.";
        }
        let undo = (!self.posts.is_empty()).then(|| (action.undone_by(), Many { posts: self.posts, tag }));
        let more = More { left_out: self.left_out, undo, ..More::default() };
        if is_error { Flash::refused(sentence, more) } else { Flash::done(sentence, more) }
    }
}

fn in_words(number: usize) -> String {
    if number == 1 { "En text".into() } else { format!("{number} texter") }
}

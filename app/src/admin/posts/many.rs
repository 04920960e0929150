//! What is done with several texts at once, and what is said about it.

use crate::posts::PostId;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::posts::store::lists as store;
use crate::posts::tags::tagging::{Tagged, Tagging, retag};
use crate::posts::{PostError, trash};
use crate::staff::Staff;
use crate::state::AppState;

/// No list shows as many.
const MOST: usize = 200;
/// The longest name of a subject, in characters.
const LONGEST_TAG: usize = 60;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Act {
    /// They get a subject.
    Give,
    /// They lose a subject.
    Take,
    /// They go into the trash.
    ThrowIn,
    /// They come out of the trash.
    TakeOut,
}

/// Which texts, and which subject.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Many {
    /// The texts' numbers.
    pub(super) posts: Vec<PostId>,
    /// The subject's name, as typed.
    pub(super) tag: String,
}

/// What the list says the next time it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Flash {
    /// What was done, or what is wrong and what to do.
    pub(super) sentence: String,
    pub(super) is_error: bool,
    /// Whether it is about the subject's name.
    pub(super) is_about_tag: bool,
    /// The texts with which it was not done, by title, and why.
    pub(super) left_out: Vec<(String, String)>,
    /// What undoes it.
    pub(super) undo: Option<(Act, Many)>,
    /// What to begin with the next time: what was ticked and typed, unless it was done.
    pub(super) typed: Many,
}

/// Does it with each text that the asker may do it with, and leaves the others out.
pub(super) async fn act(state: &AppState, by: &Staff, act: Act, many: &Many) -> Result<Flash, AppError> {
    let tag = many.tag.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((sentence, is_about_tag)) = wrong(act, many, &tag) {
        let typed = many.clone();
        return Ok(Flash {
            sentence: sentence.into(),
            is_error: true,
            is_about_tag,
            typed,
            ..Flash::default()
        });
    }
    let mut posts: Vec<PostId> = many.posts.iter().copied().take(MOST).collect();
    posts.sort_unstable();
    posts.dedup();
    let mut done = Done::default();
    for post in posts {
        match act.one(state, by, post, &tag).await {
            // Or deleted for good meanwhile.
            Ok(Ok(Tagged::Already)) | Err(AppError::NotFound) => {}
            Ok(Ok(tagged)) => {
                done.posts.push(post);
                done.waiting += usize::from(tagged == Tagged::Saved);
            }
            Ok(Err(refusal)) => {
                let title = store::title(state.db.reader(), post).await?;
                done.left_out.push((title, refusal.to_string()));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(done.flash(act, tag))
}

fn wrong(act: Act, many: &Many, tag: &str) -> Option<(&'static str, bool)> {
    if many.posts.is_empty() {
        return Some(("Markera minst en text först.", false));
    }
    match act {
        Act::Give | Act::Take if tag.is_empty() => Some(("Skriv vilken etikett du menar.", true)),
        Act::Give | Act::Take if tag.contains(',') => {
            Some(("Skriv en etikett i taget, utan kommatecken.", true))
        }
        Act::Give | Act::Take if tag.chars().count() > LONGEST_TAG => {
            Some(("Etiketten är för lång. Skriv högst 60 tecken.", true))
        }
        _ => None,
    }
}

impl Act {
    async fn one(
        self,
        state: &AppState,
        by: &Staff,
        post: PostId,
        tag: &str,
    ) -> Result<Result<Tagged, PostError>, AppError> {
        let done = match self {
            Self::Give => return retag(state, by, post, tag, Tagging::Give).await,
            Self::Take => return retag(state, by, post, tag, Tagging::Take).await,
            Self::ThrowIn => trash::throw_in(state, by, post).await?,
            Self::TakeOut => trash::take_out(state, by, post).await?,
        };
        Ok(match done {
            Ok(()) => Ok(Tagged::Done),
            // It is so already.
            Err(PostError::InTrash | PostError::NotInTrash) => Ok(Tagged::Already),
            Err(refusal) => Err(refusal),
        })
    }

    const fn undone_by(self) -> Self {
        match self {
            Self::Give => Self::Take,
            Self::Take => Self::Give,
            Self::ThrowIn => Self::TakeOut,
            Self::TakeOut => Self::ThrowIn,
        }
    }
}

#[derive(Default)]
struct Done {
    posts: Vec<PostId>,
    /// How many of them readers see otherwise until somebody publishes them.
    waiting: usize,
    left_out: Vec<(String, String)>,
}

impl Done {
    fn flash(self, act: Act, tag: String) -> Flash {
        let (texts, is_error) =
            (in_words(self.posts.len()), self.posts.is_empty() && !self.left_out.is_empty());
        let mut sentence = match act {
            _ if is_error => "Inget ändrades.".into(),
            Act::Give if self.posts.is_empty() => format!("Texterna har redan etiketten {tag}."),
            Act::Take if self.posts.is_empty() => format!("Texterna har inte etiketten {tag}."),
            Act::ThrowIn if self.posts.is_empty() => "Texterna ligger redan i papperskorgen.".into(),
            Act::TakeOut if self.posts.is_empty() => "Texterna ligger inte längre i papperskorgen.".into(),
            Act::Give => format!("{texts} har fått etiketten {tag}."),
            Act::Take => format!("{texts} har inte längre etiketten {tag}."),
            Act::ThrowIn => format!("{texts} ligger i papperskorgen."),
            Act::TakeOut => format!("{texts} är tillbaka ur papperskorgen."),
        };
        if self.waiting > 0 {
            sentence += " Det som är publicerat ändras för läsarna när en redaktör publicerar ändringen.";
        }
        let undo = (!self.posts.is_empty()).then(|| (act.undone_by(), Many { posts: self.posts, tag }));
        Flash { sentence, is_error, left_out: self.left_out, undo, ..Flash::default() }
    }
}

fn in_words(number: usize) -> String {
    if number == 1 { "En text".into() } else { format!("{number} texter") }
}

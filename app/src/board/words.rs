//! What was done on the board, in words.

use super::arrangement::Shift;
use crate::posts::{EditablePost, PostStatus};

/// Says what was done: "”Mod” ligger nu på dag 12. Dag 7 är tom." `is_reserve` says that what has no day any more is a reserve.
pub(super) fn done(shifts: &[Shift], posts: &[EditablePost], is_reserve: bool) -> String {
    let title = |post: &EditablePost| post.newest_words().title_or_untitled().to_owned();
    let moved: Vec<_> = shifts.iter().zip(posts).collect();
    let mut sentences = match moved.as_slice() {
        [(one, first), (other, second)] if one.from == other.to && other.from == one.to => {
            vec![format!("”{}” och ”{}” bytte plats.", title(first), title(second))]
        }
        _ if moved.len() > 3 => vec![format!("{} texter fick en ny plats.", moved.len())],
        _ => moved.iter().map(|(shift, post)| placed(shift, &title(post), is_reserve)).collect(),
    };
    let emptied: Vec<_> = shifts
        .iter()
        .filter_map(|shift| shift.from)
        .filter(|day| shifts.iter().all(|shift| shift.to != Some(*day)))
        .collect();
    sentences.extend(emptied.iter().map(|day| format!("Dag {day} är tom.")));
    let waited =
        moved.iter().filter(|(shift, post)| shift.to.is_none() && post.status == PostStatus::Scheduled);
    sentences
        .extend(waited.map(|(_, post)| format!("”{}” är klar, men inte schemalagd längre.", title(post))));
    sentences.join(" ")
}

fn placed(shift: &Shift, title: &str, is_reserve: bool) -> String {
    match shift.to {
        Some(day) => format!("”{title}” ligger nu på dag {day}."),
        None if is_reserve => format!("”{title}” ligger nu sist bland reserverna."),
        None => format!("”{title}” ligger nu bland texterna utan dag."),
    }
}

/// Says what somebody moved last, for the button that undoes it; `title` is that of the first text.
pub(super) fn last_move(first: &Shift, title: &str, count: usize) -> String {
    let what = match (first.from, first.to) {
        (None, Some(day)) => format!("Du lade ”{title}” på dag {day}"),
        (Some(day), None) => format!("Du tog bort ”{title}” från dag {day}"),
        (Some(from), Some(to)) => format!("Du flyttade ”{title}” från dag {from} till dag {to}"),
        (None, None) => format!("Du flyttade ”{title}”"),
    };
    match count {
        0 | 1 => format!("{what}."),
        2 => format!("{what}, och en text till."),
        count => format!("{what}, och {} texter till.", count.saturating_sub(1)),
    }
}

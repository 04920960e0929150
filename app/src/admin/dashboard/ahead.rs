//! What opens next, and which of the doors that open soon are not ready for it.

use crate::posts::PostId;
use crate::posts::store::doors::Door;
use crate::posts::store::overview::DashboardPost;
use crate::time::UnixMillis;

const DAY: i64 = 24 * 60 * 60_000;
/// How far staff are warned ahead.
const SOON: i64 = 7 * DAY;

/// What lies ahead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ahead {
    /// What opens next.
    pub(super) next: Option<Next>,
    /// Doors that open soon and have nothing that readers may see, the next first.
    pub(super) gaps: Vec<Door>,
    /// The first days of editions that begin soon or have begun, and that the public knows nothing of.
    pub(super) hidden: Vec<Door>,
}

/// What opens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Next {
    /// When, in milliseconds UTC.
    pub(super) at: UnixMillis,
    /// The door's number, if it is a door.
    pub(super) day: Option<u16>,
    /// The text's number, if there is one.
    pub(super) post: Option<PostId>,
}

impl Ahead {
    /// Looks ahead from an instant, at all doors and at the text that is published next.
    pub(super) fn of(doors: &[Door], scheduled: Option<&DashboardPost>, now: UnixMillis) -> Self {
        let mut coming: Vec<&Door> = doors.iter().filter(|door| door.opens_at > now).collect();
        coming.sort_by_key(|door| (door.opens_at, door.edition, door.day));
        let (known, hidden): (Vec<&Door>, Vec<&Door>) =
            coming.into_iter().partition(|door| door.is_published);
        let door = known.first().map(|door| Next { at: door.opens_at, day: Some(door.day), post: door.post });
        let text = scheduled.and_then(|text| Some(Next { at: text.at?, day: text.day, post: Some(text.id) }));
        let next = [door, text].into_iter().flatten().min_by_key(|next| next.at);
        let soon = |door: &&&Door| door.opens_at <= now + SOON;
        let gaps =
            known.iter().take_while(soon).filter(|door| is_gap(door)).map(|door| (*door).clone()).collect();
        let mut firsts: Vec<Door> = Vec::new();
        for door in hidden.iter().take_while(soon) {
            if !firsts.iter().any(|first| first.edition == door.edition) {
                firsts.push((*door).clone());
            }
        }
        Self { next, gaps, hidden: firsts }
    }
}

/// Whether readers would find nothing behind the door.
fn is_gap(door: &Door) -> bool {
    door.post.is_none() || !door.is_decided()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::EditionId;
    use crate::posts::{Language, PostKind, PostState};

    fn door(day: u16, days_from_now: i64, state: Option<PostState>) -> Door {
        Door {
            edition: EditionId(1),
            edition_title: "Guldkornen".into(),
            is_published: true,
            time_zone: "Europe/Stockholm".into(),
            day,
            opens_at: UnixMillis(days_from_now * DAY),
            label: String::new(),
            post: state.map(|_| PostId(i64::from(day))),
            title: state.map(|_| "En text".into()),
            state,
            has_consent: state.map(|_| true),
        }
    }

    fn post(at: UnixMillis) -> DashboardPost {
        DashboardPost {
            id: PostId(99),
            kind: PostKind::Article,
            form: None,
            title: String::new(),
            language: Language::default(),
            state: PostState::Published,
            at: Some(at),
            day: None,
            draft_by: None,
            draft_at: None,
        }
    }

    #[test]
    fn gaps_are_told_a_week_ahead() {
        let doors = [
            door(1, 0, None),
            door(2, 1, Some(PostState::Published)),
            door(3, 2, None),
            door(4, 3, Some(PostState::Ready)),
            door(5, 7, Some(PostState::Draft)),
            door(6, 8, None),
        ];
        let ahead = Ahead::of(&doors, None, UnixMillis(0));
        assert_eq!(ahead.gaps.iter().map(|door| door.day).collect::<Vec<_>>(), [3, 4, 5]);
        assert_eq!(ahead.next, Some(Next { at: UnixMillis(DAY), day: Some(2), post: Some(PostId(2)) }));
        assert!(ahead.hidden.is_empty());
    }

    #[test]
    fn what_comes_first_is_next_and_a_door_before_a_text() {
        let doors = [door(2, 1, None)];
        let next = |at| Ahead::of(&doors, Some(&post(at)), UnixMillis(0)).next.expect("something");
        assert_eq!(
            next(UnixMillis(DAY - 1)),
            Next { at: UnixMillis(DAY - 1), day: None, post: Some(PostId(99)) }
        );
        assert_eq!(next(UnixMillis(DAY)), Next { at: UnixMillis(DAY), day: Some(2), post: None });
        assert_eq!(Ahead::of(&[], None, UnixMillis(0)), Ahead::default());
    }

    #[test]
    fn an_edition_that_is_a_draft_opens_nothing_but_is_remembered() {
        let hidden = |door: Door| Door { is_published: false, ..door };
        let ahead = Ahead::of(&[hidden(door(1, 2, None)), hidden(door(2, 3, None))], None, UnixMillis(0));
        assert_eq!((ahead.next, ahead.gaps.len(), ahead.hidden.len()), (None, 0, 1));
        assert_eq!(ahead.hidden[0].day, 1);
    }
}

//! A day and what was seen on it, as forms send it.

use crate::board::Seen;
use crate::posts::PostId;

/// Formats what was seen on a day: `12:55`, or `12:0` when it was empty.
pub(super) fn to_form(day: u16, post: Option<PostId>) -> String {
    format!("{day}:{}", post.unwrap_or(PostId::NONE))
}

/// Parses what [`to_form`] returns.
pub(super) fn parse(value: &str) -> Option<Seen> {
    let (day, post) = value.split_once(':')?;
    let post: PostId = post.parse().ok()?;
    Some(Seen { day: day.parse().ok()?, post: (post != PostId::NONE).then_some(post) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_sends_is_what_was_seen() {
        for seen in [Seen { day: 12, post: Some(PostId(55)) }, Seen { day: 366, post: None }] {
            assert_eq!(parse(&to_form(seen.day, seen.post)), Some(seen));
        }
        for nonsense in ["", "12", "12:", ":55", "tolv:55", "-1:0"] {
            assert_eq!(parse(nonsense), None, "{nonsense}");
        }
    }
}

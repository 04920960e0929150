//! When readers get a post, in words.

use crate::admin::relative_time::long_date_and_time;
use crate::posts::{EditablePost, PostContent, PostKind, PostStatus};
use crate::time::{UnixMillis, parse_local};

/// Returns "Publiceras måndag 7 december 2026 kl. 08.00.", or what is needed for that: a time alone publishes nothing.
pub(in crate::admin::editor) fn when(post: &EditablePost, content: &PostContent, now: UnixMillis) -> String {
    let is_decided = post.status.is_decided();
    if let Some(door) = &post.door {
        let (day, opens) = (door.day, long_date_and_time(door.opens_at));
        let mut words = match (door.opens_at <= now, door.is_published) {
            (true, _) => format!("Lucka {day} öppnades {opens}."),
            (false, true) => format!("Lucka {day} öppnas {opens}."),
            (false, false) => format!("Lucka {day} öppnas {opens}, om kalendern är publicerad då."),
        };
        if !is_decided {
            words += " Texten är med först när någon har tryckt på Publicera.";
        }
        return words;
    }
    match (content.publish_at.as_str(), parse_local(&content.publish_at), post.public_from) {
        ("", _, Some(from)) if post.status == PostStatus::Published => {
            format!("Publicerades {}.", long_date_and_time(from))
        }
        ("", _, _) if post.kind == PostKind::Rendition => {
            "Läsarna får texten när någon har tryckt på Publicera, men aldrig före originalet.".to_owned()
        }
        ("", _, _) if post.kind == PostKind::Guldkorn => {
            "Med en lucka publiceras guldkornet när luckan öppnas. Utan lucka publiceras det så snart någon trycker \
             på Publicera."
                .to_owned()
        }
        ("", _, _) => "Publiceras så snart någon trycker på Publicera.".to_owned(),
        (_, None, _) => "Tiden går inte att läsa. Välj dag och klockslag, eller töm fältet.".to_owned(),
        (_, Some(at), _) if at <= now => format!("Får datumet {}.", long_date_and_time(at)),
        (_, Some(at), _) if is_decided => format!("Publiceras {}.", long_date_and_time(at)),
        (_, Some(at), _) => {
            format!("Publiceras {}, om någon har tryckt på Publicera före dess.", long_date_and_time(at))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::EditionId;
    use crate::posts::{DoorRef, PostId, Revision};

    const NOW: UnixMillis = UnixMillis(1_796_122_800_000); // 2026-12-01T11:00:00Z
    const DAY: i64 = 24 * 60 * 60_000;

    fn shown(status: PostStatus, publish_at: &str, door: Option<DoorRef>) -> String {
        let content = PostContent { publish_at: publish_at.into(), ..PostContent::default() };
        let post = EditablePost {
            id: PostId(1),
            kind: PostKind::Guldkorn,
            slug: String::new(),
            status,
            published_at: None,
            public_from: Some(NOW - DAY),
            public_until: UnixMillis::MAX,
            original: None,
            door,
            newest: Revision(0),
            published_revision: Revision(0),
            trashed_at: None,
            begun_by: None,
            updated_at: UnixMillis(0),
            content: content.clone(),
            draft: None,
        };
        when(&post, &content, NOW).replace('\u{a0}', " ")
    }

    #[test]
    fn a_time_publishes_nothing_by_itself() {
        let at = "2026-12-07T08:00";
        let moment = "måndag 7 december 2026 kl. 08.00";
        assert_eq!(shown(PostStatus::Scheduled, at, None), format!("Publiceras {moment}."));
        assert_eq!(
            shown(PostStatus::Draft, at, None),
            format!("Publiceras {moment}, om någon har tryckt på Publicera före dess.")
        );
        assert!(
            shown(PostStatus::Draft, "2026-11-07T08:00", None).starts_with("Får datumet lördag 7 november")
        );
        assert!(shown(PostStatus::Draft, "sju", None).starts_with("Tiden går inte att läsa."));
        assert!(shown(PostStatus::Published, "", None).starts_with("Publicerades måndag 30 november"));
        assert!(shown(PostStatus::Ready, "", None).ends_with("så snart någon trycker på Publicera."));
    }

    #[test]
    fn nor_does_a_door() {
        let door = |days: i64, is_published| {
            let opens_at = NOW + days * DAY;
            Some(DoorRef {
                edition: EditionId(1),
                slug: "2026".into(),
                title: "Jul".into(),
                is_published,
                day: 2,
                opens_at,
            })
        };
        let opens = "Lucka 2 öppnas onsdag 2 december 2026 kl. 12.00";
        assert_eq!(shown(PostStatus::Scheduled, "", door(1, true)), format!("{opens}."));
        assert_eq!(
            shown(PostStatus::Ready, "", door(1, true)),
            format!("{opens}. Texten är med först när någon har tryckt på Publicera.")
        );
        assert_eq!(
            shown(PostStatus::Scheduled, "", door(1, false)),
            format!("{opens}, om kalendern är publicerad då.")
        );
        assert!(shown(PostStatus::Published, "", door(-1, true)).starts_with("Lucka 2 öppnades måndag 30"));
    }
}

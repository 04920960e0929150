//! The board, without and with a database.

mod arrangement;
mod moves;
mod undo;

use super::{BoardError, Order, Seen, WhenTaken, perform, undo as undo_last};
use crate::calendar::store::add_edition;
use crate::calendar::{EditionState, NewEdition, Schedule};
use crate::ids::EditionId;
use crate::posts::store::doors::{self, hang};
use crate::posts::store::{NewPost, add_post, texts};
use crate::posts::{Act, EditablePost, PostId, PostKind};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::UnixMillis;

/// A published edition of six days from the first of December, on the second of that month, and two editors.
struct Desk {
    site: TestSite,
    edition: EditionId,
    anna: Staff,
    bo: Staff,
}

impl Desk {
    async fn new() -> Self {
        let site = TestSite::new().await;
        site.state.clock.set("2026-12-02T12:00:00+01:00".parse().unwrap());
        site.add_staff("anna@exempel.se", Role::Editor).await;
        site.add_staff("bo@exempel.se", Role::Editor).await;
        let schedule = Schedule::parse("2026-12-01", 6, "06:00", "Europe/Stockholm").unwrap();
        let new = NewEdition {
            state: EditionState::Published,
            ..NewEdition::draft("2026", "Guldkornen", schedule)
        };
        let mut tx = site.state.db.write_content().await.unwrap();
        let edition = add_edition(&mut tx, &new, "").await.unwrap();
        tx.commit().await.unwrap();
        let person =
            |id, name: &str| Staff { id, email: String::new(), name: name.into(), role: Role::Editor };
        Self { site, edition, anna: person(StaffId(1), "Anna"), bo: person(StaffId(2), "Bo") }
    }

    /// Adds a guldkorn, on a day or on none.
    async fn add(&self, slug: &str, day: Option<u16>, published: bool) -> PostId {
        let post = NewPost { published, ..NewPost::draft(PostKind::Guldkorn, slug, slug) }
            .with_content(|content| content.body = "Hej.".into());
        let mut tx = self.site.state.db.write_content().await.unwrap();
        let id = add_post(&mut tx, &post, UnixMillis(0)).await.unwrap();
        if let Some(day) = day {
            hang(&mut tx, self.edition, day, id).await.unwrap();
        }
        tx.commit().await.unwrap();
        id
    }

    async fn days(&self) -> Vec<Option<PostId>> {
        let mut act = Act::begin_quietly(&self.site.state, &self.anna).await.unwrap();
        act.doors(self.edition).await.unwrap().into_iter().map(|door: doors::Door| door.post).collect()
    }

    async fn post(&self, post: PostId) -> EditablePost {
        texts::find(self.site.state.db.reader(), post, self.site.now()).await.unwrap()
    }

    async fn seen(&self, day: u16) -> Seen {
        Seen { day, post: self.days().await[usize::from(day) - 1] }
    }

    async fn perform(&self, by: &Staff, order: &Order, seen: &[Seen]) -> Result<String, BoardError> {
        perform(&self.site.state, by, self.edition, order, seen, false).await
    }

    /// Moves the text of a day as Anna, who sees both days as they are.
    async fn move_to(&self, from: u16, to: u16, when_taken: WhenTaken) -> Result<String, BoardError> {
        let seen = [self.seen(from).await, self.seen(to).await];
        self.perform(&self.anna, &Order::Move { from, to, when_taken }, &seen).await
    }

    async fn undo(&self, by: &Staff) -> Result<String, BoardError> {
        undo_last(&self.site.state, by, false).await.map(|(_, message)| message)
    }
}

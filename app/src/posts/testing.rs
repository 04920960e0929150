//! What tests need in order to do something with posts.

use super::hang::{DoorChange, hang};
use super::publish::publish;
use super::save::{Basis, save};
use super::store::texts;
use super::{
    DraftVersion, EditablePost, GuldkornForm, PostContent, PostError, PostForm, PostId, PostKind,
    PreparedContent, Revision,
};
use crate::calendar::store::add_edition;
use crate::calendar::{EditionId, EditionState, NewEdition, Schedule};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};

/// Does one step as an act of its own, which is committed unless the step is refused.
macro_rules! act {
    ($state:expr, $by:expr, $step:expr $(, $argument:expr)* $(,)?) => {{
        let mut act = $crate::posts::Act::begin($state, $by).await.unwrap();
        let done = $step(&mut act $(, $argument)*).await;
        if done.is_ok() {
            act.commit().await.unwrap();
        }
        done
    }};
}

pub(crate) use act;

/// A site with two who write.
pub(crate) struct Desk {
    pub(crate) site: TestSite,
    pub(crate) anna: Staff,
    pub(crate) bo: Staff,
}

impl Desk {
    /// Anna may publish, Bo may not.
    pub(crate) async fn new() -> Self {
        let site = TestSite::new().await;
        site.add_staff("anna@exempel.se", Role::Editor).await;
        site.add_staff("bo@exempel.se", Role::Writer).await;
        let person = |id, name: &str, role| Staff { id, email: String::new(), name: name.into(), role };
        Self {
            site,
            anna: person(StaffId(1), "Anna", Role::Editor),
            bo: person(StaffId(2), "Bo", Role::Writer),
        }
    }

    pub(crate) async fn begin(&self, kind: PostKind) -> PostId {
        let mut tx = self.site.state.db.write_quietly().await.unwrap();
        let content = PreparedContent::new(kind, PostContent::read(kind, &PostForm::default()));
        let post = texts::create(&mut tx, &content, StaffId(1), self.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    pub(crate) async fn work(&self, post: PostId) -> EditablePost {
        texts::find(self.site.state.db.reader(), post, self.site.now()).await.unwrap()
    }

    pub(crate) async fn prepared(&self, post: PostId, text: &PostContent) -> PreparedContent {
        PreparedContent::new(self.work(post).await.kind, text.clone())
    }

    pub(crate) async fn save(
        &self,
        by: &Staff,
        post: PostId,
        base: Revision,
        text: &PostContent,
    ) -> Result<(), PostError> {
        let text = self.prepared(post, text).await;
        act!(&self.site.state, by, save, basis(post, base.0, i64::MAX), &text)
    }

    pub(crate) async fn publish(&self, post: PostId, text: &PostContent) -> Result<(), PostError> {
        let base = self.work(post).await.newest;
        let text = self.prepared(post, text).await;
        act!(&self.site.state, &self.anna, publish, basis(post, base.0, i64::MAX), &text)
    }

    pub(crate) async fn hang(
        &self,
        by: &Staff,
        post: PostId,
        edition: EditionId,
        day: u16,
    ) -> Result<DoorChange, PostError> {
        act!(&self.site.state, by, hang, post, edition, day)
    }

    pub(crate) async fn edition(&self, first_day: &str) -> EditionId {
        let edition = NewEdition {
            state: EditionState::Published,
            ..NewEdition::draft(
                format!("e{first_day}"),
                "Guldkornen",
                Schedule::parse(first_day, 24, "08:00", "Europe/Stockholm").unwrap(),
            )
        };
        let mut tx = self.site.state.db.write_content().await.unwrap();
        let id = add_edition(&mut tx, &edition, "").await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn actions(&self) -> Vec<String> {
        sqlx::query_scalar("select action from audit_log order by id")
            .fetch_all(self.site.state.db.reader())
            .await
            .unwrap()
    }
}

pub(crate) fn basis(post: PostId, base: i64, draft: i64) -> Basis {
    Basis { post, base_revision: Revision(base), draft_version: DraftVersion(draft) }
}

pub(crate) fn article(title: &str) -> PostContent {
    PostContent { title: title.into(), body: "En text.".into(), ..PostContent::default() }
}

pub(crate) fn quote() -> PostContent {
    PostContent {
        form: Some(GuldkornForm::Quote),
        quote: "Det gick.".into(),
        source: "deltagare, 28 år".into(),
        ..article("Det gick")
    }
}

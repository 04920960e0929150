//! Editions as staff create and change them, against a real database.

mod addresses;
mod any_form;
mod earlier;
mod openings;
mod saving;
mod undoing;

use proptest::prelude::*;

use super::*;
use crate::audit_log::AuditAction;
use crate::calendar::{EditionForm, EditionId, EditionVersion};
use crate::posts::store::doors::hang;
use crate::posts::store::{NewPost, add_post};
use crate::posts::{PostId, PostKind};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::state::AppState;
use crate::time::{UnixMillis, from_millis};

fn anna() -> Staff {
    Staff { id: StaffId(1), email: "anna@exempel.se".into(), name: "Anna".into(), role: Role::Editor }
}

fn set_clock(site: &TestSite, at: &str) {
    site.state.clock.set(at.parse().expect("an instant"));
}

/// An edition that begins on the first of December 2026, published, on the seventh of that month.
async fn december(site: &TestSite) -> EditionRecord {
    set_clock(site, "2026-11-20T12:00:00+01:00");
    let form = default_form(&site.state).await.expect("a form");
    let id = begin(&site.state, &form).await.expect("created");
    let published = EditionForm { state: "published".into(), ..form };
    let saved = save_version(site, id, 1, &published).await.expect("saved");
    assert_eq!(saved, AuditAction::EditionPublished);
    set_clock(site, "2026-12-07T08:00:00+01:00");
    record(site, id).await
}

/// Creates an edition with empty doors, as Anna.
async fn begin(state: &AppState, form: &EditionForm) -> Result<EditionId, EditionError> {
    let created = create(state, &anna(), form, (EditionId::NONE, &TextChoice::None)).await;
    created.map(|(id, _)| id)
}

async fn record(site: &TestSite, id: EditionId) -> EditionRecord {
    find(site.state.db.reader(), id).await.expect("read").expect("an edition")
}

/// Saves a form made of a version, as Anna.
async fn save_version(
    site: &TestSite,
    id: EditionId,
    version: i64,
    form: &EditionForm,
) -> Result<AuditAction, EditionError> {
    let saved = save(&site.state, &anna(), (id, EditionVersion(version)), form, false).await;
    saved.map(|saved| saved.action)
}

async fn hang_on(site: &TestSite, edition: EditionId, day: u16, slug: &str) -> PostId {
    let mut tx = site.state.db.write_content().await.expect("begins");
    let post = NewPost {
        published: true,
        ..NewPost::draft(PostKind::Guldkorn, slug, "Ett namn").with_content(|content| {
            content.body = "Hej.".into();
        })
    };
    let id = add_post(&mut tx, &post, UnixMillis(0)).await.expect("adds");
    hang(&mut tx, edition, day, id).await.expect("hangs");
    tx.commit().await.expect("commits");
    id
}

/// The first refused field, with its message.
fn refused_field<T: std::fmt::Debug>(result: Result<T, EditionError>) -> (String, String) {
    match result {
        Err(EditionError::Invalid(errors)) => {
            let (field, message) = errors.iter().next().expect("an error");
            (field.to_owned(), message.to_owned())
        }
        other => panic!("{other:?}"),
    }
}

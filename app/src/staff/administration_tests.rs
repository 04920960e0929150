use super::super::session;
use super::super::testing::{PASSWORD, TestSite};
use super::*;
use crate::audit_log::store::Filter;
use crate::staff::StaffId;

async fn id_of(site: &TestSite, email: &str) -> StaffId {
    let people = list(&site.state.db).await.expect("lists");
    people.iter().find(|person| person.email == email).expect("known").id
}

/// The admin who does all this.
fn by() -> Staff {
    Staff { id: StaffId(99), email: "eva@exempel.se".into(), name: "Eva".into(), role: Role::Admin }
}

async fn admin(site: &TestSite, email: &str) -> StaffId {
    site.add_staff(email, Role::Admin).await;
    id_of(site, email).await
}

#[tokio::test]
async fn somebody_is_invited_once_and_what_does_not_fit_is_refused() {
    let site = TestSite::new().await;
    let (db, now) = (&site.state.db, site.now());
    let id = invite(db, &by(), " Bo@exempel.se", "Bo", "writer", now).await.expect("answers").expect("done");
    let (person, path) = make_link(db, None, id, now).await.expect("answers").expect("a link");
    assert!(person.name == "Bo" && path.starts_with("/admin/losenord/"), "{} {path}", person.name);
    assert_eq!(site.count("select count(*) from password_links").await, 1);
    for (email, name, role, refusal) in [
        ("bo@exempel.se", "Bo", "writer", StaffAccountError::Taken),
        ("bo", "Bo", "writer", StaffAccountError::Email),
        ("cia@exempel.se", " ", "writer", StaffAccountError::Name),
        ("cia@exempel.se", "Cia", "king", StaffAccountError::Role),
    ] {
        assert_eq!(invite(db, &by(), email, name, role, now).await.expect("answers"), Err(refusal));
    }
    assert_eq!(list(db).await.expect("lists").len(), 1);
}

#[tokio::test]
async fn the_last_admin_stays_one() {
    let site = TestSite::new().await;
    let db = &site.state.db;
    let anna = admin(&site, "anna@exempel.se").await;
    let refused = Err(StaffAccountError::LastAdmin);
    // Neither a closed account nor one without a password could look after the site.
    let closed = admin(&site, "bo@exempel.se").await;
    close(db, &by(), closed, site.now()).await.expect("answers").expect("closes");
    invite(db, &by(), "cia@exempel.se", "Cia", "admin", site.now()).await.expect("answers").expect("invites");
    assert_eq!(close(db, &by(), anna, site.now()).await.expect("answers"), refused);
    assert_eq!(change_role(db, &by(), anna, "editor", site.now()).await.expect("answers"), refused);
    assert!(change_role(db, &by(), anna, "admin", site.now()).await.expect("answers").is_ok());
    // A closed account is out already.
    assert!(change_role(db, &by(), closed, "admin", site.now()).await.expect("answers").is_ok());

    open(db, &by(), closed, site.now()).await.expect("answers").expect("opens");
    assert!(change_role(db, &by(), anna, "editor", site.now()).await.expect("answers").is_ok());
    assert_eq!(
        close(db, &by(), closed, site.now()).await.expect("answers"),
        refused,
        "now that one is the last"
    );
    assert!(close(db, &by(), anna, site.now()).await.expect("answers").is_ok());
}

#[tokio::test]
async fn two_admins_who_close_each_other_at_the_same_time_leave_one() {
    let site = TestSite::new().await;
    let (anna, bo) = (admin(&site, "anna@exempel.se").await, admin(&site, "bo@exempel.se").await);
    let by = by();
    let (one, other) = tokio::join!(
        close(&site.state.db, &by, anna, site.now()),
        close(&site.state.db, &by, bo, site.now())
    );
    assert!(one.expect("answers").is_ok() ^ other.expect("answers").is_ok());
}

#[tokio::test]
async fn a_closed_account_is_out_and_comes_back_with_its_password() {
    let site = TestSite::new().await;
    let db = &site.state.db;
    let session = site.logged_in("anna@exempel.se").await;
    let anna = id_of(&site, "anna@exempel.se").await;
    make_link(db, None, anna, site.now()).await.expect("answers").expect("a link");
    assert!(session::of_token(&site.state, &session).await.expect("reads").is_some(), "a link ends nothing");
    close(db, &by(), anna, site.now()).await.expect("answers").expect("closes");
    assert!(session::of_token(&site.state, &session).await.expect("reads").is_none());
    assert_eq!(site.count("select count(*) from password_links").await, 0);
    assert_eq!(make_link(db, None, anna, site.now()).await.expect("answers"), Err(StaffAccountError::Closed));
    assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_err());
    open(db, &by(), anna, site.now()).await.expect("answers").expect("opens");
    site.advance(1000);
    assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn who_is_not_there_cannot_be_changed() {
    let site = TestSite::new().await;
    let db = &site.state.db;
    assert_eq!(
        close(db, &by(), StaffId(7), site.now()).await.expect("answers"),
        Err(StaffAccountError::Unknown)
    );
    assert_eq!(
        open(db, &by(), StaffId(7), site.now()).await.expect("answers"),
        Err(StaffAccountError::Unknown)
    );
    assert_eq!(
        change_role(db, &by(), StaffId(7), "admin", site.now()).await.expect("answers"),
        Err(StaffAccountError::Unknown)
    );
    assert_eq!(
        make_link(db, None, StaffId(7), site.now()).await.expect("answers"),
        Err(StaffAccountError::Unknown)
    );
}

#[tokio::test]
async fn when_somebody_was_here_outlives_the_session() {
    let site = TestSite::new().await;
    let token = site.logged_in("anna@exempel.se").await;
    site.advance(120_000);
    session::of_token(&site.state, &token).await.expect("reads");
    session::end(&site.state, &token).await.expect("ends");
    assert_eq!(list(&site.state.db).await.expect("lists")[0].last_seen_at, Some(site.now()));
}

#[tokio::test]
async fn whatever_is_changed_is_in_the_journal_and_what_is_refused_is_not() {
    let site = TestSite::new().await;
    let (db, now) = (&site.state.db, site.now());
    admin(&site, "anna@exempel.se").await;
    let bo = invite(db, &by(), "bo@exempel.se", " Bo ", "writer", now).await.expect("answers").expect("done");
    make_link(db, None, bo, now).await.expect("answers").expect("the first link");
    make_link(db, Some(&by()), bo, now).await.expect("answers").expect("a new link");
    change_role(db, &by(), bo, "editor", now).await.expect("answers").expect("done");
    close(db, &by(), bo, now).await.expect("answers").expect("done");
    open(db, &by(), bo, now).await.expect("answers").expect("done");
    assert!(invite(db, &by(), "bo@exempel.se", "Bo", "writer", now).await.expect("answers").is_err());
    assert!(close(db, &by(), StaffId(4711), now).await.expect("answers").is_err());
    let lines = crate::audit_log::store::lines(db.reader(), Filter::default(), 50, 0).await.expect("reads");
    let told: Vec<_> = lines.iter().rev().map(|line| line.action.as_str()).collect();
    assert_eq!(told, ["invited", "link_renewed", "role_changed", "account_closed", "account_opened"]);
    assert!(lines.iter().all(|line| line.staff_name == "Eva" && line.about == "Bo"));
}

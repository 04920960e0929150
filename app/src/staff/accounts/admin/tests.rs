use super::super::super::testing::{PASSWORD, TestSite};
use super::super::super::{password_link, session};
use super::*;
use crate::audit_log::{AuditFilter, entries};

async fn id_of(site: &TestSite, email: &str) -> StaffId {
    let accounts = list(&site.state.db).await.expect("lists");
    accounts.iter().find(|account| account.email == email).expect("is there").id
}

/// The admin who does all this.
fn by() -> Staff {
    Staff { id: StaffId(99), email: "eva@exempel.se".into(), name: "Eva".into(), role: Role::Admin }
}

async fn admin(site: &TestSite, email: &str) -> StaffId {
    site.add_staff(email, Role::Admin).await;
    id_of(site, email).await
}

fn writer<'a>(email: &'a str, name: &'a str) -> Invitation<'a> {
    Invitation { email, name, role: "writer" }
}

/// Renews a link, whatever link the page has listed.
async fn renew(site: &TestSite, issuer: &LinkIssuer, id: StaffId) -> Result<IssuedLink, StaffAccountError> {
    renew_link(&site.state.db, &by(), issuer, id, None, site.now()).await
}

/// Whether a link opens the form for choosing a password.
async fn opens(site: &TestSite, path: &str) -> bool {
    let token = path.rsplit('/').next().expect("a token");
    password_link::form(&site.state, token).await.expect("reads").is_some()
}

#[tokio::test]
async fn somebody_is_invited_once_and_what_does_not_fit_is_refused() {
    let site = TestSite::new().await;
    let (db, now, issuer) = (&site.state.db, site.now(), LinkIssuer::new());
    let link = invite(db, &by(), &issuer, writer(" Bo@exempel.se", "Bo"), now).await.expect("invites");
    assert!(link.account.name == "Bo" && link.path.starts_with("/admin/losenord/"), "{link:?}");
    assert!(link.is_new && opens(&site, &link.path).await);
    assert_eq!(site.count("select count(*) from password_links").await, 1);
    let other_session = LinkIssuer::new();
    for (email, name, role, error) in [
        ("bo@exempel.se", "Bo", "writer", StaffAccountError::Taken),
        ("bo", "Bo", "writer", StaffAccountError::Email),
        ("cia@exempel.se", " ", "writer", StaffAccountError::Name),
        ("cia@exempel.se", "Cia", "king", StaffAccountError::Role),
    ] {
        let invitation = Invitation { email, name, role };
        assert_eq!(invite(db, &by(), &other_session, invitation, now).await, Err(error));
    }
    assert_eq!(list(db).await.expect("lists").len(), 1);
}

#[tokio::test]
async fn an_invitation_that_is_sent_twice_makes_one_link() {
    let site = TestSite::new().await;
    let (db, now, issuer) = (&site.state.db, site.now(), LinkIssuer::new());
    let first = invite(db, &by(), &issuer, writer("bo@exempel.se", "Bo"), now).await.expect("invites");
    let second = invite(db, &by(), &issuer, writer("bo@exempel.se", "Bo"), now).await.expect("finds it");
    assert!(second.path == first.path && !second.is_new);
    assert_eq!(site.count("select count(*) from audit_log").await, 1);
    // Another invitation to the same address is none.
    for (name, role) in [("Bosse", "writer"), ("Bo", "editor")] {
        let other = Invitation { email: "bo@exempel.se", name, role };
        assert_eq!(invite(db, &by(), &issuer, other, now).await, Err(StaffAccountError::Taken));
    }
    let token = first.path.rsplit('/').next().expect("a token");
    password_link::choose(&site.state, token, PASSWORD).await.expect("chooses");
    let used = invite(db, &by(), &issuer, writer("bo@exempel.se", "Bo"), now).await;
    assert_eq!(used, Err(StaffAccountError::Taken), "the link is used up");
}

#[tokio::test]
async fn a_renewal_that_is_sent_twice_makes_one_link_and_a_new_wish_another() {
    let site = TestSite::new().await;
    let (db, now, issuer) = (&site.state.db, site.now(), LinkIssuer::new());
    site.add_staff("bo@exempel.se", Role::Writer).await;
    let bo = id_of(&site, "bo@exempel.se").await;
    let listed = async || {
        let link = list(db).await.expect("lists")[0].link_expires_at;
        Some(link.unwrap_or(UnixMillis(0)))
    };
    let before = listed().await;
    let first = renew_link(db, &by(), &issuer, bo, before, now).await.expect("renews");
    let second = renew_link(db, &by(), &issuer, bo, before, now).await.expect("finds it");
    assert!(first.is_new && !second.is_new && first.path == second.path);
    assert_eq!(site.count("select count(*) from audit_log where action = 'link_renewed'").await, 1);

    let third = renew_link(db, &by(), &issuer, bo, listed().await, now).await.expect("renews");
    assert!(third.is_new && third.path != first.path, "even at the same instant");
    assert!(!opens(&site, &first.path).await && opens(&site, &third.path).await);

    // The link of another session is not this one's to find.
    let other = renew_link(db, &by(), &LinkIssuer::new(), bo, before, now).await.expect("renews");
    assert!(other.is_new && other.path != third.path);
    assert_eq!(issuer.show(&site.state, third.link).await, Ok(None), "it was replaced");
}

#[tokio::test]
async fn only_the_session_that_made_a_link_can_show_it() {
    let site = TestSite::new().await;
    let (db, issuer) = (&site.state.db, LinkIssuer::new());
    let link = invite(db, &by(), &issuer, writer("bo@exempel.se", "Bo"), site.now()).await.expect("invites");
    let shown = issuer.show(&site.state, link.link).await.expect("reads");
    assert_eq!(shown, Some(("Bo".to_owned(), link.path.clone())));
    assert_eq!(LinkIssuer::new().show(&site.state, link.link).await, Ok(None));
    site.advance(password_link::LIFETIME);
    assert_eq!(issuer.show(&site.state, link.link).await, Ok(None), "it has expired");
}

#[tokio::test]
async fn the_last_admin_stays_one() {
    let site = TestSite::new().await;
    let db = &site.state.db;
    let anna = admin(&site, "anna@exempel.se").await;
    let refused = Err(StaffAccountError::LastAdmin);
    // Neither a closed account nor one without a password could manage the site.
    let closed = admin(&site, "bo@exempel.se").await;
    close(db, &by(), closed, site.now()).await.expect("closes");
    let cia = Invitation { email: "cia@exempel.se", name: "Cia", role: "admin" };
    invite(db, &by(), &LinkIssuer::new(), cia, site.now()).await.expect("invites");
    assert_eq!(close(db, &by(), anna, site.now()).await, refused);
    assert_eq!(change_role(db, &by(), anna, "editor", site.now()).await, refused);
    assert!(change_role(db, &by(), anna, "admin", site.now()).await.is_ok());
    // A closed account is out already.
    assert!(change_role(db, &by(), closed, "admin", site.now()).await.is_ok());

    reopen(db, &by(), closed, site.now()).await.expect("opens");
    assert!(change_role(db, &by(), anna, "editor", site.now()).await.is_ok());
    assert_eq!(close(db, &by(), closed, site.now()).await, refused, "now that one is the last");
    assert!(close(db, &by(), anna, site.now()).await.is_ok());
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
    assert!(one.is_ok() ^ other.is_ok());
}

#[tokio::test]
async fn a_closed_account_is_out_and_comes_back_with_its_password() {
    let site = TestSite::new().await;
    let (db, issuer) = (&site.state.db, LinkIssuer::new());
    let session = site.logged_in("anna@exempel.se").await;
    let anna = id_of(&site, "anna@exempel.se").await;
    renew(&site, &issuer, anna).await.expect("a link");
    assert!(session::of_token(&site.state, &session).await.expect("reads").is_some(), "a link ends nothing");
    close(db, &by(), anna, site.now()).await.expect("closes");
    assert!(session::of_token(&site.state, &session).await.expect("reads").is_none());
    assert_eq!(site.count("select count(*) from password_links").await, 0);
    assert_eq!(renew(&site, &issuer, anna).await, Err(StaffAccountError::Closed));
    assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_err());
    reopen(db, &by(), anna, site.now()).await.expect("opens");
    site.advance(1000);
    assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn an_account_that_is_not_there_cannot_be_changed() {
    let site = TestSite::new().await;
    let (db, unknown) = (&site.state.db, Err(StaffAccountError::Unknown));
    assert_eq!(close(db, &by(), StaffId(7), site.now()).await, unknown);
    assert_eq!(reopen(db, &by(), StaffId(7), site.now()).await, unknown);
    assert_eq!(change_role(db, &by(), StaffId(7), "admin", site.now()).await, unknown);
    assert_eq!(renew(&site, &LinkIssuer::new(), StaffId(7)).await, Err(StaffAccountError::Unknown));
}

#[tokio::test]
async fn last_seen_outlives_the_session() {
    let site = TestSite::new().await;
    let token = site.logged_in("anna@exempel.se").await;
    site.advance(120_000);
    session::of_token(&site.state, &token).await.expect("reads");
    session::end(&site.state, &token).await.expect("ends");
    assert_eq!(list(&site.state.db).await.expect("lists")[0].last_seen_at, Some(site.now()));
}

#[tokio::test]
async fn every_change_is_in_the_audit_log_and_no_refusal() {
    let site = TestSite::new().await;
    let (db, now, issuer) = (&site.state.db, site.now(), LinkIssuer::new());
    admin(&site, "anna@exempel.se").await;
    let bo =
        invite(db, &by(), &issuer, writer("bo@exempel.se", " Bo "), now).await.expect("invites").account.id;
    renew(&site, &issuer, bo).await.expect("renews");
    change_role(db, &by(), bo, "editor", now).await.expect("changes");
    close(db, &by(), bo, now).await.expect("closes");
    reopen(db, &by(), bo, now).await.expect("opens");
    assert!(invite(db, &by(), &issuer, writer("bo@exempel.se", "Bo"), now).await.is_err());
    assert!(close(db, &by(), StaffId(4711), now).await.is_err());
    let entries = entries(db.reader(), AuditFilter::default(), 50, 0).await.expect("reads");
    let actions: Vec<_> = entries.iter().rev().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["invited", "link_renewed", "role_changed", "account_closed", "account_opened"]);
    assert!(entries.iter().all(|entry| entry.staff_name == "Eva" && entry.about == "Bo"));
}

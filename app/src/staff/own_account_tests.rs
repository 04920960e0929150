use super::super::session;
use super::super::testing::{PASSWORD, TestSite};
use super::*;

const NEW: &str = "tre blåa grytor";

/// Logs in with a new session.
async fn own(site: &TestSite, email: &str) -> OwnAccount {
    let token = site.logged_in(email).await;
    let staff = session::of_token(&site.state, &token).await.expect("reads").expect("alive");
    OwnAccount { staff, token: Some(token), network: Network::UNKNOWN }
}

async fn count(site: &TestSite, own: &OwnAccount) -> usize {
    own.sessions(&site.state).await.expect("reads").len()
}

#[tokio::test]
async fn sessions_are_listed_and_end_one_by_one_or_all_the_others() {
    let site = TestSite::new().await;
    let old = own(&site, "anna@exempel.se").await;
    site.advance(60_000);
    let (middle, here) = (own(&site, "anna@exempel.se").await, own(&site, "anna@exempel.se").await);
    let listed = here.sessions(&site.state).await.expect("reads");
    assert_eq!(listed.len(), 3);
    assert_eq!(listed.iter().filter(|session| session.is_current).count(), 1);
    assert!(listed.is_sorted_by(|one, next| one.last_seen_at >= next.last_seen_at));
    let oldest = listed.last().expect("three");
    assert!(here.end_session(&site.state, &oldest.id).await.expect("answers"));
    assert!(!here.end_session(&site.state, &oldest.id).await.expect("answers"), "it was over");
    assert_eq!(count(&site, &here).await, 2);
    here.end_other_sessions(&site.state).await.expect("ends");
    let left = here.sessions(&site.state).await.expect("reads");
    assert!(left.len() == 1 && left[0].is_current);
    for over in [old, middle] {
        let token = over.token.expect("a token");
        assert!(session::of_token(&site.state, &token).await.expect("reads").is_none());
    }
}

#[tokio::test]
async fn nobody_ends_anothers_session() {
    let site = TestSite::new().await;
    let (anna, bo) = (own(&site, "anna@exempel.se").await, own(&site, "bo@exempel.se").await);
    let bos = bo.sessions(&site.state).await.expect("reads");
    assert_eq!(bos.len(), 1, "each sees the own ones");
    assert!(!anna.end_session(&site.state, &bos[0].id).await.expect("answers"));
    anna.end_other_sessions(&site.state).await.expect("ends");
    assert_eq!((count(&site, &anna).await, count(&site, &bo).await), (1, 1));
}

#[tokio::test]
async fn a_session_that_ran_out_is_not_listed() {
    let site = TestSite::new().await;
    let anna = own(&site, "anna@exempel.se").await;
    site.advance(8 * 60 * 60_000);
    assert_eq!(count(&site, &anna).await, 0);
}

#[tokio::test]
async fn a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let site = TestSite::new().await;
    let (other, here) = (own(&site, "anna@exempel.se").await, own(&site, "anna@exempel.se").await);
    let change = |old: &'static str, new: &'static str| here.change_password(&site.state, old, new);
    for wrong in ["", "fel fel fel fel"] {
        assert_eq!(change(wrong, NEW).await, Err(PasswordChangeError::Old));
    }
    for (new, error) in [("kort", PasswordError::TooShort), ("lösenord1234", PasswordError::Common)] {
        assert_eq!(change(PASSWORD, new).await, Err(PasswordChangeError::New(error)));
    }
    assert_eq!(count(&site, &here).await, 2);
    assert_eq!(change(PASSWORD, NEW).await, Ok(()));
    assert_eq!(count(&site, &here).await, 1);
    assert!(session::of_token(&site.state, &other.token.expect("a token")).await.expect("reads").is_none());
    assert!(site.log_in("anna@exempel.se", PASSWORD).await.is_err());
    assert!(site.log_in("anna@exempel.se", NEW).await.is_ok());
}

#[tokio::test]
async fn the_old_password_cannot_be_guessed_any_faster_than_at_the_log_in() {
    let site = TestSite::new().await;
    let here = own(&site, "anna@exempel.se").await;
    for _ in 0..3 {
        let wrong = here.change_password(&site.state, "fel fel fel fel", NEW).await;
        assert_eq!(wrong, Err(PasswordChangeError::Old));
    }
    let wait = here.change_password(&site.state, PASSWORD, NEW).await;
    assert_eq!(wait, Err(PasswordChangeError::Wait { seconds: 1 }));
    site.advance(1000);
    assert_eq!(here.change_password(&site.state, PASSWORD, NEW).await, Ok(()));
}

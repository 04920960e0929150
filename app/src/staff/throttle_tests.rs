use proptest::prelude::*;

use super::super::Role;
use super::super::testing::TestSite;
use super::*;

fn wait(failures: i64, elapsed: i64) -> Option<u32> {
    Failures { failures, last_at: UnixMillis(1_000_000) }.wait(FREE, UnixMillis(1_000_000 + elapsed))
}

#[test]
fn the_delay_doubles_from_the_third_failure_and_stops_growing() {
    assert_eq!((wait(1, 0), wait(2, 0)), (None, None));
    assert_eq!([3, 4, 5, 6].map(|failures| wait(failures, 0)), [Some(1), Some(2), Some(4), Some(8)]);
    assert_eq!(
        [10, 11, 12, 500].map(|failures| wait(failures, 0)),
        [Some(128), Some(256), Some(480), Some(480)]
    );
}

#[test]
fn a_clock_set_back_keeps_nobody_out() {
    assert_eq!(wait(500, -1), None);
}

proptest! {
    #[test]
    fn a_wait_ends_when_it_promised(failures in 0_i64..2000, elapsed in 0_i64..800_000) {
        if let Some(seconds) = wait(failures, elapsed) {
            prop_assert!(seconds <= 480);
            prop_assert_eq!(wait(failures, elapsed + i64::from(seconds) * SECOND), None);
            prop_assert!(wait(failures, elapsed + i64::from(seconds - 1) * SECOND).is_some());
        }
    }
}

async fn count_try(site: &TestSite, email: &str, network: Network) -> Option<u32> {
    let email = Email::parse(email).expect("plausible");
    count(&site.state.db, &email, network, site.now()).await.expect("counts")
}

#[tokio::test]
async fn tries_are_counted_until_they_have_to_wait_and_are_forgotten_after_an_hour() {
    let site = TestSite::new().await;
    let try_one = || count_try(&site, "nobody@exempel.se", Network::UNKNOWN);
    for _ in 0..3 {
        assert_eq!(try_one().await, None);
    }
    assert_eq!(try_one().await, Some(1));
    site.advance(1000);
    assert_eq!(try_one().await, None);
    assert_eq!(try_one().await, Some(2));
    site.advance(MEMORY);
    for _ in 0..3 {
        assert_eq!(try_one().await, None);
    }
}

#[tokio::test]
async fn a_network_that_tries_account_after_account_has_to_wait() {
    let site = TestSite::new().await;
    let (guesser, other) = (Network::at("192.0.2.1"), Network::at("192.0.2.2"));
    for number in 0..=FREE_TOGETHER {
        assert_eq!(count_try(&site, &format!("a{number}@exempel.se"), guesser).await, None);
    }
    assert_eq!(count_try(&site, "anna@exempel.se", guesser).await, Some(1));
    assert_eq!(count_try(&site, "anna@exempel.se", other).await, None);
    // Where nobody knows who comes from where, nobody waits for others.
    for number in 0..30 {
        assert_eq!(count_try(&site, &format!("b{number}@exempel.se"), Network::UNKNOWN).await, None);
    }
}

#[tokio::test]
async fn an_account_that_many_networks_try_waits_but_not_for_its_owner() {
    let site = TestSite::new().await;
    let home = Network::at("192.0.2.1");
    site.logged_in_from("anna@exempel.se", Role::Editor, home).await;
    for number in 0..=FREE_ANYWHERE {
        let network = Network::at(&format!("198.51.100.{number}"));
        assert_eq!(count_try(&site, "anna@exempel.se", network).await, None);
    }
    assert_eq!(count_try(&site, "anna@exempel.se", Network::at("203.0.113.1")).await, Some(1));
    assert_eq!(count_try(&site, "anna@exempel.se", home).await, None, "the owner, at home");
    assert_eq!(count_try(&site, "bo@exempel.se", Network::at("203.0.113.1")).await, None, "another account");
    // Long away from home, the owner is a stranger there.
    site.advance(NETWORK_MEMORY);
    for number in 0..=FREE_ANYWHERE {
        count_try(&site, "anna@exempel.se", Network::at(&format!("198.51.100.{number}"))).await;
    }
    assert_eq!(count_try(&site, "anna@exempel.se", home).await, Some(1));
}

/// Guesses whenever a guess would be looked at, for an hour, and returns how many were.
async fn guesses_in_an_hour(site: &TestSite, mut network: impl FnMut(usize) -> Network) -> usize {
    let (end, mut guesses) = (site.now() + HOUR, 0);
    while site.now() < end {
        match count_try(site, "anna@exempel.se", network(guesses)).await {
            None => guesses += 1,
            Some(seconds) => site.advance(i64::from(seconds) * SECOND),
        }
    }
    guesses
}

#[tokio::test]
async fn nobody_gets_more_than_twenty_guesses_at_an_account_in_an_hour() {
    let anywhere = |number: usize| Network::at(&format!("198.51.{}.{}", number / 200, number % 200));
    let site = TestSite::new().await;
    assert_eq!(guesses_in_an_hour(&site, anywhere).await, 20, "from any number of networks, the first hour");
    assert!(guesses_in_an_hour(&site, anywhere).await <= 8, "the next hour");
    let site = TestSite::new().await;
    assert!(guesses_in_an_hour(&site, |_| Network::at("192.0.2.1")).await <= 20, "from one network");
    let site = TestSite::new().await;
    let home = Network::at("192.0.2.2");
    site.logged_in_from("anna@exempel.se", Role::Editor, home).await;
    assert!(guesses_in_an_hour(&site, |_| home).await <= 20, "from where the owner has been");
}

#[tokio::test]
async fn the_owners_log_in_forgives_no_guesser() {
    let site = TestSite::new().await;
    let (home, guesser) = (Network::at("192.0.2.1"), Network::at("198.51.100.1"));
    for _ in 0..3 {
        assert_eq!(count_try(&site, "anna@exempel.se", guesser).await, None);
    }
    assert_eq!(count_try(&site, "anna@exempel.se", guesser).await, Some(1));
    site.logged_in_from("anna@exempel.se", Role::Editor, home).await;
    assert_eq!(count_try(&site, "anna@exempel.se", guesser).await, Some(1));
}

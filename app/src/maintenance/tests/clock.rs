//! By which clock things are deleted, and that the task goes on.

use super::*;

#[tokio::test]
async fn nothing_goes_by_a_moved_clock() {
    let site = site().await;
    trashed_post(&site).await;
    let unused = trashed_picture(&site).await;
    run_once(&site.state).await;
    let record = "select last_run_at + trusted_from from maintenance";
    let before = site.count(record).await;
    let mut moved = site.state.clone();
    moved.clock = Clock::moved(site.state.clock.now() + jiff::SignedDuration::from_hours(24 * 365));
    run_once(&moved).await;
    assert_eq!((posts(&site).await, site.count(record).await), (1, before));
    assert!(is_there(&site, unused).await);
}

#[tokio::test]
async fn nothing_goes_before_a_clock_that_jumped_has_gone_on_for_a_day() {
    let site = site().await;
    trashed_post(&site).await;
    let unused = trashed_picture(&site).await;
    run_once(&site.state).await;
    // The machine starts with its clock a year ahead, and somebody sets it right.
    for jump in [365 * DAY, -365 * DAY + HOUR] {
        site.advance(jump);
        for _ in 0..23 {
            site.advance(HOUR);
            run_once(&site.state).await;
        }
        assert_eq!(posts(&site).await, 1);
        assert!(is_there(&site, unused).await);
    }
    // Or the server was off for two months: a day later it goes on.
    site.advance(60 * DAY);
    run_once(&site.state).await;
    assert_eq!(posts(&site).await, 1);
    pass_days(&site, 1).await;
    assert_eq!(posts(&site).await, 0);
    assert!(!is_there(&site, unused).await);
}

#[tokio::test]
async fn a_run_that_fails_does_not_end_the_task() {
    let site = site().await;
    let unused = trashed_picture(&site).await;
    pass_days(&site, 29).await;
    trashed_post(&site).await;
    execute(&site, "update posts set trashed_at = 1; alter table audit_log rename to away").await;
    site.advance(DAY);
    let task = tokio::spawn(run(site.state.clone(), Duration::from_millis(20)));
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    while has_files(&site, unused) {
        assert!(std::time::Instant::now() < deadline, "a step that fails stops no other");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(posts(&site).await, 1, "without the audit log nothing is deleted");
    execute(&site, "alter table away rename to audit_log").await;
    while posts(&site).await > 0 {
        assert!(std::time::Instant::now() < deadline, "the next run tries again");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    task.abort();
}

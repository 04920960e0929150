use super::*;
use crate::audit_log::{AuditAction, AuditFilter, entries};
use crate::ids::MoveInId;
use crate::import::{Progress, Report};
use crate::staff::testing::TestSite;
use crate::staff::{Role, Staff, StaffId};
use crate::time::DAY;

fn anna() -> Staff {
    Staff { id: StaffId(1), email: String::new(), name: "Anna".into(), role: Role::Admin }
}

/// Receives a file, as the server does.
async fn receive(site: &TestSite) -> MoveInId {
    let id = begin_receiving(&site.state, None).await.unwrap().unwrap();
    std::fs::create_dir_all(folder(&site.state, id)).unwrap();
    received(&site.state, id, Some("export.xml"), None).await.unwrap();
    id
}

async fn begin(site: &TestSite, id: MoveInId, kind: RunKind) -> Option<(MoveIn, Progress)> {
    begin_run(&site.state, id, kind, None).await.unwrap()
}

async fn end(site: &TestSite, run: &MoveIn, is_dry_run: bool) {
    let report = Ok(Report { is_dry_run, ..Report::default() });
    end_run(&site.state, run, (&anna()).into(), &report).await.unwrap();
}

async fn state(site: &TestSite, id: MoveInId) -> Option<MoveInState> {
    find(site.state.db.reader(), id).await.unwrap().map(|found| found.state)
}

#[tokio::test]
async fn nothing_is_imported_that_no_dry_run_has_shown_and_one_at_a_time() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Admin).await;
    let id = receive(&site).await;
    assert!(begin_receiving(&site.state, None).await.unwrap().is_none(), "one at a time");
    assert!(begin(&site, id, RunKind::Import).await.is_none(), "no dry run yet");
    let (dry, _) = begin(&site, id, RunKind::DryRun).await.unwrap();
    assert!(begin(&site, id, RunKind::DryRun).await.is_none(), "it runs already");
    assert!(begin_receiving(&site.state, Some(id)).await.unwrap().is_none(), "its files are being read");
    end(&site, &dry, true).await;
    assert_eq!(state(&site, id).await, Some(MoveInState::Tried));
    let (run, _) = begin(&site, id, RunKind::Import).await.unwrap();
    end(&site, &run, false).await;
    assert_eq!(state(&site, id).await, Some(MoveInState::Ended));
    assert!(!folder(&site.state, id).exists(), "its files have gone");
    let filter = AuditFilter { action: Some(AuditAction::MovedIn), ..AuditFilter::default() };
    let told = entries(site.state.db.reader(), filter, 9, 0).await.unwrap();
    assert_eq!((&*told[0].staff_name, &*told[0].about), ("Anna", "export.xml (0 nya, 0 ändrade)"));
}

#[tokio::test]
async fn a_stopped_run_leaves_the_files_and_says_so() {
    let site = TestSite::new().await;
    let id = receive(&site).await;
    let (dry, _) = begin(&site, id, RunKind::DryRun).await.unwrap();
    site.state.extensions.get::<Running>().progress(id).unwrap().stop();
    end(&site, &dry, true).await;
    let found = find(site.state.db.reader(), id).await.unwrap().unwrap();
    assert_eq!(
        (found.state, &*found.failure),
        (MoveInState::Failed, "Provkörningen stoppades. Inget har ändrats.")
    );
    assert!(folder(&site.state, id).exists() && found.report.is_none());
}

#[tokio::test]
async fn a_restart_ends_a_run_with_a_sentence_and_what_half_came() {
    let site = TestSite::new().await;
    let id = receive(&site).await;
    begin(&site, id, RunKind::DryRun).await.unwrap();
    end_interrupted(&site.state).await.unwrap();
    let found = find(site.state.db.reader(), id).await.unwrap().unwrap();
    assert_eq!(found.state, MoveInState::Failed);
    assert!(found.failure.contains("Provkörningen hann inte bli klar"), "{}", found.failure);
    assert!(begin(&site, id, RunKind::DryRun).await.is_some(), "it can be run again");
    std::fs::remove_dir_all(folder(&site.state, id)).unwrap();
    end_interrupted(&site.state).await.unwrap();
    assert_eq!(state(&site, id).await, None, "without its files it is nothing");
    let half = begin_receiving(&site.state, None).await.unwrap().unwrap();
    std::fs::create_dir_all(folder(&site.state, half)).unwrap();
    end_interrupted(&site.state).await.unwrap();
    assert!(state(&site, half).await.is_none() && !folder(&site.state, half).exists());
}

#[tokio::test]
async fn files_that_do_not_come_leave_what_there_was() {
    let site = TestSite::new().await;
    let id = receive(&site).await;
    let (dry, _) = begin(&site, id, RunKind::DryRun).await.unwrap();
    end(&site, &dry, true).await;
    assert_eq!(begin_receiving(&site.state, Some(id)).await.unwrap(), Some(id));
    cancel_receiving(&site.state, id).await.unwrap();
    assert_eq!(state(&site, id).await, Some(MoveInState::Tried));
    assert!(folder(&site.state, id).exists());
}

#[tokio::test]
async fn what_is_left_goes_after_a_day_and_the_last_reports_stay() {
    let site = TestSite::new().await;
    site.add_staff("anna@exempel.se", Role::Admin).await;
    let id = receive(&site).await;
    site.advance(DAY);
    delete_abandoned(&site.state).await.unwrap();
    assert!(state(&site, id).await.is_some());
    site.advance(1);
    delete_abandoned(&site.state).await.unwrap();
    assert!(state(&site, id).await.is_none() && !folder(&site.state, id).exists());
    for _ in 0..7 {
        let id = receive(&site).await;
        let (dry, _) = begin(&site, id, RunKind::DryRun).await.unwrap();
        end(&site, &dry, true).await;
        let (run, _) = begin(&site, id, RunKind::Import).await.unwrap();
        end(&site, &run, false).await;
        site.advance(1);
    }
    assert_eq!(ended(site.state.db.reader()).await.unwrap().len(), 5);
    assert!(open(site.state.db.reader()).await.unwrap().is_none());
}

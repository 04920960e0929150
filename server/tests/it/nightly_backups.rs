//! Backups that the server makes by itself: when, which stay, and who learns that they fail.

use std::fs;
use std::path::Path;
use std::time::Duration;

use app::backups::{BackupStatus, status};
use app::mail::Mail;
use app::staff::Role;
use app::time::Clock;
use server::backup::nightly::Nightly;
use server::backup::restore_into;
use tempfile::TempDir;

use crate::backup::{AT, data_of};
use crate::browser::{Browser, PASSWORD, add};
use crate::mail_server::{Behaviour, TestMailServer};
use crate::test_app::{TestApp, instant};

struct Nights {
    app: TestApp,
    nightly: Nightly,
    folder: TempDir,
}

impl Nights {
    async fn new(mail: Mail) -> Self {
        let app = TestApp::with_mail(AT, mail).await;
        let folder = tempfile::tempdir().unwrap();
        let nightly = Nightly { data: data_of(&app), folder: folder.path().to_owned() };
        Self { app, nightly, folder }
    }

    /// Lets the task look at an instant.
    async fn at(&self, at: &str) {
        self.app.set_clock(at);
        self.nightly.run_once(&self.app.state, &mut None).await.unwrap();
    }

    async fn status(&self) -> BackupStatus {
        status(self.app.state.db.reader()).await.unwrap()
    }

    fn files(&self) -> Vec<String> {
        names(self.folder.path())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn one_is_made_each_night_and_by_day_when_the_server_was_off() {
    let nights = Nights::new(Mail::default()).await;
    for (at, count) in [
        ("2026-12-07T08:00+01:00", 1),
        ("2026-12-07T23:00+01:00", 1),
        ("2026-12-08T03:29+01:00", 1),
        ("2026-12-08T03:31+01:00", 2),
        ("2026-12-08T03:36+01:00", 2),
        ("2026-12-11T14:00+01:00", 3),
        ("2026-12-12T03:30+01:00", 4),
    ] {
        nights.at(at).await;
        assert_eq!(nights.files().len(), count, "{at}");
    }
    assert_eq!(nights.files()[1], "guldkorn-2026-12-08-0331.zip");
    let restored = nights.folder.path().join("ny");
    restore_into(&restored, &nights.folder.path().join("guldkorn-2026-12-11-1400.zip")).await.unwrap();
}

#[tokio::test]
async fn one_that_was_made_when_the_server_was_killed_is_no_failure() {
    let nights = Nights::new(Mail::default()).await;
    let name = "guldkorn-2026-12-07-0800.zip";
    fs::write(nights.folder.path().join(name), "klar").unwrap();
    nights.at("2026-12-07T08:00+01:00").await;
    assert_eq!(nights.status().await, BackupStatus::default(), "nobody is told that it failed");
    nights.at("2026-12-07T08:05+01:00").await;
    assert_eq!(nights.files(), ["guldkorn-2026-12-07-0805.zip"], "the newest of the day");
}

#[tokio::test]
async fn old_ones_go_and_files_of_others_stay() {
    let nights = Nights::new(Mail::default()).await;
    for day in 1..=30 {
        fs::write(nights.folder.path().join(format!("guldkorn-2026-11-{day:02}-0330.zip")), "gammal")
            .unwrap();
    }
    let others = ["guldkorn-2026-11-02.zip", "min-kopia.zip", ".annan.zip.1.zip.del"];
    for name in others {
        fs::write(nights.folder.path().join(name), "någon annans").unwrap();
    }
    // A server that was stopped at night.
    fs::write(nights.folder.path().join(".guldkorn-2026-11-30-0330.zip.1.zip.del"), "halv").unwrap();
    nights.at("2026-12-01T03:30+01:00").await;
    let left: Vec<_> = nights.files().into_iter().filter(|name| !others.contains(&name.as_str())).collect();
    let days: Vec<_> = left.iter().map(|name| &name[14..19]).collect();
    assert_eq!(days, ["11-15", "11-22", "11-25", "11-26", "11-27", "11-28", "11-29", "11-30", "12-01"]);
    assert_eq!(nights.files().len(), left.len() + others.len());
}

/// The clock has passed the end of a session.
async fn log_in_again(browser: &mut Browser<'_>, name: &str) {
    assert!(browser.log_in(&format!("{name}@exempel.se"), PASSWORD).await);
}

#[tokio::test]
async fn a_failure_is_told_once_by_letter_and_shown_until_one_succeeds() {
    let mut server = TestMailServer::start(Behaviour::Accepts).await;
    let nights = Nights::new(server.mail.clone()).await;
    let mut anna = Browser::of(&nights.app, "Anna", Role::Admin).await;
    let mut bo = Browser::of(&nights.app, "Bo", Role::Editor).await;
    add(&nights.app, "cia@exempel.se", "Cia", Role::Admin).await;
    let step = "[data-step=backup]";
    assert_eq!(anna.see("/admin/borja").await.attributes(step, "data-state"), ["left"]);
    nights.at("2026-12-07T08:01+01:00").await;
    let page = anna.see("/admin/borja").await;
    assert_eq!(page.attributes(step, "data-state"), ["done"]);
    assert_eq!(page.texts("[data-step=backup] .fact"), ["Den senaste gjordes 7\u{a0}december 2026."]);
    assert!(page.texts("[data-step=backup] form").is_empty(), "there is nothing to answer");

    let gone = nights.folder.path().with_extension("borta");
    fs::rename(nights.folder.path(), &gone).unwrap();
    for at in ["2026-12-08T03:30+01:00", "2026-12-08T04:30+01:00", "2026-12-09T03:30+01:00"] {
        nights.at(at).await;
    }
    for to in ["anna", "cia"] {
        let letter = server.next().await;
        assert_eq!(letter.to, [format!("RCPT TO:<{to}@exempel.se>")]);
        let words = letter.text();
        assert!(words.contains("kan inte skrivas") && words.contains("/admin"), "{words}");
    }
    assert!(server.is_quiet().await, "once, to admins");
    log_in_again(&mut anna, "anna").await;
    log_in_again(&mut bo, "bo").await;
    let page = anna.see("/admin").await;
    assert!(page.says("Säkerhetskopian misslyckades"), "{:?}", page.texts(".notice"));
    assert!(page.says("i går") && page.says("kan inte skrivas"), "{:?}", page.texts(".notice"));
    assert!(!bo.see("/admin").await.says("Säkerhetskopian"));
    let facts = anna.see("/admin/borja").await.texts("[data-step=backup] .fact");
    assert_eq!(facts.last().map(String::as_str), Some("Sedan dess har det misslyckats."));

    fs::rename(&gone, nights.folder.path()).unwrap();
    nights.at("2026-12-09T03:45+01:00").await;
    assert_eq!(nights.status().await.failing_since, None);
    assert!(!anna.see("/admin").await.says("Säkerhetskopian"));
    assert!(server.is_quiet().await);
}

#[tokio::test]
async fn a_failure_is_tried_again_after_an_hour() {
    let nights = Nights::new(Mail::default()).await;
    let nightly = Nightly { folder: nights.folder.path().join("nej"), ..nights.nightly.clone() };
    let mut tried_at = None;
    for (at, minute) in [("08:00", 0), ("08:05", 0), ("08:59", 0), ("09:00", 60), ("09:30", 60)] {
        nights.app.set_clock(&format!("2026-12-07T{at}+01:00"));
        nightly.run_once(&nights.app.state, &mut tried_at).await.unwrap();
        let first = instant(AT).as_millisecond();
        assert_eq!(tried_at.map(|tried| (tried.0 - first) / 60_000), Some(minute), "{at}");
    }
}

#[tokio::test]
async fn a_moved_clock_makes_none() {
    let nights = Nights::new(Mail::default()).await;
    let mut state = nights.app.state.clone();
    state.clock = Clock::moved(instant(AT));
    let run = tokio::time::timeout(Duration::from_secs(5), nights.nightly.clone().run(state));
    run.await.expect("it ends at once");
    assert_eq!((nights.files().len(), nights.status().await), (0, BackupStatus::default()));
}

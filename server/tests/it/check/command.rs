//! Rights, running sites and the command.

use std::fs;
use std::path::Path;

use server::check::Check;

use super::{Stopped, assert_found, assert_repaired};
use crate::program::{Running, run};

#[cfg(unix)]
#[tokio::test]
async fn rights_of_others_are_found_and_taken_from_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let site = Stopped::demo().await;
    set(&site.data().join("guldkorn.db"), 0o644);
    set(&site.data().join("media"), 0o755);
    let report = site.check().await;
    assert_found(&report, Check::Permissions, &["644 i stället för 600", "755 i stället för 700", "2 fel."]);
    assert_repaired(&site).await;
    let mode = site.data().join("guldkorn.db").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    set(&site.data(), 0o777);
    assert_found(&site.repair().await, Check::Permissions, &["får byta ut filer", "chmod o-w"]);
    set(&site.data(), 0o755);
    assert!(site.check().await.is_clean(), "a folder that others may look into is its owner's business");
    // Only the system's owner can give a file away, as one who runs a command with sudo does by accident.
    if std::os::unix::fs::chown(site.data().join("media"), Some(65534), None).is_ok() {
        assert_found(&site.check().await, Check::Permissions, &["tillhör ett annat konto", "chown -R"]);
    }
}

#[tokio::test]
async fn a_running_site_is_checked_and_only_its_files_are_mended() {
    let folder = tempfile::tempdir().unwrap();
    let site = Stopped { folder };
    let running = Running::start(site.folder.path(), &["--demo", "--at", "2026-12-07T08:00"]);
    assert_eq!(site.check().await.lines(), ["Inga fel."]);
    let half_written = site.data().join("media/.0000000000000000000000000000000f.del");
    fs::create_dir(&half_written).unwrap();
    assert!(site.repair().await.is_clean() && half_written.exists(), "it may be under way");
    site.change(&["delete from title_words"]).await;
    let report = site.repair().await;
    assert_found(&report, Check::SearchIndex, &["Stäng webbplatsen och kör om med --repair."]);
    assert!(report.repaired.is_empty());
    drop(running);
    assert_repaired(&site).await;
    assert!(!half_written.exists());
}

#[tokio::test]
async fn the_command_prints_a_line_each_and_tells_by_its_exit_code() {
    let site = Stopped::demo().await;
    let data = site.data();
    let data = data.to_str().unwrap();
    let clean = run(&["check", "--data", data], "");
    assert_eq!((clean.status.code(), &*String::from_utf8_lossy(&clean.stdout)), (Some(0), "Inga fel.\n"));
    site.change(&["delete from title_words"]).await;
    let found = run(&["check", "--data", data], "");
    let text = String::from_utf8_lossy(&found.stdout).into_owned();
    assert_eq!((found.status.code(), text.lines().count()), (Some(1), 2), "{text}");
    assert!(text.ends_with("1 fel.\n"), "{text}");
    let json = run(&["check", "--data", data, "--report", "json"], "");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["count"], 1);
    assert_eq!(json["findings"][0]["check"], "search_index");
    let repaired = run(&["check", "--data", data, "--repair"], "");
    let text = String::from_utf8_lossy(&repaired.stdout).into_owned();
    assert_eq!(
        (repaired.status.code(), &*text),
        (Some(0), "Lagat: Sökregistret är byggt på nytt.\nInga fel.\n")
    );
    let nowhere = site.folder.path().join("nowhere");
    let missing = run(&["check", "--data", nowhere.to_str().unwrap()], "");
    let text = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert_eq!(missing.status.code(), Some(1));
    assert!(text.contains("finns ingen webbplats") && text.contains("--data") && !nowhere.exists(), "{text}");
}

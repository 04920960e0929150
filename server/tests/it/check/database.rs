//! Other versions of the database, and damaged ones.

use std::fs;

use server::check::Check;

use super::{Stopped, assert_found};

/// Size of SQLite's pages.
const PAGE: usize = 4096;

#[tokio::test]
async fn other_versions_of_the_database_are_named_and_left_alone() {
    for (step, words) in [
        (
            "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)",
            ["Databasen är äldre än programmet", "Starta webbplatsen"],
        ),
        (
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
          values (9999, 'from the future', 1, x'00', 0)",
            ["Databasen är nyare än programmet (steg 9999)", "nyare version av guldkorn"],
        ),
        ("drop table _sqlx_migrations", ["ingen databas från Guldkorn", "--data"]),
    ] {
        let site = Stopped::demo().await;
        site.change(&[step]).await;
        let before = fs::read(site.data().join("guldkorn.db")).unwrap();
        assert_found(&site.repair().await, Check::Database, &words);
        assert_eq!(fs::read(site.data().join("guldkorn.db")).unwrap(), before, "{step}");
    }
}

/// Flips bytes all over the file, one place at a time.
#[tokio::test]
async fn a_damaged_database_is_a_sentence_and_never_a_panic() {
    let site = Stopped::demo().await;
    let file = site.data().join("guldkorn.db");
    let whole = fs::read(&file).unwrap();
    let mut noticed = 0;
    let places = 24;
    for place in 0..places {
        let mut damaged = whole.clone();
        let from = whole.len() / places * place + place * 7;
        // Every other time the head of a page: a table that is empty has nothing else that is in use.
        let from = if place % 2 == 0 { from / PAGE * PAGE } else { from };
        for byte in damaged.iter_mut().skip(from).take(600) {
            *byte = !*byte;
        }
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(site.data().join(format!("guldkorn.db{suffix}")));
        }
        fs::write(&file, &damaged).unwrap();
        let report = site.repair().await;
        noticed += usize::from(!report.is_clean() || !report.repaired.is_empty());
        for line in report.lines() {
            assert!(!line.contains('\n') && line.ends_with(['.', ')']), "{line}");
        }
    }
    assert!(noticed >= places / 2, "{noticed} of {places}: what is in no use may be flipped unnoticed");
    for cut in [0, 10, 100, 4096, whole.len() / 2] {
        fs::write(&file, &whole[..cut]).unwrap();
        let lines = site.repair().await.lines();
        assert!(lines.len() > 1, "{cut}: {lines:?}");
    }
    fs::write(&file, "not a database, by a long way".repeat(500)).unwrap();
    assert_found(
        &site.check().await,
        Check::Database,
        &["är skadad", "guldkorn restore --data", "KOPIA.zip"],
    );
}

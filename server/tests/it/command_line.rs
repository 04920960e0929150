//! The error messages of the command line.

use std::net::TcpListener;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::program::{Running, guldkorn, run};
use crate::test_app::write_site;

struct Folders {
    folder: TempDir,
}

impl Folders {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_site(&folder.path().join("site"));
        Self { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn serve(&self, data: &str, more: &[&str]) -> Output {
        let (data, site) = (self.path(data), self.path("site"));
        let usual = ["serve", "--data", &data, "--site", &site];
        run(&[&usual[..], more].concat(), "")
    }

    fn staff(&self, action: &[&str], input: &str) -> Output {
        let data = self.path("data");
        run(&[&["staff", "--data", &data], action].concat(), input)
    }
}

/// Asserts one sentence on standard error that contains these words.
fn assert_says(output: &Output, code: i32, words: &[&str]) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert_eq!(text.trim().lines().count(), 1, "one line: {text}");
    assert!(text.starts_with("guldkorn: "), "{text}");
    for word in words {
        assert!(text.contains(word), "{word:?} in {text}");
    }
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let output = Folders::new().serve("data", &["--addr", &addr]);
    assert_says(&output, 1, &[&addr, "är upptagen", "--addr"]);
}

#[test]
fn an_unusable_data_folder_is_named() {
    let folders = Folders::new();
    std::fs::write(folders.path("file"), "in the way").unwrap();
    for data in ["file", "file/data"] {
        assert_says(&folders.serve(data, &["--addr", "127.0.0.1:0"]), 1, &[data, "--data"]);
    }
}

#[test]
fn a_missing_or_unbuilt_site_is_named() {
    let folders = Folders::new();
    let (data, nowhere) = (folders.path("data"), folders.path("nowhere"));
    let output = run(&["serve", "--data", &data, "--site", &nowhere, "--addr", "127.0.0.1:0"], "");
    assert_says(&output, 1, &[&nowhere, "make build", "--site"]);
    std::fs::remove_file(folders.path("site/pkg/guldkorn.Ab3.wasm")).unwrap();
    assert_says(&folders.serve("data", &["--addr", "127.0.0.1:0"]), 1, &["guldkorn.*.wasm", "make build"]);
    assert!(!Path::new(&data).exists(), "nothing was made");
}

#[tokio::test]
async fn a_newer_database_is_left_alone() {
    let folders = Folders::new();
    std::fs::create_dir(folders.path("data")).unwrap();
    let db = app::db::Db::open(Path::new(&folders.path("data/guldkorn.db"))).await.unwrap();
    let mut change = db.write_quietly().await.unwrap();
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (9999, 'from the future', 1, x'00', 0)",
    )
    .execute(&mut *change)
    .await
    .unwrap();
    change.commit().await.unwrap();
    db.close().await;
    let words = ["databasen är nyare än programmet", "nyare version"];
    assert_says(&folders.serve("data", &["--addr", "127.0.0.1:0"]), 1, &words);
    assert_says(&folders.staff(&["list"], ""), 1, &words);
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let folders = Folders::new();
    std::fs::create_dir(folders.path("data")).unwrap();
    std::fs::write(folders.path("data/guldkorn.db"), "not a database, by a long way".repeat(50)).unwrap();
    assert_says(&folders.serve("data", &["--addr", "127.0.0.1:0"]), 1, &["guldkorn.db", "kan inte öppnas"]);
}

#[test]
fn invalid_options_are_usage_errors() {
    let folders = Folders::new();
    assert_says(&folders.serve("data", &["--at", "i morgon"]), 2, &["i morgon", "2026-12-07T08:00"]);
    assert_says(&folders.serve("data", &["--addr", "localhost"]), 2, &["localhost", "127.0.0.1:3000"]);
    for wrong in [&["serve", "--nej"][..], &["backup"], &["staff", "add"], &[]] {
        assert_eq!(run(wrong, "").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn mails_need_a_server_and_a_sender_and_no_message_repeats_the_password() {
    let folders = Folders::new();
    let (server, from) = ("smtps://mia:hemligt@post.exempel.se", "MIA <noreply@exempel.se>");
    for (wrong, words) in [
        (&["--smtp-url", server][..], ["GULDKORN_MAIL_FROM", "båda eller ingen"]),
        (&["--mail-from", from], ["GULDKORN_SMTP_URL", "båda eller ingen"]),
        (&["--smtp-url", "post.hemligt.se", "--mail-from", from], ["GULDKORN_SMTP_URL", "smtps://"]),
        (
            &["--smtp-url", "smtp://mia:hemligt@post.exempel.se", "--mail-from", from],
            ["okrypterat", "smtps://"],
        ),
        (&["--smtp-url", server, "--mail-from", "MIA"], ["MIA", "<noreply@exempel.se>"]),
    ] {
        let output = folders.serve("data", wrong);
        assert_says(&output, 2, &words);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("hemligt"));
    }
    let help = guldkorn(&["serve", "--help"]).env("GULDKORN_SMTP_URL", server).output().unwrap();
    assert!(out(&help).contains("GULDKORN_SMTP_URL") && !out(&help).contains("hemligt"));
}

#[test]
fn caches_need_addresses_and_webhooks_a_secret_that_no_message_repeats() {
    let folders = Folders::new();
    let hook = "https://exempel.se/hemligt";
    for (wrong, words) in [
        (&["--purge", "10.0.0.2:6081"][..], ["GULDKORN_PURGE", "http://10.0.0.2:6081/"]),
        (&["--purge", "http://mia:hemligt@10.0.0.2/"], ["GULDKORN_PURGE", "komma"]),
        (&["--purge-method", "GET"], ["GULDKORN_PURGE_METHOD", "PURGE eller BAN"]),
        (&["--webhook", hook], ["GULDKORN_WEBHOOK_SECRET", "16 tecken"]),
        (&["--webhook", hook, "--webhook-secret", "hemligt"], ["GULDKORN_WEBHOOK_SECRET", "16 tecken"]),
    ] {
        let output = folders.serve("data", wrong);
        assert_says(&output, 2, &words);
        assert!(!String::from_utf8_lossy(&output.stderr).contains("hemligt"));
    }
    let help = guldkorn(&["serve", "--help"]).env("GULDKORN_WEBHOOK_SECRET", "hemligt").output().unwrap();
    assert!(out(&help).contains("GULDKORN_WEBHOOK_SECRET") && !out(&help).contains("hemligt"));
}

#[test]
fn a_second_server_on_the_same_data_is_refused() {
    let folders = Folders::new();
    let _first = Running::start(folders.folder.path(), &[]);
    assert_says(&folders.serve("data", &["--addr", "127.0.0.1:0"]), 1, &["används redan", "--data"]);
}

#[test]
fn staff_get_a_link_or_a_password() {
    let folders = Folders::new();
    let anna = ["add", "--email", "Anna@exempel.se", "--name", "Anna", "--role", "editor"];
    let link = out(&folders.staff(&anna, ""));
    assert!(
        link.starts_with("http://127.0.0.1:3000/admin/losenord/") && link.trim().lines().count() == 1,
        "{link}"
    );
    assert_says(&folders.staff(&anna, ""), 1, &["anna@exempel.se", "har redan ett konto"]);

    let bo = ["add", "--email", "bo@exempel.se", "--name", "Bo", "--role", "admin", "--password-stdin"];
    assert_says(&folders.staff(&bo, "kort\n"), 1, &["tecken"]);
    assert_says(&folders.staff(&bo, ""), 2, &["standard in"]);
    assert!(out(&folders.staff(&bo, "ett långt lösenord\n")).contains("bo@exempel.se"));
    let list = out(&folders.staff(&["list"], ""));
    assert!(list.contains("anna@exempel.se\tAnna\teditor\tväntar på lösenord"), "{list}");
    assert!(list.contains("bo@exempel.se\tBo\tadmin\töppet"), "{list}");

    out(&folders.staff(&["disable", "bo@exempel.se"], ""));
    assert!(out(&folders.staff(&["list"], "")).contains("bo@exempel.se\tBo\tadmin\tstängt"));
    assert_ne!(out(&folders.staff(&["reset", "anna@exempel.se"], "")), link);
    assert_says(&folders.staff(&["reset", "ingen@exempel.se"], ""), 1, &["ingen@exempel.se"]);
}

#[test]
fn invalid_accounts_are_usage_errors() {
    let folders = Folders::new();
    let add = |email, name, role| ["add", "--email", email, "--name", name, "--role", role];
    assert_says(&folders.staff(&add("anna", "Anna", "editor"), ""), 2, &["e-postadress"]);
    assert_says(&folders.staff(&add("a@exempel.se", " ", "editor"), ""), 2, &["namnet"]);
    assert_eq!(folders.staff(&add("a@exempel.se", "Anna", "chef"), "").status.code(), Some(2));
}

#[test]
fn help_names_what_works() {
    let help = out(&run(&["--help"], ""));
    for works in [
        "serve",
        "staff",
        "backup",
        "restore",
        "export",
        "import",
        "check",
        "audit-leaks",
        "freeze",
        "--log-format",
    ] {
        assert!(help.contains(works), "{works}");
    }
}

//! `guldkorn backup` and `guldkorn restore` as somebody at a terminal meets them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{Running, guldkorn, run};
use crate::test_app::write_site;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn says(output: &Output, code: i32, words: &[&str]) {
    let error = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert!(error.starts_with("guldkorn: ") && error.trim().lines().count() == 1, "{error}");
    for word in words {
        assert!(error.contains(word), "{word:?} in {error}");
    }
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

#[test]
fn a_running_site_is_backed_up_and_restored_and_runs_again() {
    let parent = tempfile::tempdir().unwrap();
    let (old, new, file) =
        (parent.path().join("a"), parent.path().join("b"), path(parent.path(), "kopia.zip"));
    fs::create_dir(&old).unwrap();
    let running = Running::start(&old, &["--demo"]);
    let made = run(&["backup", "--data", &path(&old, "data"), &file], "");
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert!(
        text(&made.stdout).contains("Säkerhetskopian är gjord och kontrollerad"),
        "{}",
        text(&made.stdout)
    );
    drop(running);
    let data = path(&new, "data");
    let restored = run(&["restore", "--data", &data, &file], "");
    assert!(restored.status.success(), "{}", text(&restored.stderr));
    let words = text(&restored.stdout);
    for part in
        ["Webbplatsen ligger nu i", "texter", "logga in igen", &format!("guldkorn serve --data {data}")]
    {
        assert!(words.contains(part), "{part} in {words}");
    }
    says(
        &run(&["restore", "--data", &data, &file], ""),
        1,
        &["är inte tom", "--data", "Ingenting är ändrat"],
    );
    let again = Running::start(&new, &[]);
    assert_ne!(again.addr.port(), 0);
}

#[test]
fn refusals_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (path(folder.path(), "data"), path(folder.path(), "kopia.zip"));
    says(&run(&["backup", "--data", &data, &file], ""), 1, &["ingen webbplats", &data, "--data"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");
    says(&run(&["restore", "--data", &data, &file], ""), 1, &["zipfilen kan inte läsas"]);
    fs::write(&file, "ingen zip").unwrap();
    says(&run(&["restore", "--data", &data, &file], ""), 1, &["är ingen zipfil"]);
    assert!(!Path::new(&data).exists());
    write_site(&folder.path().join("site"));
    assert!(run(&["staff", "--data", &data, "list"], "").status.success());
    says(&run(&["backup", "--data", &data, &file], ""), 1, &["finns redan", &file]);
    let nowhere = path(folder.path(), "nej/kopia.zip");
    says(&run(&["backup", "--data", &data, &nowhere], ""), 1, &["kan inte skrivas", "kontrollera"]);
}

/// Runs the binary where no file may grow beyond a number of kilobytes, as on a disk that is nearly full.
fn run_on_small_disk(kilobytes: u32, arguments: &[&str]) -> Output {
    let program = guldkorn(&[]).get_program().to_str().unwrap().to_owned();
    // The signal would end the process; without it the write fails.
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", kilobytes * 2);
    Command::new("sh").args(["-c", &script, &program]).args(arguments).output().unwrap()
}

#[test]
fn a_full_disk_leaves_nothing_half() {
    let parent = tempfile::tempdir().unwrap();
    let data = path(parent.path(), "data");
    drop(Running::start(parent.path(), &["--demo"]));
    let out = parent.path().join("ut");
    fs::create_dir(&out).unwrap();
    let file = path(&out, "kopia.zip");
    // Too little for the copy of the database, and too little for the zip file alone.
    let database = fs::metadata(format!("{data}/guldkorn.db")).unwrap().len() / 1024;
    for kilobytes in [100, u32::try_from(database).unwrap() + 200] {
        let failed = run_on_small_disk(kilobytes, &["backup", "--data", &data, &file]);
        says(&failed, 1, &["disken har plats"]);
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0, "{kilobytes}");
    }
    assert!(run(&["backup", "--data", &data, &file], "").status.success());
    let new = path(parent.path(), "ny");
    let failed = run_on_small_disk(100, &["restore", "--data", &new, &file]);
    says(&failed, 1, &["disken har plats", "Ingenting är ändrat"]);
    assert!(!Path::new(&new).exists());
}

//! `guldkorn export` as somebody at a terminal meets it.

use std::fs;

use super::{manifest, unpacked};
use crate::program::{Running, run};

#[test]
fn a_running_site_is_exported_and_the_words_say_what_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, zip) = (path("data"), path("export.zip"));
    let running = Running::start(folder.path(), &["--demo"]);
    let made = run(&["export", "--data", &data, &zip], "");
    let words = String::from_utf8(made.stdout).unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let counts = manifest(&unpacked(zip.as_ref())).counts;
    for part in [
        format!("Exporten är klar och kontrollerad: {zip} ("),
        format!("Med är {} texter, {} etiketter, ", counts.posts, counts.tags),
        "Konton, lösenord, meddelanden och papperskorgen är inte med. LASMIG.txt".to_owned(),
    ] {
        assert!(words.contains(&part), "{part} in {words}");
    }
    drop(running);
    for (arguments, parts) in [
        (["export", "--data", &data, &zip], ["finns redan", &zip]),
        (["export", "--data", &path("nej"), &path("ny.zip")], ["ingen webbplats", "--data"]),
        (["export", "--data", &data, &path("nej/ny.zip")], ["kan inte skrivas", "kontrollera"]),
    ] {
        let refused = run(&arguments, "");
        let error = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{error}");
        assert!(error.starts_with("guldkorn: ") && error.trim().lines().count() == 1, "{error}");
        assert!(parts.iter().all(|part| error.contains(part)), "{error}");
    }
    assert_eq!(run(&["export", "--data", &data], "").status.code(), Some(2));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        left.iter().all(|name| ["data", "site", "export.zip"].iter().any(|known| name == known)),
        "{left:?}"
    );
}

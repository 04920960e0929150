//! Files that are refused before anything is read of them.

use super::imported_site::case;
use crate::program::run;

fn refused(name: &str, words: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = run(&["import", "--data", data.to_str().unwrap(), case(name).to_str().unwrap()], "");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), text.trim().lines().count()), (Some(1), 1), "{name}: {text}");
    for word in words {
        assert!(text.contains(word), "{word:?} in {text}");
    }
    assert!(output.stdout.is_empty() && !data.exists(), "{name}");
}

#[test]
fn hostile_05_an_absurd_number_of_entries() {
    refused("hostile-05-20000-tomma.zip", &["för många filer", "20000"]);
}

#[test]
fn hostile_06_entities() {
    refused("hostile-06-entiteter.xml", &["<!DOCTYPE"]);
}

#[test]
fn what_is_no_import_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let import = |path: &str| {
        let output = run(&["import", "--data", data.to_str().unwrap(), path], "");
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, text) = import("/finns/inte");
    assert_eq!(code, Some(2), "{text}");
    let empty = folder.path().join("tom");
    std::fs::create_dir(&empty).unwrap();
    let (code, text) = import(empty.to_str().unwrap());
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("inga Markdownfiler"), "{text}");
    let other = folder.path().join("annat.json");
    std::fs::write(&other, r#"{"recept": []}"#).unwrap();
    let (code, text) = import(other.to_str().unwrap());
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("JSON"), "{text}");
}

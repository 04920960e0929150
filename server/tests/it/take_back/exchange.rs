//! Exporting a site and importing it into another.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use app::export::Manifest;
use data_encoding::HEXLOWER;
use jiff::Timestamp;
use serde_json::Value;
use server::archive::{Archive, ArchiveWriter, Packing};
use server::export::{LIMITS, write};
use sha2::{Digest as _, Sha256};

use crate::backup::data_of;
use crate::program::run;
use crate::test_app::TestApp;

/// When each export says it was made.
const MADE_AT: i64 = 1_796_000_000;
pub(super) const MANIFEST: &str = "guldkorn-export.json";

/// The files of an export, by their paths.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Exports a site.
pub(super) async fn export(app: &TestApp, target: &Path) -> Manifest {
    let (folder, target) = (data_of(app), target.to_owned());
    let made_at = Timestamp::from_second(MADE_AT).unwrap();
    let writing = tokio::task::spawn_blocking(move || write(&folder, &target, made_at));
    writing.await.unwrap().unwrap().manifest
}

/// Reads every file of an export.
pub(super) fn files(zip: &Path) -> Files {
    let archive = Archive::open(zip, &LIMITS).unwrap();
    let read = |entry| {
        let mut bytes = Vec::new();
        archive.reader(entry).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    archive.entries().iter().map(|entry| (entry.name().to_owned(), read(entry))).collect()
}

/// Writes an export anew whose files somebody has changed, with a manifest that fits them.
pub(super) fn rewrite(target: &Path, mut files: Files) {
    let manifest = files.remove(MANIFEST).unwrap();
    let mut manifest: Value = serde_json::from_slice(&manifest).unwrap();
    let entry = |(path, bytes): (&String, &Vec<u8>)| {
        let sha256 = HEXLOWER.encode(&Sha256::digest(bytes));
        serde_json::json!({ "path": path, "bytes": bytes.len(), "sha256": sha256 })
    };
    manifest["files"] = files.iter().map(entry).collect();
    files.insert(MANIFEST.to_owned(), serde_json::to_vec(&manifest).unwrap());
    zip(target, &files);
}

/// Writes files into a zip file as they are.
pub(super) fn zip(target: &Path, files: &Files) {
    let mut writer = ArchiveWriter::create(target).unwrap();
    for (name, bytes) in files {
        writer.add(name, &**bytes, Packing::Deflate).unwrap();
    }
    writer.finish().unwrap().keep_as(target).unwrap();
}

/// What an import of an export said.
pub(super) struct Imported {
    pub(super) code: Option<i32>,
    pub(super) report: Value,
    pub(super) error: String,
}

impl Imported {
    /// Returns the counts of new, changed, same and skipped.
    pub(super) fn counts(&self) -> [u64; 4] {
        let skipped = self.report.pointer("/skipped/count");
        let counts = [self.report.get("new"), self.report.get("changed"), self.report.get("same"), skipped];
        counts.map(|count| count.and_then(Value::as_u64).unwrap())
    }

    /// Returns the examples of a cause: item and detail.
    pub(super) fn found(&self, list: &str, code: &str) -> Vec<String> {
        let groups = self.report.pointer(list).and_then(Value::as_array).unwrap();
        let groups = groups.iter().filter(|group| group["code"] == code);
        let examples = groups.flat_map(|group| group["examples"].as_array().unwrap());
        examples
            .map(|one| format!("{}: {}", one["item"].as_str().unwrap(), one["detail"].as_str().unwrap()))
            .collect()
    }
}

/// Imports an export into a site that is running.
pub(super) async fn import(app: &TestApp, zip: &Path, more: &[&str]) -> Imported {
    let imported = import_into(data_of(app).path(), zip, more);
    app.change_content().await;
    imported
}

/// Imports an export into a data folder.
pub(super) fn import_into(data: &Path, zip: &Path, more: &[&str]) -> Imported {
    let (data, zip) = (data.to_str().unwrap(), zip.to_str().unwrap());
    let usual = ["import", "--data", data, "--report", "json"];
    let output = run(&[&usual[..], more, &[zip]].concat(), "");
    let text = String::from_utf8(output.stdout).unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    let report = serde_json::from_str(&text).unwrap_or_default();
    Imported { code: output.status.code(), report, error }
}

//! Every server function is a public endpoint: the first thing it does is to say who may.

use std::path::{Path, PathBuf};

use crate::test_app::TestApp;

/// What a server function's first line may ask of the guard.
const GUARDS: [&str; 2] = ["guard::public()?", "guard::require("];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The bodies of the server functions in a file.
fn bodies(source: &str) -> impl Iterator<Item = &str> {
    source.split("#[server(prefix").skip(1).map(|rest| {
        let body = rest.find("AppError> {").expect("a server function answers with an AppError");
        rest[body..].split_once('\n').map_or("", |(_, body)| body)
    })
}

#[test]
fn every_server_function_asks_the_guard_first() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    let mut found = 0;
    for file in rust_files(&sources) {
        let source = std::fs::read_to_string(&file).unwrap();
        for body in bodies(&source) {
            found += 1;
            let mut lines = body.lines().map(str::trim).filter(|line| !is_preamble(line));
            let first = lines.next().unwrap_or_default();
            assert!(GUARDS.iter().any(|guard| first.contains(guard)), "{}: {first}", file.display());
        }
    }
    assert_eq!(found, server_fn::axum::server_fn_paths().count(), "some server function was not looked at");
}

/// Names and numbers may stand before the first line that does something.
fn is_preamble(line: &str) -> bool {
    line.is_empty() || line.starts_with("use ") || line.starts_with("const ")
}

/// What everybody may call. Whoever writes a function that is new decides here.
const PUBLIC: [&str; 10] = [
    "/api/calendar/board",
    "/api/calendar/door",
    "/api/calendar/edition",
    "/api/site/read",
    "/api/site/start",
    "/api/staff/choose_password",
    "/api/staff/log_in",
    "/api/staff/log_in_page",
    "/api/staff/log_out",
    "/api/staff/password_page",
];

#[tokio::test]
async fn nobody_gets_in_without_a_session() {
    let app = TestApp::demo("2026-12-07T08:00+01:00").await;
    let mut closed = 0;
    for (path, method) in server_fn::axum::server_fn_paths().filter(|(path, _)| !PUBLIC.contains(path)) {
        closed += 1;
        let form = ("content-type", "application/x-www-form-urlencoded");
        for cookie in ["annan=1", "__Host-guldkorn=x"] {
            let headers = [form, ("accept", "application/json"), ("cookie", cookie)];
            let answer = app.send(method.clone(), path, &headers, axum::body::Body::empty()).await;
            assert_eq!((answer.status.as_u16(), answer.text()), (401, "\"LogInFirst\""), "{method} {path}");
        }
    }
    assert!(closed > 0 && PUBLIC.len() + closed == server_fn::axum::server_fn_paths().count());
}

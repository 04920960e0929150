//! Every server function is a public endpoint, so its first statement is a guard. Which one is compared with a list in
//! `guard_matrix`.

use std::path::{Path, PathBuf};

/// The guards that a server function may begin with.
const GUARDS: [&str; 3] = ["guard::public()?", "guard::require(", "guard::require_or_save_submission("];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// Returns the bodies of the server functions in a file.
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
            let lines = body.lines().map(str::trim).skip_while(|line| is_preamble(line));
            let mut first = String::new();
            for line in lines {
                first.push_str(line);
                if line.ends_with(';') {
                    break;
                }
            }
            assert!(GUARDS.iter().any(|guard| first.contains(guard)), "{}: {first}", file.display());
        }
    }
    assert_eq!(found, server_fn::axum::server_fn_paths().count(), "some server function was not looked at");
}

/// Returns whether a line may stand before the guard: imports and constants.
fn is_preamble(line: &str) -> bool {
    line.is_empty() || line.starts_with("use ") || line.starts_with("const ")
}

//! Builds again when a file is added to what stands in the binary: the compiler only notices changes in those it knows.
//!
//! With the feature `embedded-site` that is also the site's own files. They are built before: the client by cargo-leptos,
//! the editor and the style sheets that only some pages need by `frontend/editor`.

use std::env;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Another folder than the one that a build writes to.
const FOLDER: &str = "GULDKORN_EMBED";
/// When the sources were last changed, in seconds since 1970: equal sources make equal binaries
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
const CHANGED_AT: &str = "SOURCE_DATE_EPOCH";

fn main() {
    println!("cargo::rerun-if-changed=demo");
    println!("cargo::rerun-if-changed=starter");
    if env::var_os("CARGO_FEATURE_EMBEDDED_SITE").is_some() {
        embed_site();
    }
}

fn embed_site() {
    println!("cargo::rerun-if-env-changed={FOLDER}");
    println!("cargo::rerun-if-env-changed={CHANGED_AT}");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = workspace.join(env::var(FOLDER).unwrap_or_else(|_| "target/site".to_owned()));
    let folder = match folder.canonicalize() {
        Ok(folder) if folder.join("pkg").is_dir() => folder,
        _ => {
            println!("cargo::error={} holds no built site: make build makes it", folder.display());
            return;
        }
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    let changed_at = env::var(CHANGED_AT).unwrap_or_else(|_| now.to_string());
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rustc-env=GULDKORN_EMBEDDED_SITE={}", folder.display());
    println!("cargo::rustc-env=GULDKORN_EMBEDDED_AT={changed_at}");
}

//! Rebuilds the crate when a migration is added: `sqlx::migrate!` embeds the folder, which cargo does not watch.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}

//! What commands say of files that should have been in the media folder.

/// How many missing files are named.
const MOST_NAMED: usize = 10;

/// Prints which files are missing, and what that means for what was made.
pub(crate) fn say_missing(missing: &[String], what: &str) {
    if missing.is_empty() {
        return;
    }
    let more = missing.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" och {more} till") } else { String::new() };
    let named = missing.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let count = if missing.len() == 1 { "En fil".to_owned() } else { format!("{} filer", missing.len()) };
    println!("{count} {what}: {named}{more}.");
}

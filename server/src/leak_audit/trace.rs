//! What of a secret is found in an answer.

use app::unpublished::Secret;

use super::response::Answer;

/// A place where the public can learn something that it must not know yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The address that tells it.
    pub address: String,
    /// What it tells.
    pub what: String,
}

/// Compares what a site answers with what it would answer without its secrets.
pub(super) fn of_difference(
    address: &str,
    whole: &Answer,
    without: &Answer,
    secrets: &[Secret],
) -> Option<Trace> {
    if whole == without {
        return None;
    }
    let [whole, without] = [whole, without].map(|answer| {
        format!("{}\n{}", answer.location, String::from_utf8_lossy(&answer.body)).to_lowercase()
    });
    let tells = |word: &str| {
        let escaped = html_escape::encode_text(word).to_lowercase();
        [escaped, word.to_lowercase()].iter().any(|word| whole.contains(word) && !without.contains(word))
    };
    let told = secrets.iter().find(|secret| tells(&secret.title) || tells(&secret.path()));
    let what = told.map_or_else(
        || "svaret beror på något som inte är publicerat".to_owned(),
        |secret| format!("berättar om {}", secret.in_words()),
    );
    Some(Trace { address: address.to_owned(), what })
}

/// Finds the addresses of secrets that somebody has written into what is public.
pub(super) fn of_links(address: &str, links: &[String], secrets: &[Secret]) -> Vec<Trace> {
    let told = secrets.iter().filter(|secret| !secret.was_public && links.contains(&secret.path()));
    told.map(|secret| Trace {
        address: address.to_owned(),
        what: format!("länkar till {}", secret.in_words()),
    })
    .collect()
}

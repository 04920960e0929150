//! Asks for everything that the site has, and for what its pages link to.

use std::collections::{BTreeSet, HashSet};

use scraper::{Html, Selector};
use server::leak_audit::surfaces;

use super::DAYS;
use super::canaries::{canary, names};
use crate::guard_matrix::FUNCTIONS;
use crate::test_app::{TestApp, TestResponse};

/// Returns the addresses that the crawl begins with: all surfaces, and what staff ask about guldkorn.
pub(crate) fn seeds() -> Vec<String> {
    every_function_is_a_surface_or_for_staff();
    let mut seeds = surfaces::addresses(&names());
    for day in (1..=DAYS).chain([99]) {
        seeds.push(format!("/api/picture/choices?words={}", canary(day, "fotograf")));
        seeds.push(format!("/admin/bilder?q={}", canary(day, "fil")));
        seeds.push(format!("/admin/forhandsvisning/text/{day}/2026-12-24T08:00"));
    }
    seeds
}

pub(super) fn ask(day: u16) -> String {
    canary(day, "adress")
}

/// A new function must be added to the surfaces.
pub(super) fn every_function_is_a_surface_or_for_staff() {
    for (path, method) in server_fn::axum::server_fn_paths() {
        let is_surface = method == http::Method::GET && surfaces::FUNCTIONS.contains(&path);
        assert!(is_surface || is_for_staff(path), "what may the public know from {path}?");
    }
}

/// Returns whether a function is not for the public by `guard_matrix`, or is a part of logging in.
pub(super) fn is_for_staff(function: &str) -> bool {
    function.starts_with("/api/staff/")
        || FUNCTIONS.iter().any(|(listed, least)| *listed == function && least.is_some())
}

/// Returns the addresses of this site that a page links to or loads.
pub(super) fn links(response: &TestResponse) -> Vec<String> {
    let Ok(text) = str::from_utf8(&response.body) else { return Vec::new() };
    let named = Selector::parse("[href], [src], [srcset]").unwrap();
    let page = Html::parse_document(text);
    let named = page.select(&named).flat_map(|element| {
        let set = element.attr("srcset").unwrap_or_default().split(',');
        let set = set.filter_map(|part| part.split_whitespace().next());
        set.chain(element.attr("href")).chain(element.attr("src")).map(str::to_owned).collect::<Vec<_>>()
    });
    named
        .filter(|link| link.starts_with('/'))
        .map(|link| link.split('#').next().unwrap_or("").to_owned())
        .collect()
}

/// Requests all seeds and everything they link to, and inspects each response.
pub(super) async fn crawl(app: &TestApp, mut look: impl FnMut(&str, &TestResponse)) {
    let mut seen = HashSet::new();
    let mut queue = seeds();
    while let Some(address) = queue.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let response = app.get(&address).await;
        queue.extend(links(&response));
        look(&address, &without_question(&address, response));
    }
    assert!(seen.len() > 60, "the crawl saw only {} addresses", seen.len());
}

/// Removes the words of the query from a response: a search repeats them, whether or not it found anything. A hit is
/// still noticed by its address.
pub(super) fn without_question(address: &str, mut response: TestResponse) -> TestResponse {
    let asked = address.split_once("sok?q=").or_else(|| address.split_once("sok%3Fq%3D"));
    if let (Some((_, word)), Ok(text)) = (asked, str::from_utf8(&response.body)) {
        response.body = text.replace(word, "").into();
    }
    response
}

/// Returns the days whose canaries are in a response.
pub(super) fn days_in(response: &TestResponse) -> BTreeSet<u16> {
    let text = String::from_utf8_lossy(&response.body).to_lowercase();
    let headers = format!("{:?}", response.headers).to_lowercase();
    (1..=DAYS)
        .chain([99])
        .filter(|day| text.contains(&format!("kanarie{day}")) || headers.contains(&format!("kanarie{day}")))
        .collect()
}

/// Returns a page without its random parts: its nonce, and the keys of its forms.
pub(super) fn without_random_parts(response: &TestResponse) -> String {
    let policy = response.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let text = String::from_utf8_lossy(&response.body).into_owned();
    let text = nonce.map(|nonce| text.replace(nonce, "")).unwrap_or(text);
    // The same in a page and in JSON.
    let mut parts = text.split("idempotency_key");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('>').map_or(part, |(_, rest)| rest))
}

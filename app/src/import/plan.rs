//! Where each item comes to lie, decided before any is written.

use std::collections::{HashMap, HashSet};

use percent_encoding::percent_decode_str;

use super::apply::TAKEN;
use super::finding::{Cause, Finding};
use super::store::Known;
use super::{IndexEntry, Links, OldAddress};
use crate::paths;
use crate::posts::{PostKind, slug_of};
use crate::time::UnixMillis;

const TWICE: Cause =
    Cause::missing("id-twice", "Samma id står två gånger i källan: bara det första följer med");
const RENAMED: Cause = Cause::look("slug-taken", "Adressen var upptagen och fick en siffra");
/// What a post is called in its address that has neither an address nor a title.
const NAMELESS: &str = "text";
/// How often an address is decoded: some programs have encoded theirs twice.
const DECODINGS: usize = 3;

/// What is decided about an item.
#[derive(Debug)]
pub(super) struct Place {
    /// The last part of its address here.
    pub(super) slug: String,
    /// What is known of it from an earlier run.
    pub(super) known: Option<Known>,
    /// Addresses that lead to it from now on.
    pub(super) addresses: Vec<OldAddress>,
    /// What a report calls it.
    pub(super) name: String,
}

/// Decides the addresses of all items. One that is here keeps its own; of several that want one address the oldest gets
/// it, and the others a number, the same at each run.
pub(super) fn plan(
    entries: Vec<IndexEntry>,
    mut known: HashMap<String, Known>,
    mut taken: HashSet<String>,
    links: &mut Links,
    findings: &mut Vec<Finding>,
) -> HashMap<String, Place> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| {
        let published = entries.get(*at).and_then(|entry| entry.published);
        (published.unwrap_or(UnixMillis::MAX), *at)
    });
    // The next number for each wish: ten thousand texts may be called the same.
    let mut numbers: HashMap<String, u64> = HashMap::new();
    let mut slugs: Vec<String> = vec![String::new(); entries.len()];
    for at in order {
        let (Some(entry), Some(slug)) = (entries.get(at), slugs.get_mut(at)) else { continue };
        let own = known.get(&entry.id).and_then(|known| known.slug.clone());
        *slug = own.unwrap_or_else(|| {
            let wish = wish(entry);
            let free = free(&wish, entry.kind, &taken, numbers.entry(wish.clone()).or_insert(2));
            if free != wish {
                findings.push(Finding::new(RENAMED, &*entry.name, format!("{wish} blev {free}")));
            }
            taken.insert(free.clone());
            free
        });
    }
    let mut places = HashMap::with_capacity(entries.len());
    let mut claimed: HashSet<OldAddress> = HashSet::new();
    for (entry, slug) in entries.into_iter().zip(slugs) {
        if places.contains_key(&entry.id) {
            findings.push(Finding::new(TWICE, entry.name, entry.id));
            continue;
        }
        let known = known.remove(&entry.id);
        let kind = known.as_ref().and_then(|known| known.kind).unwrap_or(entry.kind);
        let path = kind.path(&slug);
        links.add(entry.id.clone(), entry.addresses.clone(), path.clone());
        let mut addresses = entry.addresses;
        addresses.retain(|address| address.path != path && !address.is_front_page());
        addresses.retain(|address| {
            let is_free = claimed.insert(address.clone());
            if !is_free {
                findings.push(Finding::new(TAKEN, &*entry.name, &*address.path));
            }
            is_free
        });
        places.insert(entry.id, Place { slug, known, addresses, name: entry.name });
    }
    places
}

/// Returns the address that an item would have if nobody else had it.
fn wish(entry: &IndexEntry) -> String {
    let own = slug_of(&decoded(&entry.slug));
    [own, slug_of(&entry.title), NAMELESS.to_owned()]
        .into_iter()
        .find(|slug| !slug.is_empty())
        .unwrap_or_default()
}

/// Decodes until nothing changes. An address that was cut in the middle of a letter loses that letter.
fn decoded(slug: &str) -> String {
    let mut slug = slug.to_owned();
    for _ in 0..DECODINGS {
        let decoded = percent_decode_str(&slug).decode_utf8_lossy().replace('\u{fffd}', "");
        if decoded == slug {
            break;
        }
        slug = decoded;
    }
    match slug.rfind('%') {
        // What is left of a letter's code.
        Some(at) if slug.len() - at <= 2 => slug[..at].to_owned(),
        _ => slug,
    }
}

fn free(wish: &str, kind: PostKind, taken: &HashSet<String>, number: &mut u64) -> String {
    let is_taken = |slug: &str| taken.contains(slug) || kind == PostKind::Page && paths::is_reserved(slug);
    let mut slug = wish.to_owned();
    while is_taken(&slug) {
        slug = format!("{wish}-{number}");
        *number += 1;
    }
    slug
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::posts::is_slug;

    fn entry(id: usize, title: &str, slug: &str, published: Option<i64>) -> IndexEntry {
        IndexEntry {
            id: id.to_string(),
            name: title.to_owned(),
            kind: PostKind::Article,
            title: title.to_owned(),
            slug: slug.to_owned(),
            published: published.map(UnixMillis),
            addresses: Vec::new(),
        }
    }

    fn slugs(entries: Vec<IndexEntry>, taken: &[&str]) -> Vec<String> {
        let ids: Vec<String> = entries.iter().map(|entry| entry.id.clone()).collect();
        let taken = taken.iter().map(|slug| (*slug).to_owned()).collect();
        let places = plan(entries, HashMap::new(), taken, &mut Links::default(), &mut Vec::new());
        ids.iter().map(|id| places[id].slug.clone()).collect()
    }

    #[test]
    fn the_oldest_keeps_the_name() {
        let entries = vec![
            entry(1, "Jul", "", Some(20)),
            entry(2, "Jul", "", Some(10)),
            entry(3, "Jul", "", None),
            entry(4, "Annat", "jul-2", Some(30)),
        ];
        assert_eq!(slugs(entries, &[]), ["jul-2", "jul", "jul-3", "jul-2-2"]);
        assert_eq!(slugs(vec![entry(1, "Jul", "", None)], &["jul", "jul-2"]), ["jul-3"]);
    }

    #[test]
    fn encoded_cut_and_empty_addresses_become_ours() {
        let of = |slug: &str, title: &str| slugs(vec![entry(1, title, slug, None)], &[]).remove(0);
        assert_eq!(of("bl%25C3%25A5b%25c3%25a4r", ""), "blabar");
        assert_eq!(of("kanelbulle-%c3", ""), "kanelbulle");
        assert_eq!(of("kanelbulle-%c3%a", ""), "kanelbulle");
        assert_eq!(of("007", "Bond"), "007");
        assert_eq!(of("…", "Små steg"), "sma-steg");
        assert_eq!(of("", "…"), "text");
    }

    #[test]
    fn a_page_takes_no_address_of_the_site() {
        let page = IndexEntry { kind: PostKind::Page, ..entry(1, "Admin", "admin", None) };
        assert_eq!(slugs(vec![page], &[]), ["admin-2"]);
    }

    proptest! {
        #[test]
        fn addresses_are_sound_unique_and_stable(
            items in prop::collection::vec(("[a-cå%-]{0,4}", "\\PC{0,6}", prop::option::of(0_i64..3)), 0..12)
        ) {
            let entries = || items.iter().enumerate().map(|(at, (slug, title, day))| entry(at, title, slug, *day)).collect();
            let given = slugs(entries(), &["a", "a-2"]);
            prop_assert_eq!(&given, &slugs(entries(), &["a", "a-2"]));
            let unique: HashSet<&String> = given.iter().collect();
            prop_assert_eq!(unique.len(), given.len());
            prop_assert!(given.iter().all(|slug| is_slug(slug, 100) && slug != "a"));
        }
    }
}

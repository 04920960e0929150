//! The old addresses of an item, and its place in its new one.

use app::import::OldAddress;

use super::raw_item::RawItem;

/// Returns every address by which readers know an item: its own, those that it had before, and that by its number.
pub(super) fn addresses(item: &RawItem) -> Vec<OldAddress> {
    let mut found: Vec<OldAddress> = Vec::new();
    let mut add = |address: Option<OldAddress>| {
        if let Some(address) = address
            && !address.is_front_page()
            && !found.contains(&address)
        {
            found.push(address);
        }
    };
    let own = OldAddress::parse(&item.link);
    add(own.clone());
    if item.link.is_empty() && item.guid.starts_with("http") {
        add(OldAddress::parse(&item.guid));
    }
    if !item.id.is_empty() {
        add(OldAddress::of("/", &format!("p={}", item.id)));
        if item.kind == "page" {
            add(OldAddress::of("/", &format!("page_id={}", item.id)));
        }
    }
    for slug in item.metas("_wp_old_slug") {
        // Beside its own address, and at the top, where sites without dates in their addresses have it.
        if let Some(own) = own.as_ref().filter(|own| own.query.is_empty())
            && let Some((folder, _)) = own.path.rsplit_once('/')
        {
            add(OldAddress::of(&format!("{folder}/{slug}"), ""));
        }
        add(OldAddress::of(slug, ""));
    }
    for path in item.metas("blogger_permalink") {
        add(OldAddress::parse(path).or_else(|| OldAddress::of(path, "")));
    }
    found
}

/// Returns the last part of an item's address, without what WordPress adds in the trash; and whether it can be read.
pub(super) fn slug(item: &RawItem) -> (String, bool) {
    let desired = item.meta("_wp_desired_post_slug");
    let slug = if item.status == "trash" && !desired.is_empty() { desired } else { &item.name };
    let slug = slug.strip_suffix("__trashed").unwrap_or(slug);
    let is_whole = percent_encoding::percent_decode_str(slug).decode_utf8().is_ok();
    (slug.to_owned(), is_whole && !slug.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_that_an_item_had_are_kept() {
        let meta = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let item = RawItem {
            id: "7".into(),
            kind: "page".into(),
            link: "https://a.example/2020/01/r%c3%a4ka/".into(),
            guid: "https://a.example/?p=7".into(),
            meta: vec![meta("_wp_old_slug", "raka"), meta("blogger_permalink", "/2010/01/raka.html")],
            ..RawItem::default()
        };
        let found: Vec<_> = addresses(&item)
            .into_iter()
            .map(|address| format!("{}?{}", address.path, address.query))
            .collect();
        assert_eq!(
            found,
            ["/2020/01/räka?", "/?p=7", "/?page_id=7", "/2020/01/raka?", "/raka?", "/2010/01/raka.html?"]
        );
    }
}

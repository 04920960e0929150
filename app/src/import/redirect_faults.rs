//! Old addresses that do not end at a page: in a circle, or where nothing is.

use std::collections::{HashMap, HashSet};

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{OldAddress, store};
use crate::paths;

/// What is wrong with where old addresses lead.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct RedirectFaults {
    /// Those that never end.
    pub circular: Vec<OldAddress>,
    /// Those that end where this site has nothing, each with the path that somebody named for it.
    pub dead_ends: Vec<(OldAddress, String)>,
}

/// Follows all old addresses that lead to a path which somebody named.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_faults(reader: &SqlitePool) -> Result<RedirectFaults, sqlx::Error> {
    let mut faults = RedirectFaults::default();
    let redirects = store::redirects(reader).await?;
    let site =
        Site { paths: store::known_paths(reader).await?, redirects: redirects.iter().cloned().collect() };
    for (from, to) in redirects {
        let Some(to) = to else { continue };
        match site.follow(&to) {
            End::Page => {}
            End::Circle => faults.circular.push(from),
            End::Nothing => faults.dead_ends.push((from, to)),
        }
    }
    Ok(faults)
}

/// Deletes redirects. Their addresses then answer that nothing is there.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_redirects(
    writer: &mut SqliteConnection,
    addresses: &[OldAddress],
) -> Result<(), sqlx::Error> {
    for address in addresses {
        store::delete_redirect(&mut *writer, address).await?;
    }
    Ok(())
}

/// Where a path ends.
enum End {
    Page,
    Circle,
    Nothing,
}

/// Where a redirect leads.
enum Next<'a> {
    Post,
    Path(&'a str),
}

/// What is at addresses of the site.
struct Site {
    /// The paths of texts, tags and editions, former ones too.
    paths: HashSet<String>,
    /// Where old addresses lead: to a path, or to a post.
    redirects: HashMap<OldAddress, Option<String>>,
}

impl Site {
    /// Follows redirects as a browser does: one of an address with a query comes before a page, any other after it.
    fn follow(&self, to: &str) -> End {
        let mut seen = HashSet::new();
        let mut to = to;
        while let Some(address) = OldAddress::parse(to) {
            let next = match self.redirect(&address, |query| !query.is_empty()) {
                None if self.has_page(&address.path) => return End::Page,
                None => self.redirect(&address, str::is_empty),
                found => found,
            };
            match next {
                None => return End::Nothing,
                Some(Next::Post) => return End::Page,
                Some(Next::Path(_)) if !seen.insert(address) => return End::Circle,
                Some(Next::Path(next)) => to = next,
            }
        }
        End::Nothing
    }

    fn redirect(&self, address: &OldAddress, is_asked: impl Fn(&str) -> bool) -> Option<Next<'_>> {
        let mut queries = address.queries().into_iter().chain([""]).filter(|query| is_asked(query));
        queries.find_map(|query| {
            let address = OldAddress { path: address.path.clone(), query: query.to_owned() };
            self.redirects.get(&address).map(|to| to.as_deref().map_or(Next::Post, Next::Path))
        })
    }

    /// Whether a page can be at a path. Where the path alone does not tell, there is one.
    fn has_page(&self, path: &str) -> bool {
        let (first, rest) =
            path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_start_matches('/'), ""));
        let folder = paths::page(first);
        let second = rest.split('/').next().unwrap_or_default();
        if [paths::POST, paths::VOICES, paths::TAG, paths::CALENDAR].contains(&&*folder) && !second.is_empty()
        {
            let page = format!("{folder}/{second}");
            return page == paths::TODAY || self.paths.contains(&page);
        }
        first.is_empty() || paths::is_reserved(first) || self.paths.contains(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(redirects: &[(&str, Option<&str>)]) -> Site {
        let old = |address: &str| OldAddress::parse(address).unwrap();
        Site {
            paths: ["/om", "/inlagg/ett", "/kalender/2026"].map(str::to_owned).into(),
            redirects: redirects.iter().map(|(from, to)| (old(from), to.map(str::to_owned))).collect(),
        }
    }

    #[test]
    fn what_leads_on_ends_at_a_page_in_a_circle_or_at_nothing() {
        let site = site(&[
            ("/a", Some("/b")),
            ("/b", Some("/a")),
            ("/c", Some("/om#kontakt")),
            ("/om", Some("/c")),
            ("/?p=1", Some("/?p=2")),
            ("/?p=2", Some("/?p=1&utm=x")),
            ("/till-inlagg", None),
        ]);
        for (to, end) in [
            ("/a", "circle"),
            ("/?p=1", "circle"),
            ("/c", "page"),
            ("/om", "page"),
            ("/?p=3", "page"),
            ("/till-inlagg", "page"),
            ("/till-inlagg?utm=x", "page"),
            ("/blogg/2020/12", "page"),
            ("/feed.xml", "page"),
            ("/kalender/2026/lucka/3", "page"),
            ("/kalender/idag", "page"),
            ("/inlagg/ett/lattlast", "page"),
            ("/inlagg/tva", "nothing"),
            ("/roster/anna", "nothing"),
            ("/kalender/2019", "nothing"),
            ("/borta", "nothing"),
            ("/borta/helt", "nothing"),
        ] {
            let found = match site.follow(to) {
                End::Page => "page",
                End::Circle => "circle",
                End::Nothing => "nothing",
            };
            assert_eq!(found, end, "{to}");
        }
    }
}

//! Addresses that lead on and those that are gone: as maps for web servers, and as small pages where there is none.

mod maps;
mod query;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::query::QueryAddress;
use super::address::Address;

/// What became of addresses.
#[derive(Debug, Default)]
pub(super) struct Redirects {
    /// Old addresses, and the new one as a link: to a path of the site, or to another site.
    pub(super) moved: BTreeMap<Address, Destination>,
    /// Those that only their query tells apart. No file can lead on from them.
    pub(super) queries: BTreeMap<QueryAddress, Destination>,
    pub(super) gone: BTreeSet<Address>,
}

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    Within(Address),
    Elsewhere(String),
}

impl Redirects {
    /// Returns the maps, by the names of their files. `base` is the site's place on its server.
    pub(super) fn maps(&self, base: &str) -> [(&'static str, String); 3] {
        [
            ("redirects/nginx.conf", maps::nginx(self, base)),
            ("redirects/Caddyfile", maps::caddy(self, base)),
            ("_redirects", maps::netlify(self, base)),
        ]
    }

    /// Counts the addresses that no map can say. Each map lists them.
    pub(super) fn impossible(&self) -> usize {
        self.not_plain().count()
    }

    fn plain_queries(&self) -> impl Iterator<Item = (&QueryAddress, &Destination)> {
        self.queries.iter().filter(|(address, _)| address.is_plain())
    }

    fn not_plain(&self) -> impl Iterator<Item = (&QueryAddress, &Destination)> {
        self.queries.iter().filter(|(address, _)| !address.is_plain())
    }
}

/// Returns the page that leads on where no web server does. It names no icon, so that no browser looks for one at the root.
pub(super) fn page(link: &str) -> String {
    let link = html_escape::encode_double_quoted_attribute(link);
    format!(
        "<!DOCTYPE html>\n<html lang=\"sv\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<meta http-equiv=\"refresh\" content=\"0; url={link}\">\n\
         <title>Sidan har flyttat</title>\n<main><h1>Sidan har flyttat</h1>\n<p><a href=\"{link}\">Gå till sidan</a></p></main>\n"
    )
}

#[cfg(test)]
mod tests {
    use app::import::OldAddress;

    use super::*;

    #[test]
    fn every_map_knows_every_address() {
        let redirects = Redirects {
            moved: [
                (Address::of("/inlagg/gammal"), Destination::Within(Address::of("/inlagg/ny"))),
                (Address::of("/lamna"), Destination::Elsewhere("https://vader.example/".into())),
            ]
            .into(),
            gone: [Address::of("/inlagg/borta")].into(),
            ..Redirects::default()
        };
        let [(_, nginx), (_, caddy), (_, netlify)] = redirects.maps("/arkiv/");
        assert!(nginx.contains("map \"$uri\" $guldkorn_moved {\n  default \"\";\n"), "{nginx}");
        assert!(nginx.contains("\"/arkiv/inlagg/gammal\" \"/arkiv/inlagg/ny/\";"), "{nginx}");
        assert!(nginx.contains("\"/arkiv/lamna\" \"https://vader.example/\";"), "{nginx}");
        assert!(nginx.contains("\"/arkiv/inlagg/borta/\" 1;"), "{nginx}");
        assert!(caddy.contains("redir \"/arkiv/inlagg/gammal/\" \"/arkiv/inlagg/ny/\" permanent"), "{caddy}");
        assert!(caddy.contains("error @guldkorn_gone 410"), "{caddy}");
        assert!(netlify.contains("/arkiv/inlagg/gammal /arkiv/inlagg/ny/ 301!"), "{netlify}");
        assert!(netlify.contains("/arkiv/inlagg/borta /arkiv/inlagg/borta/ 410!"), "{netlify}");
    }

    #[test]
    fn a_query_leads_on_in_the_form_of_each_server_or_is_listed_as_impossible() {
        let to = || Destination::Within(Address::of("/inlagg/ny"));
        let addresses = ["/?p=12", "/?p=å&sida=2", "/gammal?12", "/x?a={b}"];
        let query = |address: &str| QueryAddress::of(&OldAddress::parse(address).unwrap()).unwrap();
        let queries = addresses.iter().map(|address| (query(address), to())).collect();
        let redirects = Redirects { queries, ..Redirects::default() };
        assert_eq!(redirects.impossible(), 1);
        assert_eq!(QueryAddress::of(&OldAddress::parse("/om").unwrap()), None);
        let [(_, nginx), (_, caddy), (_, netlify)] = redirects.maps("/arkiv/");
        for line in [
            "map \"$uri?$args\" $guldkorn_moved {\n  default $guldkorn_moved_2;\n",
            "\"/arkiv/?p=%C3%A5&sida=2\" \"/arkiv/inlagg/ny/\";",
            "\"/arkiv/gammal?12\" \"/arkiv/inlagg/ny/\";",
            "\"/arkiv/gammal/?12\" \"/arkiv/inlagg/ny/\";",
            "map \"$uri $arg_p\" $guldkorn_moved_2 {\n  default $guldkorn_moved_3;\n  \"/arkiv/ 12\" \"/arkiv/inlagg/ny/\";\n",
            "map \"$uri\" $guldkorn_moved_3 {\n  default \"\";\n",
            "#   /x?a=%7Bb%7D leads to /arkiv/inlagg/ny/",
        ] {
            assert!(nginx.contains(line), "{line} in {nginx}");
        }
        assert!(
            caddy.contains(
                "  path \"/arkiv/\"\n  query \"p=12\"\n}\nredir @guldkorn_0 \"/arkiv/inlagg/ny/\" permanent"
            ),
            "{caddy}"
        );
        assert!(caddy.contains("  query \"p=å\" \"sida=2\"\n"), "{caddy}");
        assert!(netlify.contains("/arkiv/ p=12 /arkiv/inlagg/ny/ 301!"), "{netlify}");
        assert!(netlify.contains("#   /gammal?12 leads to /arkiv/inlagg/ny/"), "{netlify}");
    }
}

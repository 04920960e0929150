//! Addresses that lead on and those that are gone: as maps for web servers, and as small pages where there is none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::address::Address;

/// What became of addresses.
#[derive(Debug, Default)]
pub(super) struct Redirects {
    /// Old addresses, and the new one as a link: to a path of the site, or to another site.
    pub(super) moved: BTreeMap<Address, Destination>,
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
            ("redirects/nginx.conf", self.nginx(base)),
            ("redirects/Caddyfile", self.caddy(base)),
            ("_redirects", self.netlify(base)),
        ]
    }

    fn nginx(&self, base: &str) -> String {
        let mut text = String::from(
            "# For nginx. Include this file within http { … }, and write within server { … }:\n\
             #   if ($guldkorn_moved) { return 301 $guldkorn_moved; }\n\
             #   if ($guldkorn_gone) { return 410; }\n\
             #   error_page 404 /404.html;\n\
             map $uri $guldkorn_moved {\n  default \"\";\n",
        );
        for (from, to) in self.moved(base) {
            _ = write!(text, "  \"{from}\" \"{to}\";\n  \"{from}/\" \"{to}\";\n");
        }
        text.push_str("}\nmap $uri $guldkorn_gone {\n  default \"\";\n");
        for from in self.gone(base) {
            _ = write!(text, "  \"{from}\" 1;\n  \"{from}/\" 1;\n");
        }
        text + "}\n"
    }

    fn caddy(&self, base: &str) -> String {
        let mut text = String::from("# For Caddy. Import this file within the site's block.\n");
        for (from, to) in self.moved(base) {
            _ = write!(text, "redir \"{from}\" \"{to}\" permanent\nredir \"{from}/\" \"{to}\" permanent\n");
        }
        let gone: Vec<String> =
            self.gone(base).flat_map(|from| [format!("\"{from}\""), format!("\"{from}/\"")]).collect();
        if !gone.is_empty() {
            _ = write!(text, "@guldkorn_gone path {}\nerror @guldkorn_gone 410\n", gone.join(" "));
        }
        text
    }

    fn netlify(&self, base: &str) -> String {
        let mut text = String::from("# For Netlify, Cloudflare Pages and others that read this format.\n");
        for (from, to) in self.moved(base) {
            _ = writeln!(text, "{} {to} 301!", from.replace(' ', "%20"));
        }
        for address in &self.gone {
            _ = writeln!(text, "{} {} 410!", from(base, address), to(base, address));
        }
        text
    }

    /// An address with a query is no path; its page leads on.
    fn moved(&self, base: &str) -> impl Iterator<Item = (String, String)> {
        let paths = self.moved.iter().filter(|(from, _)| !from.has_query());
        paths.map(move |(address, destination)| {
            let to = match destination {
                Destination::Within(new) => to(base, new),
                Destination::Elsewhere(url) => url.replace('"', "%22"),
            };
            (from(base, address), to)
        })
    }

    fn gone(&self, base: &str) -> impl Iterator<Item = String> {
        self.gone.iter().map(move |address| from(base, address))
    }
}

/// Returns the path that is asked for, decoded as web servers compare it.
fn from(base: &str, address: &Address) -> String {
    let path = address.path().trim_end_matches('/').replace(['"', '\\'], "");
    format!("{}{path}", base.trim_end_matches('/'))
}

fn to(base: &str, address: &Address) -> String {
    format!("{}{}", base.trim_end_matches('/'), address.served())
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
        };
        let [(_, nginx), (_, caddy), (_, netlify)] = redirects.maps("/arkiv/");
        assert!(nginx.contains("\"/arkiv/inlagg/gammal\" \"/arkiv/inlagg/ny/\";"), "{nginx}");
        assert!(nginx.contains("\"/arkiv/lamna\" \"https://vader.example/\";"), "{nginx}");
        assert!(nginx.contains("\"/arkiv/inlagg/borta/\" 1;"), "{nginx}");
        assert!(caddy.contains("redir \"/arkiv/inlagg/gammal/\" \"/arkiv/inlagg/ny/\" permanent"), "{caddy}");
        assert!(caddy.contains("error @guldkorn_gone 410"), "{caddy}");
        assert!(netlify.contains("/arkiv/inlagg/gammal /arkiv/inlagg/ny/ 301!"), "{netlify}");
        assert!(netlify.contains("/arkiv/inlagg/borta /arkiv/inlagg/borta/ 410!"), "{netlify}");
    }
}

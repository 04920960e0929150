//! The maps that web servers read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::query::{QueryAddress, encoded};
use super::{Destination, Redirects};
use crate::freeze::address::Address;

const NGINX: &str = "# For nginx. Include this file within http { … }, and write within server { … }:\n\
    #   if ($guldkorn_moved) { return 301 $guldkorn_moved; }\n\
    #   if ($guldkorn_gone) { return 410; }\n\
    #   error_page 404 /404.html;\n\
    # If nginx could not build map_hash, write within http { … }:\n\
    #   map_hash_max_size 65536;\n\
    #   map_hash_bucket_size 512;\n";

/// Writes the maps for nginx. By the query first: an address with one may have the path of a page.
pub(super) fn nginx(redirects: &Redirects, base: &str) -> String {
    let mut text = NGINX.to_owned();
    let mut by_whole = String::new();
    let mut by_pair: BTreeMap<&str, String> = BTreeMap::new();
    for (address, destination) in redirects.plain_queries() {
        let to = target(base, destination);
        for path in address.paths(base) {
            _ = match address.pairs() {
                // Other pairs may come along, such as those that count clicks.
                [(name, value)] if is_variable(name) && !value.is_empty() => {
                    let lines = by_pair.entry(name).or_default();
                    writeln!(lines, "  \"{path} {}\" \"{to}\";", encoded(value))
                }
                _ => writeln!(by_whole, "  \"{path}?{}\" \"{to}\";", address.encoded()),
            };
        }
    }
    let mut maps = vec![("$uri?$args".to_owned(), by_whole)];
    maps.extend(by_pair.into_iter().map(|(name, lines)| (format!("$uri $arg_{name}"), lines)));
    maps.retain(|(_, lines)| !lines.is_empty());
    let mut by_path = String::new();
    for (from, to) in moved(redirects, base) {
        _ = write!(by_path, "  \"{from}\" \"{to}\";\n  \"{from}/\" \"{to}\";\n");
    }
    maps.push(("$uri".to_owned(), by_path));
    let last = maps.len();
    for (number, (asked, lines)) in (1..).zip(maps) {
        let name = if number == 1 { "moved".to_owned() } else { format!("moved_{number}") };
        let next = if number == last { "\"\"".to_owned() } else { format!("$guldkorn_moved_{}", number + 1) };
        _ = write!(text, "map \"{asked}\" $guldkorn_{name} {{\n  default {next};\n{lines}}}\n");
    }
    text.push_str("map $uri $guldkorn_gone {\n  default \"\";\n");
    for from in gone(redirects, base) {
        _ = write!(text, "  \"{from}\" 1;\n  \"{from}/\" 1;\n");
    }
    text.push_str("}\n");
    text + &impossible(redirects.not_plain(), base)
}

/// Writes the map for Caddy.
pub(super) fn caddy(redirects: &Redirects, base: &str) -> String {
    let mut text = String::from("# For Caddy. Import this file within the site's block.\n");
    for (number, (address, destination)) in redirects.plain_queries().enumerate() {
        let quoted =
            |words: Vec<String>| words.iter().map(|word| format!(" \"{word}\"")).collect::<Vec<_>>().concat();
        let (paths, to) = (quoted(address.paths(base)), target(base, destination));
        let pairs = address.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
        _ = write!(
            text,
            "@guldkorn_{number} {{\n  path{paths}\n  query{}\n}}\nredir @guldkorn_{number} \"{to}\" permanent\n",
            quoted(pairs)
        );
    }
    for (from, to) in moved(redirects, base) {
        _ = write!(text, "redir \"{from}\" \"{to}\" permanent\nredir \"{from}/\" \"{to}\" permanent\n");
    }
    let gone: Vec<String> =
        gone(redirects, base).flat_map(|from| [format!("\"{from}\""), format!("\"{from}/\"")]).collect();
    if !gone.is_empty() {
        _ = write!(text, "@guldkorn_gone path {}\nerror @guldkorn_gone 410\n", gone.join(" "));
    }
    text + &impossible(redirects.not_plain(), base)
}

/// Writes the map in the format that began with Netlify. A line holds an address with its query only where each name has a
/// value.
pub(super) fn netlify(redirects: &Redirects, base: &str) -> String {
    let mut text = String::from(
        "# For Netlify, Cloudflare Pages and others that read this format.\n\
         # Lines with name=value are for Netlify: Cloudflare Pages passes them over, and reads 2 000 lines.\n",
    );
    let has_values = |address: &QueryAddress| address.pairs().iter().all(|(_, value)| !value.is_empty());
    for (address, destination) in redirects.plain_queries().filter(|(address, _)| has_values(address)) {
        let pairs =
            address.pairs().iter().map(|(name, value)| format!(" {}={}", encoded(name), encoded(value)));
        let pairs = pairs.collect::<Vec<_>>().concat();
        if let Some(path) = address.paths(base).first() {
            _ = writeln!(text, "{path}{pairs} {} 301!", target(base, destination));
        }
    }
    for (from, to) in moved(redirects, base) {
        _ = writeln!(text, "{} {to} 301!", from.replace(' ', "%20"));
    }
    for address in &redirects.gone {
        _ = writeln!(text, "{} {} 410!", from(base, address), within(base, address));
    }
    let without_values = redirects.plain_queries().filter(|(address, _)| !has_values(address));
    text + &impossible(redirects.not_plain().chain(without_values), base)
}

/// Lists as comments what a map cannot say.
fn impossible<'a>(left: impl Iterator<Item = (&'a QueryAddress, &'a Destination)>, base: &str) -> String {
    let line = |(address, to): (&QueryAddress, &Destination)| {
        format!("#   {} leads to {}\n", address.to_request(), target(base, to))
    };
    let lines = left.map(line).collect::<Vec<_>>().concat();
    if lines.is_empty() { lines } else { format!("# Not in this map, which has no way to say it:\n{lines}") }
}

/// Whether nginx has a variable for a name in a query.
fn is_variable(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Returns the paths that lead on. An address with a query is none: its page leads on.
fn moved(redirects: &Redirects, base: &str) -> impl Iterator<Item = (String, String)> {
    let paths = redirects.moved.iter().filter(|(from, _)| !from.has_query());
    paths.map(move |(address, destination)| (from(base, address), target(base, destination)))
}

fn gone(redirects: &Redirects, base: &str) -> impl Iterator<Item = String> {
    redirects.gone.iter().map(move |address| from(base, address))
}

fn target(base: &str, destination: &Destination) -> String {
    match destination {
        Destination::Within(new) => within(base, new),
        Destination::Elsewhere(url) => url.replace('"', "%22"),
    }
}

/// Returns the path that is asked for, decoded as web servers compare it.
fn from(base: &str, address: &Address) -> String {
    let path = address.path().trim_end_matches('/').replace(['"', '\\'], "");
    format!("{}{path}", base.trim_end_matches('/'))
}

fn within(base: &str, address: &Address) -> String {
    format!("{}{}", base.trim_end_matches('/'), address.served())
}

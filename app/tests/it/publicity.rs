//! Only `app/src/db/publicity.rs` compares `posts.public_from` and `posts.public_until` with the time: a query that forgot one
//! of the two would show a text before its time, or after its consent has ended.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::sources::{files, is_test, repository};

/// Where the columns are compared beside the rule, how often, and why that shows nobody anything.
const BESIDE_THE_RULE: [(&str, usize, &str); 8] = [
    ("app/src/blog/store/lists.rs", 4, "a span of publications, together with `public_at!`"),
    ("app/src/blog/store/read.rs", 3, "the order of neighbours, with `public_at!`; the next publication"),
    ("app/src/consent/store.rs", 4, "the instant at which the next consent ends"),
    ("app/src/posts/store/derived.rs", 8, "both columns are held against the view that they come from"),
    ("app/src/posts/store/doors.rs", 1, "whether consent stands at a door's opening, for staff"),
    ("app/src/posts/store/lists.rs", 1, "the year of a text in the staff's list"),
    ("app/src/media/crop/store.rs", 1, "whether anybody will ever see a picture, for staff"),
    ("app/src/picture_library/store/uses.rs", 1, "whether a change of words concerns readers"),
];

const COLUMNS: [&str; 2] = ["public_from", "public_until"];

#[test]
fn nobody_but_the_rule_compares_its_columns() {
    let root = repository();
    let mut found = BTreeMap::new();
    for folder in ["app/src", "server/src"] {
        for file in files(&root.join(folder), &["rs"]) {
            let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if name == "app/src/db/publicity.rs" || is_test(Path::new(&name)) {
                continue;
            }
            let comparisons = comparisons(&fs::read_to_string(&file).unwrap());
            if comparisons > 0 {
                found.insert(name, comparisons);
            }
        }
    }
    let listed: BTreeMap<_, _> =
        BESIDE_THE_RULE.into_iter().map(|(file, count, _)| (file.to_owned(), count)).collect();
    assert_eq!(found, listed, "ask `public_at!` or one of its kind (app/src/db/publicity.rs) instead");
}

#[test]
fn a_comparison_is_found_however_it_is_written() {
    for (source, count) in [
        (r#""select 1 from posts where public_from <= $1""#, 1),
        ("\"where p.public_from\n    <= $1 and p.public_until>$1\"", 2),
        (r#""where $1 >= p.public_from""#, 1),
        (r#"query.push(" and p.public_from <= ").push_bind(now)"#, 1),
        (r#""p.public_from is null""#, 1),
        (r#""public_from is not null and public_until between 1 and 2""#, 2),
        (r#""(public_from, id) < ($1, $2)""#, 1),
        (r#""coalesce(public_from, 0) > $1""#, 1),
        (r#""select public_from, public_until from posts order by public_from desc""#, 0),
        (r#"concat!("where ", public_at!("p", "$1"))"#, 0),
        ("// where public_from <= now\nfn public_from() {}", 0),
        ("post.public_from.is_some_and(|from| from <= now)", 0),
        ("let public_from = 1;", 0),
    ] {
        assert_eq!(comparisons(source), count, "{source}");
    }
}

/// Counts the comparisons of the columns in the strings of a file.
fn comparisons(source: &str) -> usize {
    strings(source)
        .iter()
        .map(|text| COLUMNS.iter().map(|column| of_column(text, column)).sum::<usize>())
        .sum()
}

fn of_column(sql: &str, column: &str) -> usize {
    let is_compared = |(at, _): (usize, &str)| {
        let before = sql[..at].trim_end_matches(|c: char| c.is_alphanumeric() || "._".contains(c)).trim_end();
        let after = sql[at + column.len()..].trim_start();
        // The end of a row value, or of a function's arguments.
        let after = match after.strip_prefix(',') {
            Some(rest) if !before.ends_with("select") && before.ends_with('(') => {
                rest.split_once(')').map_or(rest, |(_, rest)| rest).trim_start()
            }
            _ => after,
        };
        let compares = |rest: &str| {
            rest.starts_with(['<', '>', '='])
                || ["is ", "is\n", "between ", "in (", "not "].iter().any(|word| rest.starts_with(word))
        };
        compares(after) || before.ends_with(['<', '>', '='])
    };
    sql.match_indices(column).filter(|found| is_compared(*found)).count()
}

/// Returns the strings of a file, without its comments.
fn strings(source: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (start, next) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = match start {
            b'/' if next.starts_with('/') => next.split_once('\n').map_or("", |(_, rest)| rest),
            b'"' => {
                let mut is_escaped = false;
                let end = next.find(|c| {
                    let ends = c == '"' && !is_escaped;
                    is_escaped = c == '\\' && !is_escaped;
                    ends
                });
                let end = end.unwrap_or(next.len());
                strings.push(next[..end].to_owned());
                next.get(end + 1..).unwrap_or_default()
            }
            // The character '"' begins no string.
            b'\'' if next.starts_with("\"'") => &next[2..],
            b'\'' if next.starts_with("\\\"'") => &next[3..],
            _ => next,
        };
    }
    strings
}

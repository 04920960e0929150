//! Rooms (the modules of `app/src`) import downward only. `ARCHITECTURE.md` lists them, lowest first.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::sources::{files, is_test, repository};

#[test]
fn rooms_import_downward_only() {
    let rooms = listed_rooms();
    let source = repository().join("app/src");
    let mut found = BTreeSet::new();
    let mut problems = Vec::new();
    for file in files(&source, &["rs"]) {
        let path = file.strip_prefix(&source).unwrap();
        let steps: Vec<_> = path.iter().map(|step| step.to_str().unwrap()).collect();
        let room = steps[0].trim_end_matches(".rs");
        if room == "lib" || is_test(path) {
            continue;
        }
        found.insert(room.to_owned());
        // `room.rs` and `room/mod.rs` are modules of the crate's root, `room/part.rs` is one deeper.
        let depth = steps.len() - usize::from(steps.last() == Some(&"mod.rs"));
        for imported in imported_rooms(&fs::read_to_string(&file).unwrap(), depth) {
            problems.extend(problem(&rooms, room, &imported).map(|why| format!("{}: {why}", path.display())));
        }
    }
    let listed: BTreeSet<_> = rooms.iter().cloned().collect();
    for room in listed.symmetric_difference(&found) {
        problems.push(format!("{room}: either no room of app/src, or not listed in ARCHITECTURE.md"));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// Leptos does not escape what stands in a text area.
#[test]
fn one_component_alone_writes_text_areas() {
    let source = repository().join("app/src");
    let writes_one = |file: &PathBuf| fs::read_to_string(file).unwrap().contains("<textarea ");
    let found: Vec<_> = files(&source, &["rs"]).into_iter().filter(writes_one).collect();
    assert_eq!(found, [source.join("ui/text_area.rs")]);
}

#[test]
fn an_upward_import_is_found_however_it_is_written() {
    let source = r#"
        //! Mentions crate::comment and [`crate::link`].
        use crate::{single, braced::{Deep, deeper::X}, renamed as other};
        use crate::plain::Thing;
        pub(in crate::own) fn f() {
            let text = "crate::string";
            crate::inline::call();
            view! { <p>{crate::in_macro::call()}</p> }
            super::sibling::call();
            super::super::by_super::call();
        }
        #[cfg(feature = "ssr")]
        use crate::gated::Thing;
        #[cfg(test)]
        use crate::test_import::Thing;
        #[cfg(test)]
        mod tests {
            use crate::test_module::Thing;
        }
    "#;
    let imported: Vec<_> = imported_rooms(source, 2).into_iter().collect();
    let expected = ["braced", "by_super", "gated", "in_macro", "inline", "own", "plain", "renamed", "single"];
    assert_eq!(imported, expected);

    let rooms = ["low", "own", "high"].map(str::to_owned);
    assert_eq!(problem(&rooms, "own", "low"), None);
    assert_eq!(problem(&rooms, "own", "own"), None);
    assert!(problem(&rooms, "own", "high").is_some());
    assert!(problem(&rooms, "own", "unlisted").is_some());
}

/// Reads the rooms from the block `direction` of `ARCHITECTURE.md`, lowest first.
fn listed_rooms() -> Vec<String> {
    let document = fs::read_to_string(repository().join("ARCHITECTURE.md")).unwrap();
    let (_, block) = document.split_once("```direction\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    block.split_whitespace().map(str::to_owned).collect()
}

/// Says what is wrong with an import, if anything is.
fn problem(rooms: &[String], room: &str, imported: &str) -> Option<String> {
    let height = |room| rooms.iter().position(|listed| listed == room);
    match (height(room), height(imported)) {
        _ if room == imported => None,
        (Some(own), Some(other)) if other < own => None,
        (Some(_), Some(_)) => Some(format!("imports `{imported}`, which stands above `{room}`")),
        _ => Some(format!("imports `{imported}`, which is no listed room")),
    }
}

/// Returns the rooms that a file names by `crate::…` or by enough `super::…`, outside its tests.
fn imported_rooms(source: &str, depth: usize) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    collect(source.parse().unwrap(), depth, &mut rooms);
    rooms
}

fn collect(tokens: TokenStream, depth: usize, rooms: &mut BTreeSet<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        if is_test_attribute(&tokens[at..]) {
            at += item_length(&tokens[at..]);
            continue;
        }
        if let Some(path) = path_from_root(&tokens[at..], depth) {
            match path {
                [TokenTree::Ident(room), ..] => _ = rooms.insert(room.to_string()),
                [TokenTree::Group(group), ..] => rooms.extend(first_steps(group.stream())),
                _ => {}
            }
        }
        if let TokenTree::Group(group) = &tokens[at] {
            collect(group.stream(), depth, rooms);
        }
        at += 1;
    }
}

/// Returns what follows `crate::`, or the `super::` that lead from a module of this depth to the crate's root.
fn path_from_root(tokens: &[TokenTree], depth: usize) -> Option<&[TokenTree]> {
    let (step, times) = if is_ident(tokens.first()?, "crate") { ("crate", 1) } else { ("super", depth) };
    let mut rest = tokens;
    for _ in 0..times {
        match rest {
            [first, TokenTree::Punct(colon), TokenTree::Punct(_), after @ ..]
                if is_ident(first, step) && colon.as_char() == ':' =>
            {
                rest = after;
            }
            _ => return None,
        }
    }
    Some(rest)
}

/// Returns the first identifier of each part of `{a::b, c}`.
fn first_steps(group: TokenStream) -> Vec<String> {
    let tokens: Vec<_> = group.into_iter().collect();
    let parts = tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','));
    parts.filter_map(|part| Some(part.first()?.to_string())).collect()
}

fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

fn is_test_attribute(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] if hash.as_char() == '#' => {
            attribute.stream().to_string().replace(' ', "") == "cfg(test)"
        }
        _ => false,
    }
}

/// Returns the number of tokens of an item: to its semicolon, or to the end of its braces.
fn item_length(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    let is_use = tokens.iter().take_while(|token| !is_end(token)).any(|token| is_ident(token, "use"));
    let end = if is_use {
        tokens.iter().position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'))
    } else {
        tokens.iter().position(is_end)
    };
    end.map_or(tokens.len(), |end| end + 1)
}

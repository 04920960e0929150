//! The Swedish texts of the interface: they use the words of `docs/glossary.md`, and they are easy to read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use app::posts::PostContent;
use app::posts::checks::readability;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::sources::{files, is_test, repository};

/// The highest LIX of the interface and of each of its rooms.
const HIGHEST: u32 = 35;

/// The name of a key in the browser's events.
const KEY: &str = "Shift";

/// Words that only Swedish has, or has most: a text with one of them is for people.
const SWEDISH: [&str; 36] = [
    "alla", "att", "av", "bara", "den", "det", "din", "du", "eller", "en", "ett", "finns", "från", "går",
    "har", "här", "ingen", "inget", "inte", "kan", "läs", "med", "när", "och", "om", "på", "skriv", "som",
    "så", "text", "texten", "till", "vad", "vi", "välj", "är",
];

#[test]
fn no_text_has_a_word_that_the_glossary_forbids() {
    let forbidden = forbidden_words();
    assert!(forbidden.len() > 40, "the glossary's tables were not found");
    let mut problems = Vec::new();
    for (file, text) in interface_texts() {
        let words = words_of(&text);
        for word in &forbidden {
            if words.contains(&format!(" {word} ")) {
                problems.push(format!("{}: \"{word}\" in \"{text}\"", file.display()));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The rooms whose texts readers see. Only a site itself calls what a door holds a guldkorn.
const FOR_READERS: [&str; 20] = [
    "app/blog",
    "app/error",
    "app/layout",
    "app/page_metadata",
    "app/plain_page",
    "app/prerendered",
    "app/safety",
    "app/search",
    "app/shell",
    "app/start_page",
    "app/time",
    "app/ui",
    "app/voices",
    "app/calendar",
    "server/drawing",
    "server/error_pages",
    "server/picture_card",
    "server/quick_exit",
    "server/social_image",
    "server/syndication",
];

#[test]
fn readers_are_never_told_of_guldkorn() {
    let mut problems = Vec::new();
    for (file, text) in interface_texts() {
        let is_for_staff = file.starts_with("app/src/calendar/editing");
        if FOR_READERS.contains(&&*room_of(&file)) && !is_for_staff && words_of(&text).contains(" guldkorn") {
            problems.push(format!("{}: \"{text}\"", file.display()));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn the_interface_is_easy_to_read() {
    let mut rooms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in interface_texts() {
        if is_swedish(&text) && is_sentence(&text) {
            rooms.entry(room_of(&file)).or_default().push(text);
        }
    }
    let all: Vec<_> = rooms.values().flatten().cloned().collect();
    assert!(all.len() > 300, "only {} sentences were found", all.len());
    let mut hard = Vec::new();
    for (room, texts) in rooms.iter().chain([(&"everything".to_owned(), &all)]) {
        if let Some(lix) = lix(texts).filter(|lix| *lix > HIGHEST) {
            hard.push(format!("{room}: LIX {lix}\n  {}", texts.join("\n  ")));
        }
    }
    assert!(hard.is_empty(), "\n{}\n", hard.join("\n"));
}

#[test]
fn texts_are_found_in_views_and_attributes_and_nowhere_else() {
    let source = r#"
        //! Den här kommentaren är ingen text.
        #[error("Adressen är upptagen.")]
        fn page() { view! { <p title="Vad är det här?">"Skriv en " <b>{x}</b></p> } }
        const QUERY: &str = "select id from posts where text = 'Skriv här.'";
        #[cfg(test)]
        mod tests { const T: &str = "Ett prov är inte för läsare."; }
    "#;
    let mut texts = Vec::new();
    collect(source.parse().unwrap(), &mut texts);
    let texts: Vec<_> = texts.iter().filter_map(|text| for_people(text)).collect();
    assert_eq!(texts, ["Adressen är upptagen.", "Vad är det här?", "Skriv en "]);
    assert!(is_sentence("Vad är det här?") && !is_sentence("Skriv en "));
    assert_eq!(
        for_people("<p class=\"notice\">Nu är den <b>här</b>.</p>").as_deref(),
        Some("Nu är den här.")
    );
    assert_eq!(for_people("/admin/inlagg"), None);
}

/// Returns LIX by the product's own measure, each text as a paragraph; none for less than fifty words.
fn lix(texts: &[String]) -> Option<u32> {
    let body = texts.join("\n\n").replace(['*', '#', '|', '`', '>', '<', '['], " ");
    readability(&PostContent { body, ..PostContent::default() }, false).map(|measured| measured.lix)
}

/// Reads the last column of the glossary's tables.
fn forbidden_words() -> Vec<String> {
    let glossary = fs::read_to_string(repository().join("docs/glossary.md")).unwrap();
    let rows = glossary.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Swedish"));
    let words =
        rows.flat_map(|row| row.trim_end_matches(" |").rsplit("| ").next().unwrap_or_default().split(", "));
    words.map(str::to_owned).filter(|word| !word.is_empty()).collect()
}

/// Returns the words of a text in small letters, each between spaces.
fn words_of(text: &str) -> String {
    let letters = text.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '-' && c != '_', " ");
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the texts for people in the sources, with the file they stand in.
fn interface_texts() -> Vec<(PathBuf, String)> {
    let root = repository();
    let mut texts = Vec::new();
    for folder in ["app/src", "server/src", "frontend/editor/src"] {
        for file in files(&root.join(folder), &["rs", "js", "md"]) {
            let short = file.strip_prefix(root).unwrap();
            if is_test(short) || short.starts_with("server/src/demo") {
                continue;
            }
            let source = fs::read_to_string(&file).unwrap();
            let mut found = Vec::new();
            match file.extension().unwrap().to_str().unwrap() {
                "rs" => collect(source.parse().unwrap(), &mut found),
                // Every second part of a line stands between quotation marks.
                "js" => found.extend(
                    source.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned),
                ),
                _ => found.extend(source.lines().map(|line| line.replace('*', ""))),
            }
            texts.extend(
                found.iter().filter_map(|text| for_people(text)).map(|text| (short.to_owned(), text)),
            );
        }
    }
    texts
}

/// Returns the room that a file belongs to; each of the staff's pages is one.
fn room_of(file: &Path) -> String {
    let steps: Vec<_> = file.iter().map(|step| step.to_str().unwrap().trim_end_matches(".rs")).collect();
    match steps.as_slice() {
        ["app", "src", "admin", page, ..] => format!("admin/{page}"),
        ["frontend", ..] => "frontend/editor".to_owned(),
        [package, "src", room, ..] => format!("{package}/{room}"),
        _ => String::new(),
    }
}

/// Returns a literal without its markup if it is a text for people: Swedish, or a word with a capital, such as a label.
fn for_people(literal: &str) -> Option<String> {
    let mut text = String::with_capacity(literal.len());
    for part in literal.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    let is_code = text.contains(['=', ';', '/']) && !text.contains(' ') || text.contains("::");
    let is_sql =
        ["select ", "insert ", "update ", "delete ", " where "].iter().any(|word| text.contains(word));
    let is_shown = is_swedish(&text) || text.starts_with(char::is_uppercase);
    (is_shown && !is_code && !is_sql && text != KEY).then_some(text)
}

fn is_swedish(text: &str) -> bool {
    text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'])
        || words_of(text).split(' ').any(|word| SWEDISH.contains(&word))
}

/// Whether a text begins and ends as a sentence does.
fn is_sentence(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '{' || c == '”');
    begins && text.contains(' ') && text.trim_end().ends_with(['.', '?', '!'])
}

/// Collects the literals of code that is no test, and of the messages of errors. Other attributes, such as comments, hold
/// nothing for people.
fn collect(tokens: TokenStream, texts: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                let is_inner =
                    |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!');
                tokens.next_if(is_inner);
                let is_attribute = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
                let Some(TokenTree::Group(attribute)) = tokens.next_if(is_attribute) else { continue };
                let attribute = attribute.stream();
                let words = attribute.to_string().replace(' ', "");
                if words == "cfg(test)" {
                    skip_item(&mut tokens);
                } else if words.starts_with("error(") {
                    collect(attribute, texts);
                }
            }
            TokenTree::Group(group) => collect(group.stream(), texts),
            TokenTree::Literal(literal) => texts.extend(text_of(&literal.to_string())),
            _ => {}
        }
    }
}

/// Skips an item: to its semicolon, or to the end of its braces.
fn skip_item(tokens: &mut impl Iterator<Item = TokenTree>) {
    for token in tokens {
        match token {
            TokenTree::Punct(end) if end.as_char() == ';' => return,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            _ => {}
        }
    }
}

/// Returns what a string literal says, as far as readers see it: a line that goes on in the source is one line.
fn text_of(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let lines: Vec<_> = inner
        .split("\\\n")
        .enumerate()
        .map(|(n, line)| if n == 0 { line } else { line.trim_start() })
        .collect();
    Some(lines.concat().replace("\\n", " ").replace("\\\"", "\"").replace("\\u{a0}", "\u{a0}"))
}

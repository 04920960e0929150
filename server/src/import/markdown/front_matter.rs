//! Splits a file into its front matter and its text.

use super::value::{Fields, Value};
use super::yaml;

/// Front matter that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    /// The line within the front matter, from 1.
    pub(super) line: usize,
    /// What the parser says.
    pub(super) why: String,
}

/// What stands before a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Front {
    /// Nothing.
    None,
    /// Its fields, and the keys that stand twice.
    Fields(Fields, Vec<String>),
    /// Something that was meant as front matter.
    Broken(Broken),
}

/// Splits a file. What is no front matter stays in the text: a rule may begin it, too.
pub(super) fn split(text: &str) -> (Front, &str) {
    let text = text.trim_start_matches('\n');
    if text.starts_with('{') {
        return json(text);
    }
    let Some((first, rest)) = text.split_once('\n').or(Some((text, ""))) else { return (Front::None, text) };
    match first.trim_end() {
        "---" => match until(rest, &["---", "..."]) {
            Some((head, body)) => yaml_head(head, body, text),
            None if is_field(rest) => (Front::Broken(unclosed()), text),
            None => (Front::None, text),
        },
        "+++" => match until(rest, &["+++"]) {
            Some((head, body)) => (toml_head(head), body),
            None => (Front::Broken(unclosed()), rest),
        },
        _ => (Front::None, text),
    }
}

fn unclosed() -> Broken {
    Broken { line: 1, why: "slutet på huvudet saknas".to_owned() }
}

/// Splits at the first line that is one of the fences.
fn until<'a>(text: &'a str, fences: &[&str]) -> Option<(&'a str, &'a str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if fences.contains(&line.trim_end()) {
            return Some((&text[..start], &text[start + line.len()..]));
        }
        start += line.len();
    }
    None
}

/// Reads what stands between the fences, unless it is a text between two rules.
fn yaml_head<'a>(head: &str, body: &'a str, whole: &'a str) -> (Front, &'a str) {
    match yaml::parse(head) {
        Ok((Value::Table(fields), doubles)) if fields.iter().all(|(key, _)| is_key(key)) => {
            (Front::Fields(fields, doubles), body)
        }
        Ok((Value::Null, _)) => (Front::Fields(Vec::new(), Vec::new()), body),
        Err(broken) if is_field(head) => (Front::Broken(broken), body),
        Ok(_) | Err(_) => (Front::None, whole),
    }
}

/// Whether a text begins with a field: `title: …`.
fn is_field(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first
        .split_once(':')
        .is_some_and(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with(' ')))
}

/// Whether a text is a key as programs use them, and no sentence before a colon.
fn is_key(text: &str) -> bool {
    let is_sound = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.');
    !text.is_empty() && text.len() <= 60 && text.chars().all(is_sound)
}

fn toml_head(head: &str) -> Front {
    match head.parse::<toml::Table>() {
        Ok(table) => Front::Fields(toml_fields(table), Vec::new()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = head.get(..at).unwrap_or_default().matches('\n').count() + 1;
            Front::Broken(Broken { line, why: error.message().to_owned() })
        }
    }
}

fn toml_fields(table: toml::Table) -> Fields {
    table.into_iter().map(|(key, value)| (key, toml_value(value))).collect()
}

fn toml_value(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Array(values) => Value::List(values.into_iter().map(toml_value).collect()),
        toml::Value::Table(table) => Value::Table(toml_fields(table)),
        toml::Value::Integer(number) => Value::Text(number.to_string()),
        toml::Value::Float(number) => Value::Text(number.to_string()),
        toml::Value::Boolean(is) => Value::Text(is.to_string()),
        toml::Value::Datetime(date) => Value::Text(date.to_string()),
    }
}

/// Reads an object at the beginning of a text, as Hugo takes it.
fn json(text: &str) -> (Front, &str) {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(serde_json::Value::Object(object))) if object.keys().all(|key| is_key(key)) => {
            let fields = object.into_iter().map(|(key, value)| (key, json_value(value))).collect();
            (Front::Fields(fields, Vec::new()), text.get(values.byte_offset()..).unwrap_or_default())
        }
        _ => (Front::None, text),
    }
}

fn json_value(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Array(values) => Value::List(values.into_iter().map(json_value).collect()),
        serde_json::Value::Object(object) => {
            Value::Table(object.into_iter().map(|(key, value)| (key, json_value(value))).collect())
        }
        other => Value::Text(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<String> {
        match split(text).0 {
            Front::Fields(fields, _) => Value::Table(fields).field("title")?.text().map(str::to_owned),
            _ => None,
        }
    }

    #[test]
    fn three_languages_are_front_matter() {
        for text in
            ["---\ntitle: A\n---\nText", "+++\ntitle = 'A'\n+++\nText", "{\n \"title\": \"A\"\n}\nText"]
        {
            assert_eq!(title(text).as_deref(), Some("A"), "{text}");
            assert_eq!(split(text).1.trim(), "Text");
        }
        assert_eq!(title("+++\ntitle = 1984\ndate = 2020-01-01\n+++\n").as_deref(), Some("1984"));
    }

    #[test]
    fn a_rule_begins_a_text_and_no_front_matter() {
        for text in [
            "---\n\nEn text.\n\n---\n\nSlut: så.",
            "----\ntitle: A\n----\nText",
            "---\nBara en linje",
            "Text",
        ] {
            assert_eq!(split(text), (Front::None, text), "{text}");
        }
    }

    #[test]
    fn broken_front_matter_is_told_apart_from_text() {
        for (text, line, body) in [
            ("---\ntitle: A\nd: Nej: så\n---\nText", 2, "Text"),
            ("+++\ntitle = “A”\n+++\nText", 1, "Text"),
            ("+++\ntitle = 'A'\n\nText", 1, "title = 'A'\n\nText"),
        ] {
            let (front, rest) = split(text);
            assert!(matches!(&front, Front::Broken(broken) if broken.line == line), "{text}: {front:?}");
            assert_eq!(rest, body);
        }
    }
}

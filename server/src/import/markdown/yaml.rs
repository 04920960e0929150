//! Front matter in YAML.
//!
//! It is read as events, so that every scalar stays the text that was written, and aliases cost what they stand for: five
//! lines of them can mean half a million values.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::front_matter::Broken;
use super::value::{Fields, Value};

/// How many values front matter may have, each alias counted with all that it stands for.
const MOST_VALUES: usize = 5_000;
/// How deep they may lie in each other.
const DEEPEST: usize = 32;

/// Parses YAML. The keys that stand twice in the outermost table are returned, too.
pub(super) fn parse(text: &str) -> Result<(Value, Vec<String>), Broken> {
    let mut tree = Tree::default();
    for event in Parser::new_from_str(text) {
        let (event, span) =
            event.map_err(|error| Broken { line: error.marker().line(), why: error.info().to_owned() })?;
        let broken = |why: &str| Broken { line: span.start.line(), why: why.to_owned() };
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let is_null =
                    style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if is_null { Value::Null } else { Value::Text(text.into_owned()) };
                tree.add(value, anchor, 1).map_err(broken)?;
            }
            Event::Alias(anchor) => {
                let (value, size) = tree.anchors.get(&anchor).cloned().unwrap_or((Value::Null, 1));
                tree.add(value, 0, size).map_err(broken)?;
            }
            Event::SequenceStart(anchor, _) => tree.open(Open::List(Vec::new()), anchor).map_err(broken)?,
            Event::MappingStart(anchor, _) => {
                tree.open(Open::Table(Vec::new(), None), anchor).map_err(broken)?;
            }
            Event::SequenceEnd | Event::MappingEnd => tree.close().map_err(broken)?,
            Event::DocumentEnd | Event::StreamEnd => break,
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => {}
        }
    }
    Ok((tree.root.unwrap_or(Value::Null), tree.doubles))
}

/// A list or table that is being read; of a table, the key whose value comes next.
enum Open {
    List(Vec<Value>),
    Table(Fields, Option<String>),
}

#[derive(Default)]
struct Tree {
    /// What is open, with its anchor and the number of values before it.
    open: Vec<(Open, usize, usize)>,
    anchors: HashMap<usize, (Value, usize)>,
    values: usize,
    root: Option<Value>,
    doubles: Vec<String>,
}

impl Tree {
    fn open(&mut self, open: Open, anchor: usize) -> Result<(), &'static str> {
        if self.open.len() == DEEPEST {
            return Err("värdena ligger för djupt i varandra");
        }
        self.open.push((open, anchor, self.values));
        Ok(())
    }

    fn close(&mut self) -> Result<(), &'static str> {
        let Some((open, anchor, before)) = self.open.pop() else { return Ok(()) };
        let value = match open {
            Open::List(values) => Value::List(values),
            Open::Table(fields, _) => Value::Table(fields),
        };
        let size = self.values - before + 1;
        self.values = before;
        self.add(value, anchor, size)
    }

    fn add(&mut self, value: Value, anchor: usize, size: usize) -> Result<(), &'static str> {
        self.values += size;
        if self.values > MOST_VALUES {
            return Err("alias som växer till för många värden");
        }
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), size));
        }
        let is_outermost = self.open.len() == 1;
        match self.open.last_mut().map(|(open, ..)| open) {
            None => self.root = Some(value),
            Some(Open::List(values)) => values.push(value),
            Some(Open::Table(fields, key)) => match key.take() {
                None => *key = Some(value.text().unwrap_or_default().to_owned()),
                Some(key) if fields.iter().any(|(known, _)| *known == key) => {
                    if is_outermost {
                        self.doubles.push(key);
                    }
                }
                Some(key) => fields.push((key, value)),
            },
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(yaml: &str, field: &str) -> Vec<String> {
        parse(yaml).unwrap().0.field(field).unwrap().texts()
    }

    #[test]
    fn scalars_stay_what_was_written() {
        let yaml = "a: [2024, no, yes, null, 007, \"null\", 1.10, 2020-12-24]\nb: &x [ett]\nc: *x\n";
        assert_eq!(texts(yaml, "a"), ["2024", "no", "yes", "007", "null", "1.10", "2020-12-24"]);
        assert_eq!(texts(yaml, "c"), ["ett"]);
    }

    #[test]
    fn the_first_of_two_keys_counts() {
        let (value, doubles) = parse("title: A\ntitle: B\n").unwrap();
        assert_eq!(value.field("title").and_then(Value::text), Some("A"));
        assert_eq!(doubles, ["title"]);
    }

    #[test]
    fn what_grows_or_nests_too_much_is_refused_at_once() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n\
                    d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";
        assert!(parse(bomb).unwrap_err().why.contains("alias"));
        assert!(parse(&format!("a: {}", "[".repeat(10_000))).is_err());
        let broken = parse("title: A\nd: Nej: det här\n").unwrap_err();
        assert_eq!(broken.line, 2);
    }
}

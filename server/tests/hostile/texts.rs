//! The corpus `texts.jsonl`: one record a line, with a name and either a text or parts that are each repeated
//! `times` over and then joined.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    name: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(default)]
    times: usize,
}

/// Name and text of every record.
pub(crate) fn texts() -> Vec<(String, String)> {
    include_str!("texts.jsonl")
        .lines()
        .map(|line| {
            let record: Record = serde_json::from_str(line).expect("a record a line");
            let repeated: String = record.parts.iter().map(|part| part.repeat(record.times)).collect();
            (record.name, record.text + &repeated)
        })
        .collect()
}

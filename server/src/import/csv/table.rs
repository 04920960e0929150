//! Reading a table, whatever stands between its columns.

use std::path::Path;

use app::import::ReadError;

use crate::import::decode::decode;
use crate::import::options::Kind;

/// The largest table that is read, in bytes: it is decoded as a whole.
const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// Words for the column of old addresses.
pub(super) const FROM: &[&str] = &["gammal adress", "old address", "from", "source", "från"];
/// Words for the column of new addresses.
pub(super) const TO: &[&str] = &["ny adress", "new address", "to", "target", "till"];
/// Words for the column of titles.
pub(super) const TITLE: &[&str] = &["title", "rubrik"];

/// A table whose rows are read one by one.
pub(super) struct Table {
    text: String,
    separator: u8,
}

/// A row, with its line in the file.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) fields: Vec<String>,
}

impl Table {
    /// Reads a file.
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        let name = path.display();
        let unreadable = |error| ReadError(format!("{name} kan inte läsas ({error}): kontrollera filen"));
        if std::fs::metadata(path).map_err(unreadable)?.len() > MOST_BYTES {
            return Err(ReadError(format!("{name} är större än 50 MB: dela upp den i flera filer")));
        }
        Ok(Self::of(decode(&std::fs::read(path).map_err(unreadable)?).text))
    }

    pub(super) fn of(text: String) -> Self {
        let separator = separator(&text);
        Self { text, separator }
    }

    /// Returns the rows. One that cannot be read is its line.
    pub(super) fn rows(&self) -> impl Iterator<Item = Result<Row, u64>> {
        let reader = ::csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        reader.into_records().map(|record| match record {
            Ok(record) => {
                let line = record.position().map_or(0, ::csv::Position::line);
                Ok(Row { line, fields: record.iter().map(|field| field.trim().to_owned()).collect() })
            }
            Err(error) => Err(error.position().map_or(0, ::csv::Position::line)),
        })
    }
}

/// Returns what stands between columns: what there is most of in the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Returns the column whose name is one of these words.
pub(super) fn column(header: &[String], words: &[&str]) -> Option<usize> {
    header.iter().position(|name| words.contains(&&*name.to_lowercase()))
}

/// Whether a row holds two addresses.
pub(super) fn is_redirect(fields: &[String]) -> bool {
    let is_address = |field: &String| field.starts_with('/') || field.starts_with("http");
    matches!(fields, [from, to, ..] if is_address(from) && is_address(to))
}

/// Returns what a table holds, by its beginning.
pub(in crate::import) fn kind(text: &str) -> Option<Kind> {
    let table = Table::of(text.lines().take(5).collect::<Vec<_>>().join("\n"));
    let header = table.rows().next()?.ok()?.fields;
    if is_redirect(&header) || column(&header, FROM).is_some() && column(&header, TO).is_some() {
        Some(Kind::Redirects)
    } else {
        (header.len() > 1 && column(&header, TITLE).is_some()).then_some(Kind::Csv)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_told_by_its_first_row() {
        assert_eq!(kind("gammal adress;ny adress\n/a;/b"), Some(Kind::Redirects));
        assert_eq!(kind("/i/a42007494/2020/12/,/blogg/2020/12\n"), Some(Kind::Redirects));
        assert_eq!(kind("id,Rubrik,Text\n1,A,\"B\nC\""), Some(Kind::Csv));
        assert_eq!(kind("id\ttitle\n"), Some(Kind::Csv));
        for text in ["", "Hej och hå, här är en text.", "title\nA"] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}

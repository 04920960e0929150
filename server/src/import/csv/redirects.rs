//! A table of old and new addresses.

use std::path::Path;

use app::import::{ReadError, TableRow};

use super::table::{FROM, TO, Table, column, is_redirect};

/// Reads the rows of a table: two columns, with or without a row of names.
pub(in crate::import) fn redirects(path: &Path) -> Result<Vec<TableRow>, ReadError> {
    let table = Table::open(path)?;
    let mut columns = (0, 1);
    let mut rows = Vec::new();
    for (at, row) in table.rows().enumerate() {
        let row =
            row.map_err(|line| ReadError(format!("rad {line} går inte att läsa: rätta citattecknen")))?;
        let named = column(&row.fields, FROM).zip(column(&row.fields, TO));
        if let Some(named) = named.filter(|_| at == 0) {
            columns = named;
        } else if at > 0 || is_redirect(&row.fields) {
            let field = |column: usize| row.fields.get(column).cloned().unwrap_or_default();
            rows.push(TableRow { line: row.line, from: field(columns.0), to: field(columns.1) });
        }
    }
    Ok(rows)
}

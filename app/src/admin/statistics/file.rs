//! The numbers as a file for a spreadsheet.

use super::query::StatisticsQuery;
use crate::error::AppError;
use crate::state::AppState;
use crate::statistics::{first_open_day, store};

/// The first line. Semicolons, as spreadsheets in Swedish expect of a CSV file.
const HEAD: &str = "Dag;Kalender;Lucka;Text;Adress;Läsningar\r\n";
/// By this mark spreadsheets know the encoding.
const UTF_8: char = '\u{feff}';

/// A file with numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatisticsFile {
    /// ASCII letters, digits, hyphens and dots.
    pub name: String,
    /// CSV in UTF-8.
    pub content: String,
}

/// Makes the file with the numbers that a query of the page selects: a line for each text and day, or month of a year.
///
/// # Errors
/// [`AppError::Internal`] when the database cannot be read.
pub async fn statistics_file(state: &AppState, query: &str) -> Result<StatisticsFile, AppError> {
    let now = state.clock.now_millis();
    let query = StatisticsQuery::parse(query);
    let selection = query.selection(first_open_day(now));
    let mut content = format!("{UTF_8}{HEAD}");
    for row in store::rows(state.db.reader(), &selection, query.period.unit(), now).await? {
        let text = row.text;
        let cells = [
            row.day,
            text.edition.unwrap_or_default(),
            text.door.map(|door| door.to_string()).unwrap_or_default(),
            text.title,
            text.kind.path(&text.slug),
            text.reads.to_string(),
        ];
        content.push_str(&cells.map(|cell| quoted(&cell)).join(";"));
        content.push_str("\r\n");
    }
    let time = query.period.value();
    let name = if time.is_empty() { "statistik.csv".to_owned() } else { format!("statistik-{time}.csv") };
    Ok(StatisticsFile { name, content })
}

/// Writes a cell. No text is taken for a formula: a spreadsheet would run it.
fn quoted(cell: &str) -> String {
    let formula = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if formula.is_empty() && !cell.contains([';', '"', '\n', '\r']) {
        return cell.to_owned();
    }
    format!("\"{formula}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_one_cell_and_no_formula() {
        assert_eq!(quoted("Små steg"), "Små steg");
        assert_eq!(quoted("Ett; två"), "\"Ett; två\"");
        assert_eq!(quoted("”Ja” och \"nej\""), "\"”Ja” och \"\"nej\"\"\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("@summa"), "\"'@summa\"");
    }
}

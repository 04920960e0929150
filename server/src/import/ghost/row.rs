//! Rows of Ghost's tables.

use serde_json::{Map, Value};

/// What an export has in place of its site's address.
const PLACE: &str = "__GHOST_URL__";

/// A row of a table. Its columns have had several types over the years, and any of them may be missing.
#[derive(Debug, Clone, Default)]
pub(super) struct Row(Map<String, Value>);

impl Row {
    /// Returns a row, unless the value is none.
    pub(super) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(columns) => Some(Self(columns)),
            _ => None,
        }
    }

    /// Returns a column as text; empty when it has none. Addresses of the site begin with a slash in it.
    pub(super) fn text(&self, column: &str) -> String {
        match self.0.get(column) {
            Some(Value::String(text)) => text.replace(PLACE, ""),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Returns a column as a number, for sorting; zero when it has none.
    pub(super) fn number(&self, column: &str) -> i64 {
        self.0.get(column).and_then(Value::as_i64).unwrap_or_default()
    }

    /// Returns whether a column says yes.
    pub(super) fn is_set(&self, column: &str) -> bool {
        matches!(self.0.get(column), Some(Value::Bool(true))) || self.number(column) != 0
    }
}

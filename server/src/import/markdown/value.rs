//! Values of front matter, whatever language it is written in.

/// A value. Numbers, booleans and dates stay the text that was written: `007` is no 7, and `no` no "false".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Text(String),
    List(Vec<Self>),
    Table(Fields),
}

/// The fields of a table, in their order.
pub(super) type Fields = Vec<(String, Value)>;

impl Value {
    /// Returns a text as one value; of a list, its first.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Self::List(values) => values.first()?.text(),
            Self::Null | Self::Table(_) => None,
        }
    }

    /// Returns all texts of a list, or those of one text with commas between.
    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => {
                text.split(',').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
            }
            Self::List(values) => values.iter().filter_map(Self::text).map(str::to_owned).collect(),
            Self::Null | Self::Table(_) => Vec::new(),
        }
    }

    /// Returns a field of a table.
    pub(super) fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Table(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether it says yes, as somebody writes it.
    pub(super) fn is_yes(&self) -> Option<bool> {
        match &*self.text()?.to_lowercase() {
            "true" | "yes" | "ja" | "on" | "1" => Some(true),
            "false" | "no" | "nej" | "off" | "0" => Some(false),
            _ => None,
        }
    }
}

//! Data from the server. The browser parses it, and a page reads the few values that it needs: types for all of it would
//! be a large part of the client.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::JsValue;

/// A JSON value.
pub(crate) struct Json(JsValue);

impl Json {
    /// Parses a response. Returns `None` when it is not JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    /// Returns a field of an object; null where there is none.
    pub(crate) fn get(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::NULL))
    }

    /// Returns the values of an array; none of anything else.
    pub(crate) fn items(&self) -> Vec<Self> {
        let items = if Array::is_array(&self.0) { Array::from(&self.0).to_vec() } else { Vec::new() };
        items.into_iter().map(Self).collect()
    }

    /// Returns the two strings of a pair.
    pub(crate) fn pair(&self) -> [String; 2] {
        let mut items = self.items().into_iter().map(|item| item.text());
        [items.next().unwrap_or_default(), items.next().unwrap_or_default()]
    }

    /// Returns a string; empty for anything else.
    pub(crate) fn text(&self) -> String {
        self.0.as_string().unwrap_or_default()
    }

    /// Returns a number; zero for anything else.
    pub(crate) fn number(&self) -> f64 {
        self.0.as_f64().unwrap_or_default()
    }

    /// Whether it is true.
    pub(crate) fn is_true(&self) -> bool {
        self.0 == JsValue::TRUE
    }
}

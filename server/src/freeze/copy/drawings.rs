//! Drawings that a style sheet loads. Browsers load no mask for a page from a folder, so the sheet has to hold it.

use std::collections::HashMap;

use app::paths;
use http::StatusCode;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Copy, text};
use crate::freeze::address::{Address, Target};
use crate::freeze::{FreezeError, style_urls};

/// The largest drawing that goes into a sheet, in bytes: every page loads the sheet.
const LARGEST: usize = 4000;

impl Copy {
    /// Returns a style sheet with its small drawings in it.
    pub(super) async fn with_drawings(&self, sheet: &Address, css: &str) -> Result<String, FreezeError> {
        let mut drawings = HashMap::new();
        for url in style_urls::all(css) {
            let Target::Within(address, rest) = self.links.target(sheet, &url) else { continue };
            let ending = address.path().rsplit_once('.').map_or("", |(_, ending)| ending);
            let is_drawing = ending == "svg" && !address.path().starts_with(paths::SCENES);
            if !is_drawing || !rest.is_empty() || drawings.contains_key(&url) {
                continue;
            }
            let answer = self.visitor.get(&address.to_request()).await?;
            if answer.status != StatusCode::OK {
                continue;
            }
            let drawing = text(&address, answer).await?;
            if drawing.len() <= LARGEST {
                let data = utf8_percent_encode(&drawing, NON_ALPHANUMERIC);
                drawings.insert(url, format!("data:image/svg+xml,{data}"));
            }
        }
        Ok(style_urls::replace(css, |url| drawings.get(url).cloned()))
    }
}

//! The HTML document around a page.
//!
//! The server renders the [`body`] first and the document afterwards, when the page has said everything that its
//! `<head>` needs: title, metadata, status. Only the element `data-app` in the body is hydrated, so neither the
//! document nor the head costs the client anything.

mod body;
mod head;
mod linked_data;
mod open_graph;
mod page_script;
mod style_sheets;

use std::sync::Arc;

use http::StatusCode;
use leptos::nonce::Nonce;
use leptos::prelude::*;

pub use self::body::body;
use self::head::page_head;
use self::page_script::{PageScript, is_eager};
use self::style_sheets::StyleSheets;
use crate::layout::{Layout, RememberedTheme};
use crate::page_metadata::PageMetadata;
use crate::paths;
use crate::state::Assets;

/// The font that every page sets its text in, as `style/fonts.css` names it.
const TEXT_FONT: &str = "/fonts/atkinson.a99a095d.woff2";

/// What the document says of a rendered page.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The settings, voices and address of the site.
    pub layout: Layout,
    /// The client's files.
    pub assets: Arc<Assets>,
    /// The path of the request.
    pub path: String,
    /// The query of the request, without the question mark; may be empty.
    pub query: String,
    /// The nonce of the scripts, as in the content security policy.
    pub nonce: Nonce,
    /// What the app's part of the page consists of, by which the browser sees whether that came through untouched:
    /// its nodes in order, each as 31 times what was before plus the node's type in the DOM.
    pub shape: u32,
    /// The status of the response.
    pub status: StatusCode,
    /// What the page said of itself while its body was rendered.
    pub metadata: PageMetadata,
}

impl Shell {
    /// Writes the document around the HTML that [`body`] was rendered to.
    pub fn document(&self, body: String) -> String {
        let Self { assets, nonce, path, .. } = self;
        let sheets = StyleSheets::of(assets, path, &body);
        let (icon, icon_type) = self.layout.brand.icon.for_browsers();
        let colours = self.layout.colours.clone();
        let own_colours = colours.style_sheet.map(|sheet| sheet.address.clone());
        let own_style = Some(self.metadata.style.clone()).filter(|style| !style.is_empty());
        let later_css = sheets.later.join(" ");
        view! {
            <!DOCTYPE html>
            <html lang="sv">
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    // Else phones make links of what they take for telephone numbers.
                    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no"/>
                    {page_head(self)}
                    <link rel="manifest" href=paths::MANIFEST/>
                    <meta name="application-name" content=self.layout.settings.name.clone()/>
                    <meta name="color-scheme" content="light dark"/>
                    <RememberedTheme nonce=nonce.clone() palette=colours.palette/>
                    <link rel="preload" href=TEXT_FONT r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                    {sheets.links()}
                    {own_colours.map(|href| view! { <link rel="stylesheet" href=href/> })}
                    {own_style.map(|href| view! { <link rel="stylesheet" href=href/> })}
                    <link rel="icon" href=icon r#type=icon_type/>
                    <link rel="apple-touch-icon" href=self.layout.brand.icon.address(paths::TOUCH_ICON)/>
                    <PageScript assets=Arc::clone(assets) nonce=nonce.clone() shape=self.shape eager=is_eager(path) later_css/>
                </head>
                <body inner_html=body></body>
            </html>
        }
        .to_html()
    }
}

#[cfg(test)]
mod tests {
    use super::TEXT_FONT;

    #[test]
    fn the_font_that_is_fetched_early_is_the_style_sheets() {
        let sheet = include_str!("../../../style/fonts.css");
        assert!(sheet.contains(&format!("src: url(\"{TEXT_FONT}\")")), "{TEXT_FONT}");
    }
}

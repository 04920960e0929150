//! The document around what these addresses show.

use leptos::prelude::*;

use super::script::Script;
use crate::layout::Layout;
use crate::state::Assets;

/// A whole page with the content security policy that it needs.
#[derive(Debug, Clone)]
pub struct EmbeddedPage {
    /// The document.
    pub html: String,
    /// The policy.
    pub policy: String,
}

/// What a document is made of.
pub(super) struct EmbeddedDocument<'a> {
    pub(super) layout: &'a Layout,
    pub(super) assets: &'a Assets,
    /// Title of the document.
    pub(super) title: String,
    /// Class of its body, by which the style sheet tells the two kinds apart.
    pub(super) class: &'static str,
    /// Zone of the edition, by which the script tells the time.
    pub(super) zone: &'a str,
    /// What only this kind has in its head.
    pub(super) head: AnyView,
    /// HTML of the body.
    pub(super) body: String,
    pub(super) script: Script,
    /// Whether the script fetches the page again.
    pub(super) fetches: bool,
    /// Who may show it in a frame: the sources of `frame-ancestors`.
    pub(super) framers: &'a str,
}

impl EmbeddedDocument<'_> {
    /// Writes the page.
    pub(super) fn page(self) -> EmbeddedPage {
        let Self { layout, assets, title, class, zone, head, body, script, fetches, framers } = self;
        let connect = if fetches { " connect-src 'self';" } else { "" };
        let policy = format!(
            "default-src 'none'; script-src {}; style-src 'self'; img-src 'self'; font-src 'self';{connect} \
             form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors {framers}",
            script.source
        );
        let own = layout.colours.style_sheet.as_ref().map(|sheet| sheet.address.as_str());
        let scenes =
            assets.of_scenes(&body).into_iter().filter(|(_, is_shown)| *is_shown).map(|(sheet, _)| sheet);
        let calendar = [assets.css.as_str(), &assets.calendar_css].into_iter().chain(scenes);
        let sheets = calendar.chain([assets.embed_css.as_str()]).chain(own);
        let sheets = sheets.filter(|sheet| !sheet.is_empty());
        let sheets = sheets.map(|sheet| view! { <link rel="stylesheet" href=sheet.to_owned()/> });
        // As HTML of its own: a text child is followed by a comment, which a title would show.
        let title = html_escape::encode_text(&title).into_owned();
        // At the end, where the script finds what it keeps up to date.
        let body = format!("{body}<script>{}</script>", script.code);
        let html = view! {
            <!DOCTYPE html>
            <html lang="sv">
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no"/>
                    <title inner_html=title></title>
                    <meta name="robots" content="noindex"/>
                    <meta name="color-scheme" content="light dark"/>
                    {head}
                    {sheets.collect_view()}
                    </head>
                <body class=class data-zone=zone inner_html=body></body>
            </html>
        }
        .to_html();
        EmbeddedPage { html: html.replace("<!>", "<!---->"), policy }
    }
}

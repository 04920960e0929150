//! The page of the search: its form, its results, and all texts for those without scripts.

use std::fmt::Write as _;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::index::{Entry, SearchIndex};
use crate::freeze::FreezeError;

/// Puts results and the list of all texts in place of what the running site shows below the form. The page's links are
/// relative already.
pub(in crate::freeze) fn with_search(page: &str, index: &SearchIndex) -> Result<String, FreezeError> {
    let below = below(index);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(".search-page > div", |results| {
            results.set_inner_content(&below, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(".search-page > [role=status]", |status| {
            status.set_attribute("id", "sok-status")?;
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body| {
            body.append(
                "<script src=\"sok.js\"></script><script src=\"texter.js\"></script>",
                ContentType::Html,
            );
            Ok(())
        }));
    rewrite_str(page, settings).map_err(FreezeError::Rewrite)
}

fn below(index: &SearchIndex) -> String {
    let mut html = format!(
        "<div id=\"traffar\" data-parts=\"{}\" hidden></div>\
         <section id=\"alla-texter\" aria-labelledby=\"alla-rubrik\"><h2 id=\"alla-rubrik\">Alla texter</h2>\
         <noscript><p>Sökningen behöver JavaScript. Här är alla texter, de nyaste först. Webbläsaren kan söka på sidan.</p></noscript>\
         <ul>",
        index.parts().join(" ")
    );
    for Entry { link, title, kind, date, day, lang, .. } in index.texts() {
        let date =
            if date.is_empty() { String::new() } else { format!(", <time datetime=\"{day}\">{date}</time>") };
        // Writing to a string does not fail.
        _ = write!(
            html,
            "<li><a href=\"{}\" lang=\"{lang}\" dir=\"auto\">{}</a> <span class=\"quiet\">{kind}{date}</span></li>",
            attribute(link),
            encode_text(title)
        );
    }
    html + "</ul></section>"
}

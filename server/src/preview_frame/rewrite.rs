//! Rewrites a rendered page as a preview: without scripts, with a banner, and with links that stay in the preview.

use app::error::AppError;
use app::media::PictureId;
use app::paths;
use app::preview::PreviewAddress;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The banner's id. Links that lead nowhere in a preview lead to the banner, which says why.
const BANNER: &str = "forhandsvisning";

/// What a page becomes.
pub(super) struct Rewrite<'a> {
    /// What the preview is called in the title and to screen readers.
    pub(super) label: &'static str,
    /// The text of the banner, as HTML.
    pub(super) banner: &'a str,
    /// What stands below the page's own content, as HTML; may be empty.
    pub(super) after: &'a str,
    /// Style sheet of what stands there; empty when the page needs no other.
    pub(super) style: &'a str,
    pub(super) links: Links<'a>,
}

/// Where links and pictures lead.
pub(super) enum Links<'a> {
    /// Links to pages stay in the preview, at the same moment; all others lead to the banner.
    Within(&'a PreviewAddress),
    /// Links lead to the public site; the text's own pictures are served under the review link.
    Live {
        /// The secret part of the review link.
        token: &'a str,
        /// The ids of the pictures.
        pictures: &'a [PictureId],
    },
}

impl Rewrite<'_> {
    /// Rewrites a page.
    pub(super) fn apply(&self, page: &[u8]) -> Result<String, AppError> {
        let page = str::from_utf8(page).map_err(|_| AppError::Internal)?;
        let Self { label, banner, after, style, .. } = self;
        let banner = format!(
            r#"<aside class="preview" id="{BANNER}" tabindex="-1" aria-label="{label}"><p>{banner}</p></aside>"#
        );
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(
                "script, meta[name=robots], meta[property], .save-as-picture",
                |element| {
                    element.remove();
                    Ok(())
                }
            ))
            .append_element_content_handler(element!(
                "link[rel=manifest], link[rel=canonical], link[rel=alternate]",
                |element| {
                    element.remove();
                    Ok(())
                }
            ))
            .append_element_content_handler(element!("head", |head| {
                head.append(r#"<meta name="robots" content="noindex, nofollow">"#, ContentType::Html);
                if !style.is_empty() {
                    head.append(&format!(r#"<link rel="stylesheet" href="{style}">"#), ContentType::Html);
                }
                Ok(())
            }))
            .append_element_content_handler(element!("head > title", |title| {
                title.prepend(&format!("{label}: "), ContentType::Text);
                Ok(())
            }))
            .append_element_content_handler(element!("body > a.skip", |skip| {
                skip.after(&banner, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("main", |main| {
                main.append(after, ContentType::Html);
                Ok(())
            }))
            .append_element_content_handler(element!("a[href]", |link| {
                self.rewrite_link(link);
                Ok(())
            }))
            .append_element_content_handler(element!("audio[src]", |sound| {
                self.rewrite_sound(sound);
                Ok(())
            }))
            .append_element_content_handler(element!("img", |picture| {
                self.rewrite_picture(picture);
                Ok(())
            }));
        rewrite_str(page, settings).map_err(|error| {
            tracing::error!(%error, "a page could not be rewritten as a preview");
            AppError::Internal
        })
    }

    fn rewrite_link(&self, link: &mut Element<'_, '_>) {
        let Some(href) = link.get_attribute("href") else { return };
        let address = match &self.links {
            Links::Within(address) => address,
            // A document of the text, and its recording, are served under the review link, too.
            Links::Live { token, .. } if href.starts_with("/dokument/") || href.starts_with("/ljud/") => {
                _ = link.set_attribute("href", &format!("{}{href}", paths::review_link(token)));
                return;
            }
            Links::Live { .. } => return,
        };
        link.remove_attribute("target");
        if href.starts_with('#') {
            return;
        }
        let href = address.resolve_link(&href).unwrap_or_else(|| format!("#{BANNER}"));
        // Only an invalid attribute name is an error.
        _ = link.set_attribute("href", &href);
    }

    fn rewrite_sound(&self, sound: &mut Element<'_, '_>) {
        let Links::Live { token, .. } = &self.links else { return };
        let Some(address) = sound.get_attribute("src") else { return };
        _ = sound.set_attribute("src", &format!("{}{address}", paths::review_link(token)));
    }

    fn rewrite_picture(&self, picture: &mut Element<'_, '_>) {
        let Links::Live { token, pictures } = &self.links else { return };
        for name in ["src", "srcset"] {
            let Some(mut value) = picture.get_attribute(name) else { continue };
            for id in *pictures {
                let public = format!("/media/{id}/");
                value = value.replace(&public, &format!("{}{public}", paths::review_link(token)));
            }
            _ = picture.set_attribute(name, &value);
        }
    }
}

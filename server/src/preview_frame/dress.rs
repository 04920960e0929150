//! Dressing a finished page as a preview: without scripts, with a banner, and with links that lead where they may.

use app::error::AppError;
use app::media::PictureId;
use app::paths;
use app::preview::PreviewAddress;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The banner's name in the page. What leads nowhere in a preview leads to it, and it says why.
const BANNER: &str = "forhandsvisning";

/// What a page is dressed in.
pub(super) struct Dress<'a> {
    /// What it is, in a word or two.
    pub(super) label: &'static str,
    /// The banner, as HTML.
    pub(super) banner: &'a str,
    pub(super) links: Links<'a>,
}

/// Where links lead.
pub(super) enum Links<'a> {
    /// To the same moment of the same preview; all others nowhere.
    Within(&'a PreviewAddress),
    /// To the site as it is. Only the text's own pictures, by number, are had by the secret link.
    Live {
        /// The secret.
        token: &'a str,
        pictures: &'a [PictureId],
    },
}

impl Dress<'_> {
    /// Dresses a page.
    pub(super) fn put_on(&self, page: &[u8]) -> Result<String, AppError> {
        let page = str::from_utf8(page).map_err(|_| AppError::Internal)?;
        let Self { label, banner, .. } = self;
        let banner = format!(
            r#"<aside class="preview" id="{BANNER}" tabindex="-1" aria-label="{label}"><p>{banner}</p></aside>"#
        );
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(
                "script, meta[name=robots], meta[property]",
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
            .append_element_content_handler(element!("a[href]", |link| {
                self.lead(link);
                Ok(())
            }))
            .append_element_content_handler(element!("img", |picture| {
                self.show(picture);
                Ok(())
            }));
        rewrite_str(page, settings).map_err(|error| {
            tracing::error!(%error, "a page could not be dressed as a preview");
            AppError::Internal
        })
    }

    fn lead(&self, link: &mut Element<'_, '_>) {
        let Links::Within(address) = &self.links else { return };
        let Some(href) = link.get_attribute("href") else { return };
        link.remove_attribute("target");
        if href.starts_with('#') {
            return;
        }
        let way = address.resolve_link(&href).unwrap_or_else(|| format!("#{BANNER}"));
        // An attribute's name that is one cannot be refused.
        _ = link.set_attribute("href", &way);
    }

    fn show(&self, picture: &mut Element<'_, '_>) {
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

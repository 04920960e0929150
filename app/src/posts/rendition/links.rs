//! The links between a text and its renditions, for readers.

use leptos::prelude::*;
use sqlx::sqlite::SqlitePool;

use super::super::store::renditions as store;
use super::RenditionKind;
use crate::language::Beside;
use crate::page_metadata::{Alternate, set_page_alternates};
use crate::posts::{Language, PostId};
use crate::time::UnixMillis;

/// A link to a text, or to one of its renditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RenditionLink {
    /// Where it is.
    pub(crate) path: String,
    /// How it tells the text; none for the text itself.
    pub(crate) told: Option<RenditionKind>,
    pub(crate) language: Language,
    /// Whether it is on the page that shows the link.
    pub(crate) is_current: bool,
}

impl RenditionLink {
    /// Returns what it is called, in its own language.
    fn label(&self) -> String {
        match self.told {
            Some(RenditionKind::EasyRead) if self.language == Language::default() => "Lättläst".to_owned(),
            Some(RenditionKind::EasyRead) if self.language.beside() == Beside::English => {
                "Easy read".to_owned()
            }
            // In any language it stands beside the language's name.
            Some(RenditionKind::EasyRead) => format!("{} – lättläst", self.language.own_name()),
            Some(RenditionKind::Translation(_)) | None => self.language.own_name().to_owned(),
        }
    }

    fn is_easy_read(&self) -> bool {
        self.told == Some(RenditionKind::EasyRead)
    }
}

/// Returns the links between a public text and its public renditions, the text first, from the page of one of them; none
/// where the text has no rendition.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn links(
    reader: &SqlitePool,
    shown: PostId,
    now: UnixMillis,
) -> Result<Vec<RenditionLink>, sqlx::Error> {
    let rows = store::public_family(reader, shown, now).await?;
    if rows.len() < 2 {
        return Ok(Vec::new());
    }
    let link = |row: store::PublicRow| RenditionLink {
        path: row.kind.path(&row.slug),
        told: row.told(),
        language: row.language,
        is_current: row.id == shown,
    };
    Ok(rows.into_iter().map(link).collect())
}

/// Tells search engines the same text in other languages, on the page of each. What is in plain words is in a language that
/// the text has already, and says nothing.
pub(crate) fn set_alternates(links: &[RenditionLink]) {
    let is_easy_read = links.iter().any(|link| link.is_current && link.is_easy_read());
    let in_languages = links.iter().filter(|link| !link.is_easy_read());
    if is_easy_read || in_languages.clone().count() < 2 {
        return;
    }
    let mut alternates: Vec<Alternate> = in_languages
        .clone()
        .map(|link| Alternate { language: link.language.as_str(), path: link.path.clone() })
        .collect();
    let original = in_languages.clone().find(|link| link.told.is_none());
    alternates.extend(original.map(|link| Alternate { language: "x-default", path: link.path.clone() }));
    set_page_alternates(alternates);
}

/// A line of links between a text and its renditions, each in its own language. Shows nothing where there is none.
#[component]
pub(crate) fn RenditionLinks(
    /// The links.
    links: Vec<RenditionLink>,
) -> impl IntoView {
    (!links.is_empty()).then(|| {
        let current = links.iter().find(|link| link.is_current);
        let beside = current.map_or(Beside::Swedish, |link| link.language.beside());
        let label = beside.say("Texten på andra sätt", "This text in other ways");
        // Shown by `layout/easy_read.js`: without a script, a choice could not be remembered on the device.
        let always = current.is_some_and(RenditionLink::is_easy_read).then(|| {
            view! {
                <label data-easy-read-always hidden>
                    <input type="checkbox"/>
                    " "
                    {beside.say(
                        "Visa alltid lättläst när det finns. Valet sparas på den här enheten.",
                        "Always show easy read texts where there are any. The choice is stored on this device.",
                    )}
                </label>
            }
        });
        let items = links.into_iter().map(|link| view! { <li>{item(&link)}</li> }).collect_view();
        view! { <nav class="renditions" aria-label=label lang=beside.lang()><ul>{items}</ul>{always}</nav> }
    })
}

fn item(link: &RenditionLink) -> AnyView {
    let (language, label) = (link.language, link.label());
    let (lang, dir) = (language.as_str(), language.dir());
    if link.is_current {
        return view! { <span aria-current="true" lang=lang dir=dir>{label}</span> }.into_any();
    }
    let easy_read = link.is_easy_read().then_some("");
    view! { <a href=link.path.clone() hreflang=lang lang=lang dir=dir data-easy-read=easy_read>{label}</a> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render_to_string;

    #[test]
    fn each_link_is_in_its_own_language() {
        let link = |path: &str, told, tag, is_current| RenditionLink {
            path: path.into(),
            told,
            language: Language::parse(tag),
            is_current,
        };
        let arabic = Language::parse("ar");
        let html = render_to_string(view! {
            <RenditionLinks links=vec![
                link("/inlagg/x", None, "sv", true),
                link("/inlagg/x/lattlast", Some(RenditionKind::EasyRead), "sv", false),
                link("/inlagg/x/ar", Some(RenditionKind::Translation(arabic)), "ar", false),
            ]/>
        });
        assert!(html.contains(r#"<span aria-current="true" lang="sv" dir="ltr">Svenska</span>"#), "{html}");
        assert!(html.contains(r#"href="/inlagg/x/lattlast" hreflang="sv" lang="sv" dir="ltr""#), "{html}");
        assert!(html.contains(r#"href="/inlagg/x/ar" hreflang="ar" lang="ar" dir="rtl""#), "{html}");
        assert!(html.contains("العربية") && html.contains("Lättläst"), "{html}");
        assert_eq!(render_to_string(view! { <RenditionLinks links=Vec::new()/> }).replace("<!>", ""), "");
    }
}

//! What the owner of a site still has to see to.

use super::links::leads_somewhere;
use super::{Section, store};
use crate::error::AppError;
use crate::paths;
use crate::state::AppState;

/// Pages that the law asks of most who run such a site, with their names.
const PAGES: [(&str, &str); 2] =
    [("/tillganglighet", "Tillgänglighetsredogörelse"), ("/integritet", "Integritetspolicy")];

/// Something that is missing on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owed {
    /// What to do, in Swedish.
    pub(crate) sentence: String,
    /// Where to do it.
    pub(crate) path: String,
}

/// Returns what is missing on a site, the most important first.
pub(crate) async fn owed(state: &AppState) -> Result<Vec<Owed>, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let settings = store::settings(reader).await?;
    let mut owed = Vec::new();
    let mut add = |sentence: String, path: String| owed.push(Owed { sentence, path });
    let section = |section: Section| paths::settings_section(section.slug());
    if settings.address.is_empty() {
        let sentence = "Ange webbplatsens adress. Den behövs för flöden, delade länkar och inbjudningar.";
        add(sentence.into(), section(Section::Site));
    }
    if !crate::safety::store::is_any_number(reader).await? {
        let sentence = "Lägg in hjälpnummer, så att känsliga texter kan visa dem.";
        add(sentence.into(), section(Section::Safety));
    }
    for (path, name) in PAGES {
        if !leads_somewhere(reader, path, now).await? {
            let sentence = format!("Skriv sidan {name} med adressen {path}, och länka till den längst ner.");
            add(sentence, paths::PAGES.into());
        }
    }
    for item in settings.menu.iter().chain(&settings.foot) {
        if !leads_somewhere(reader, &item.path, now).await? {
            let sentence = format!(
                "Länken ”{}” visas inte: det finns ingen sida på {}. Skriv sidan eller ändra länken.",
                item.label, item.path
            );
            add(sentence, section(Section::Links));
        }
    }
    Ok(owed)
}

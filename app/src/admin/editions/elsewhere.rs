//! How an edition is shown elsewhere than on its own pages: the code for other sites, and the address for screens.

use leptos::prelude::*;

use crate::calendar::published_edition;
use crate::embed::snippet;
use crate::error::AppError;
use crate::layout::load_layout;
use crate::paths;
use crate::site::Section;
use crate::state::AppState;
use crate::ui::TextArea;

/// What is shown of it on the edition's page.
pub(super) struct Elsewhere {
    slug: String,
    /// The code to paste.
    snippet: String,
    /// Whether any other site may show the calendar.
    is_allowed: bool,
}

impl Elsewhere {
    /// Loads it; `None` for an edition that is not published.
    pub(super) async fn load(state: &AppState, slug: &str) -> Result<Option<Self>, AppError> {
        let edition = match published_edition(state, slug).await {
            Err(AppError::NotFound) => return Ok(None),
            edition => edition?,
        };
        let layout = load_layout(state).await?;
        Ok(Some(Self {
            slug: edition.slug.clone(),
            snippet: snippet(&layout.address, &layout.settings.name, &edition),
            is_allowed: layout.framers.is_open(),
        }))
    }
}

/// Shows the code, and where it is decided who may use it.
pub(super) fn section(elsewhere: &Elsewhere) -> impl IntoView + use<> {
    let Elsewhere { slug, snippet, is_allowed } = elsewhere;
    let settings = paths::settings_section(Section::Framers.slug());
    let allowed = if *is_allowed {
        view! { <p>"Vilka webbplatser som får visa kalendern " <a href=settings>"står i inställningarna"</a> "."</p> }.into_any()
    } else {
        view! {
            <p class="notice">
                "Ingen annan webbplats får visa kalendern än. " <a href=settings>"Skriv in vilka som får"</a>
                " innan du delar koden."
            </p>
        }
        .into_any()
    };
    view! {
        <section class="elsewhere" aria-labelledby="andra-webbplatser">
            <h2 id="andra-webbplatser">"Visa kalendern på andra webbplatser"</h2>
            {allowed}
            <div class="field">
                <label for="kod">"Kod att klistra in"</label>
                <p class="hint" id="kod-hint">
                    "Koden visar dagens lucka och alla luckor. I många webbverktyg, till exempel WordPress, räcker det att "
                    "klistra in kalenderns adress."
                </p>
                <TextArea name="kod" text=snippet.clone() rows=5 attr:readonly=true attr:spellcheck="false" attr:aria-describedby="kod-hint"/>
            </div>
            <p><a href=paths::frame(slug) rel="external">"Se hur det ser ut"</a></p>
            <h3>"På en skärm i väntrummet"</h3>
            <p>
                "Öppna " <a href=paths::wall(slug) rel="external">"dagens guldkorn för skärmar"</a>
                " i skärmens webbläsare och välj helskärm. Den byter text själv när nästa lucka öppnas. Känsliga texter "
                "visas inte där."
            </p>
        </section>
    }
}

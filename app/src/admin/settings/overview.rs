//! The overview of the settings: the sections, and warnings.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::admin::first_hour::for_settings;
use crate::first_hour::FirstHour;
use crate::paths;
use crate::safety::is_check_due;
use crate::site::Section;
use crate::site::sections::SectionForm;

/// Shows the sections. `listens_at` is how links begin as long as the site has no address of its own.
pub(super) fn overview(
    list: &FirstHour,
    site: &SectionForm,
    safety: &SectionForm,
    today: Date,
    listens_at: &str,
) -> impl IntoView {
    let no_address = site.field("address").is_empty().then(|| {
        format!("Webbplatsen har ingen egen adress än. Flöden och inbjudningar pekar därför på {listens_at}.")
    });
    let old = safety
        .list("numbers")
        .iter()
        .any(|row| is_check_due(row.get("checked").map_or("", String::as_str), today));
    let old = old.then(|| "Det är mer än ett halvår sedan något hjälpnummer kontrollerades.".to_owned());
    let warning = |section: Section| match section {
        Section::Site => no_address.clone(),
        Section::Safety => old.clone(),
        _ => None,
    };
    let row = |section: Section| {
        view! {
            <li>
                <h2><a href=paths::settings_section(section.slug())>{section.title()}</a></h2>
                <p class="quiet">{section.about()}</p>
                {warning(section).map(|warning| view! { <p class="missing">{warning}</p> })}
            </li>
        }
    };
    view! {
        <h1>"Inställningar"</h1>
        <ul class="entries">
            {for_settings(list)}
            {Section::ALL.map(row).into_iter().collect_view()}
            <li>
                <h2><a href=paths::MOVE_IN>"Flytta in"</a></h2>
                <p class="quiet">"Texter, bilder och gamla adresser från en annan webbplats."</p>
            </li>
        </ul>
    }
}

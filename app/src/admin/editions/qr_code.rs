//! The QR code for posters.

use leptos::prelude::*;

use crate::paths;
use crate::site::Section;

/// Shows the code, its two files and where it leads. While the site has no address of its own, a warning comes first:
/// what is printed cannot be changed afterwards.
pub(super) fn section(address: &str, is_own_address: bool) -> impl IntoView + use<> {
    let target = format!("{address}{}", paths::TODAY);
    let warning = (!is_own_address).then(|| {
        view! {
            <p class="notice">
                "Webbplatsen har ingen egen adress än. "
                <a href=paths::settings_section(Section::Site.slug())>"Skriv in adressen"</a>
                " innan du trycker koden."
            </p>
        }
    });
    view! {
        <section class="qr-code" aria-labelledby="qr">
            <h2 id="qr">"QR-kod för affischer"</h2>
            <img src=paths::QR_CODE width="160" height="160" alt="QR-kod till kalendern" loading="lazy"/>
            <div>
                {warning}
                <p>
                    "Koden leder till " <code>{target}</code> ": dagens lucka när den är öppen, annars kalendern. Samma kod "
                    "gäller varje år."
                </p>
                <p class="row">
                    <a href=paths::QR_CODE download="qr-kod-kalendern.svg" rel="external">"Ladda ner för tryck (SVG)"</a>
                    <a href=paths::QR_CODE_PNG download="qr-kod-kalendern.png" rel="external">"Ladda ner som bild (PNG)"</a>
                </p>
            </div>
        </section>
    }
}

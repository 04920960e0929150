//! What the site's colours look like, in words, as samples by day and by night, and in numbers.

use leptos::prelude::*;

use crate::site::colours::{BrandColours, Measured, Palette, Rgb, Scheme, explanations, measured};

/// Shows what was made of the brand's colours. The samples have the colours that are saved, from the site's style sheet.
pub(super) fn result(brand: BrandColours, palette: &Palette) -> AnyView {
    if brand.is_empty() {
        return view! {
            <p class="colours quiet">"Webbplatsen har sina vanliga färger. När du har sparat en egen ser du här vad den blir."</p>
        }
        .into_any();
    }
    let sentence = |sentence: String| view! { <li>{sentence}</li> };
    view! {
        <section class="colours" aria-labelledby="colours-title">
            <h2 id="colours-title">"Så blir det"</h2>
            <ul>{explanations(brand, palette).into_iter().map(sentence).collect_view()}</ul>
            <div class="samples">
                {sample(Scheme::Day, palette)}
                {sample(Scheme::Night, palette)}
            </div>
        </section>
    }
    .into_any()
}

/// A page in small. It is a picture: nothing in it can be used.
fn sample(scheme: Scheme, palette: &Palette) -> impl IntoView + use<> {
    let (class, title) = match scheme {
        Scheme::Day => ("sample light", "Ljust"),
        Scheme::Night => ("sample night", "Mörkt"),
    };
    let rows = measured(palette, scheme).into_iter().map(row).collect_view();
    view! {
        <div>
            <h3>{title}</h3>
            <div class=class aria-hidden="true" inert>
                <div class="head night"><b>"Sidhuvudet"</b> <span>"Meny"</span></div>
                <div class="body">
                    <p>"Text med "<a href="/">"en länk"</a>" i."</p>
                    <p class="row">
                        <span class="button">"Knapp"</span>
                        <span class="button focused">"Vald knapp"</span>
                    </p>
                    <p class="notice">"Ett meddelande."</p>
                    <p class="quiet">"Ett datum"</p>
                </div>
            </div>
            <table>
                <caption class="visually-hidden">{format!("Kontraster, {}", title.to_lowercase())}</caption>
                <thead>
                    <tr><th scope="col">"Vad"</th><th scope="col">"Färg"</th><th scope="col">"Minsta kontrast"</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(measured: Measured) -> impl IntoView {
    let Measured { name, colour, contrast, standard } = measured;
    let ratio = |ratio: f64| format!("{ratio:.1}").replace('.', ",");
    // Rounded down: what is shown is reached.
    let contrast = ratio((contrast * 10.0).floor() / 10.0);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{swatch(colour)} " " <code>{colour.to_string()}</code></td>
            <td>{format!("{contrast} (krav {})", ratio(standard))}</td>
        </tr>
    }
}

fn swatch(colour: Rgb) -> impl IntoView {
    view! {
        <svg class="swatch" width="20" height="20" aria-hidden="true">
            <rect width="20" height="20" fill=colour.to_string()/>
        </svg>
    }
}

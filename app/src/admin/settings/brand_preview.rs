//! How logo, icon and shared picture look where readers meet them, under the fields that choose them.

use leptos::prelude::*;

use crate::layout::Layout;
use crate::paths;
use crate::site::brand::brand_link;

/// Shows what is saved.
pub(super) fn brand_preview(layout: &Layout) -> AnyView {
    let Layout { settings, brand, address, .. } = layout;
    let icon = |path: &str, side: u32| {
        view! { <img src=brand.icon.address(path) alt="" width=side height=side/> }
    };
    let shared = brand.shared_picture.as_ref().map(|picture| paths::shared_picture(picture.id));
    let shared = shared.unwrap_or_else(|| brand.icon.address(paths::ICON_512));
    let host = address.split_once("://").map_or(address.as_str(), |(_, host)| host).to_owned();
    view! {
        <section class="brand-preview" aria-labelledby="brand-preview">
            <h2 id="brand-preview">"Så ser det ut nu"</h2>
            <figure>
                <div class="head night">{brand_link(brand.logo.as_ref(), &settings.name)}</div>
                <figcaption>"Högst upp på varje sida"</figcaption>
            </figure>
            <div class="row">
                <figure>
                    <p class="tab">{icon(paths::ICON_192, 16)} " " {settings.name.clone()}</p>
                    <figcaption>"I webbläsarens flik"</figcaption>
                </figure>
                <figure>
                    {icon(paths::TOUCH_ICON, 90)}
                    <figcaption>"På hemskärmen (iPhone)"</figcaption>
                </figure>
                <figure>
                    <span class="round">{icon(paths::MASKABLE_ICON, 90)}</span>
                    <figcaption>"På hemskärmen (Android)"</figcaption>
                </figure>
            </div>
            <figure class="shared">
                <div>
                    <img src=shared alt="" loading="lazy"/>
                    <p><b>{settings.name.clone()}</b> <br/> <span class="quiet">{host}</span></p>
                </div>
                <figcaption>"En delad länk till en sida utan egen bild"</figcaption>
            </figure>
        </section>
    }
    .into_any()
}

//! The drawing for pages that have nothing else to show: a dark house with one lit window.

use leptos::prelude::*;

/// What is lit in the drawing: which of the variants in `public/scener/hus.svg` the address's fragment shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// A window: somebody is at home.
    Window,
    /// The attic, and footprints that end in the snow: a page that does not exist.
    Attic,
    /// A window whose curtain is drawn: a text that was taken away.
    Curtain,
    /// The lamp above the door, and the keyhole: a page for others.
    DoorLamp,
    /// The cellar, where somebody repairs: an error of ours.
    Cellar,
    /// Somebody outside with a lantern: a search.
    Lantern,
    /// A candle, while the wire hangs from its pole: no network.
    Candle,
}

impl Light {
    const fn picture(self) -> &'static str {
        match self {
            Self::Window => "/scener/hus.svg",
            Self::Attic => "/scener/hus.svg#404",
            Self::Curtain => "/scener/hus.svg#410",
            Self::DoorLamp => "/scener/hus.svg#403",
            Self::Cellar => "/scener/hus.svg#500",
            Self::Lantern => "/scener/hus.svg#sok",
            Self::Candle => "/scener/hus.svg#natet",
        }
    }
}

/// Shows the house, and words beside or above it: a panel in a page, or a band from edge to edge.
#[component]
pub fn DarkHouse(
    /// What is lit.
    light: Light,
    /// Whether it is a band from edge to edge.
    #[prop(optional)]
    band: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="dark-house night" class:band=band>
            <div>{children()}</div>
            <img src=light.picture() alt="" width="1600" height="420"/>
        </section>
    }
}

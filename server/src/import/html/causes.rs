//! What the conversion tells the report.

use app::import::Cause;

pub(super) const SCRIPT: Cause = Cause::note("script-removed", "Skript togs bort");
pub(super) const STYLE: Cause = Cause::note("style-removed", "Stilmallar togs bort");
pub(super) const FRAME: Cause = Cause::look(
    "frame-removed",
    "En ram med innehåll från en annan webbplats togs bort: länka till den om den behövs",
);
pub(super) const FRAME_LINKED: Cause = Cause::note(
    "frame-linked",
    "En inbäddad spelare eller karta blev en länk: inget laddas från andra webbplatser",
);
pub(super) const FORM: Cause = Cause::look("form-removed", "Ett formulär togs bort");
pub(super) const PLUGIN: Cause = Cause::look("plugin-removed", "Ett inbäddat objekt togs bort");
pub(super) const DRAWING: Cause =
    Cause::look("drawing-removed", "En teckning i koden (svg, canvas, math) togs bort");
pub(super) const PIXEL: Cause = Cause::note("pixel-removed", "En osynlig bild som räknar läsare togs bort");
pub(super) const EVENT: Cause = Cause::note("event-removed", "Attribut som kör kod togs bort");
pub(super) const UNSAFE_LINK: Cause =
    Cause::look("unsafe-link", "En länk som webbläsare inte får följa togs bort: orden är kvar");
pub(super) const MENU: Cause = Cause::note("menu-removed", "En meny i texten togs bort");
pub(super) const HIDDEN: Cause = Cause::look("hidden-text", "Dold text togs bort");
pub(super) const BAD_PICTURE: Cause = Cause::look("bad-picture", "Bildens adress går inte att läsa");
pub(super) const PAGE_BREAK: Cause =
    Cause::note("pages-joined", "Text som var delad på flera sidor blev en sida");
pub(super) const CAPTION: Cause = Cause::note(
    "caption-plain",
    "Bildtexten blev ren text: kursiv, fetstil och länkar i den följer inte med",
);
pub(super) const FIGURE_LINK: Cause =
    Cause::note("figure-link", "Bilden med bildtext länkade till bildens egen fil: länken behövs inte här");
pub(super) const TOO_DEEP: Cause =
    Cause::look("too-deep", "Listor och citat låg för djupt i varandra: de innersta lades i en nivå");
pub(super) const LINE_PLAIN: Cause =
    Cause::look("line-plain", "Ett stycke gick inte att återge med sin formatering: orden är kvar");

/// Returns what the report calls an element that is removed with all that is in it; `None` for one whose text stays.
pub(super) fn removed(element: &str) -> Option<Cause> {
    Some(match element {
        "script" => SCRIPT,
        "style" => STYLE,
        "object" | "embed" | "applet" | "frame" | "frameset" | "portal" => PLUGIN,
        "svg" | "canvas" | "math" => DRAWING,
        "input" | "select" | "textarea" | "button" | "datalist" => FORM,
        "nav" | "dialog" => MENU,
        _ => return None,
    })
}

/// Whether an element holds nothing that a reader sees.
pub(super) fn is_unseen(element: &str) -> bool {
    matches!(
        element,
        "meta" | "title" | "head" | "template" | "base" | "link" | "map" | "xml" | "progress" | "meter"
    )
}

//! Frames, films and sounds: links to them, since no page of ours loads anything from another site.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;
use url::Url;

use super::super::causes;
use super::super::document::Marks;
use super::flow::Flow;
use super::visible::first;
use super::{Place, Reader};

/// Hosts whose frames are worth a link, and what the link is called.
const KNOWN: [(&str, &str); 20] = [
    ("youtube.com", "Film på YouTube"),
    ("youtube-nocookie.com", "Film på YouTube"),
    ("youtu.be", "Film på YouTube"),
    ("vimeo.com", "Film på Vimeo"),
    ("svtplay.se", "Film på SVT Play"),
    ("svt.se", "Inslag på SVT"),
    ("urplay.se", "Program på UR Play"),
    ("sverigesradio.se", "Inslag i Sveriges Radio"),
    ("spotify.com", "Ljud på Spotify"),
    ("soundcloud.com", "Ljud på SoundCloud"),
    ("acast.com", "Podd på Acast"),
    ("facebook.com", "Inlägg på Facebook"),
    ("instagram.com", "Inlägg på Instagram"),
    ("twitter.com", "Inlägg på X"),
    ("x.com", "Inlägg på X"),
    ("tiktok.com", "Film på TikTok"),
    ("google.com", "Karta eller dokument hos Google"),
    ("google.se", "Karta eller dokument hos Google"),
    ("openstreetmap.org", "Karta på OpenStreetMap"),
    ("issuu.com", "Publikation på Issuu"),
];

impl Reader<'_> {
    /// Reads a frame, film or sound.
    pub(super) fn frame(
        &mut self,
        node: NodeRef<'_, Node>,
        element: &Element,
        place: Place,
        flow: &mut Flow,
    ) {
        let source = first(node, "source").and_then(|source| source.value().as_element()?.attr("src"));
        let later = element.attr("data-src").or_else(|| element.attr("data-lazy-src"));
        let address = later.or_else(|| element.attr("src")).or(source).unwrap_or_default().trim();
        let name = match element.name() {
            "video" => Some("Film"),
            "audio" => Some("Ljud"),
            _ => known(address),
        };
        let Some((name, link)) = name.and_then(|name| Some((name, self.target(&page(address), name)?)))
        else {
            self.resolver.note(causes::FRAME, &shown(address));
            return;
        };
        self.resolver.note(causes::FRAME_LINKED, &shown(address));
        let title = app::text_input::line(element.attr("title").unwrap_or_default());
        self.close(flow);
        flow.words(if title.is_empty() { name } else { &title }, Marks { link: Some(link), ..place.marks });
        self.close(flow);
    }
}

/// Returns what the link to a known host is called.
fn known(address: &str) -> Option<&'static str> {
    let host = parsed(address)?.host_str()?.to_owned();
    let is_host =
        |known: &str| host == known || host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'));
    KNOWN.iter().find(|(known, _)| is_host(known)).map(|(_, name)| *name)
}

fn parsed(address: &str) -> Option<Url> {
    let whole = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// Returns an address as the report shows it: without what may say who was there.
fn shown(address: &str) -> String {
    parsed(address)
        .map_or_else(String::new, |url| format!("{}{}", url.host_str().unwrap_or_default(), url.path()))
}

/// Returns the page on which a player's film is shown, instead of the player.
fn page(address: &str) -> String {
    let Some(url) = parsed(address) else { return address.to_owned() };
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.");
    let steps: Vec<&str> = url.path().split('/').filter(|step| !step.is_empty()).collect();
    match (host, &*steps) {
        ("youtube.com" | "youtube-nocookie.com", ["embed", id]) if *id != "videoseries" => {
            format!("https://www.youtube.com/watch?v={id}")
        }
        ("player.vimeo.com", ["video", id]) => format!("https://vimeo.com/{id}"),
        ("open.spotify.com", ["embed", kind, id]) => format!("https://open.spotify.com/{kind}/{id}"),
        _ => url.into(),
    }
}

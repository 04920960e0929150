//! Links.

use app::import::Link;
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use super::super::causes;
use super::super::document::{Line, Marks, Unit, What};
use super::flow::Flow;
use super::visible::words;
use super::{Place, Reader};

/// The longest address that is kept, in bytes.
const LONGEST: usize = 4000;

impl Reader<'_> {
    /// Reads a link and what is in it.
    pub(super) fn link(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place, flow: &mut Flow) {
        let address = element.attr("href").map(str::trim).unwrap_or_default();
        if self.footnotes.is_back(node.id()) {
            return;
        }
        if is_picture(address) && super::visible::has(node, "img") {
            return self.linked_pictures(node, address, place, flow);
        }
        let link = self.target(address, &words(node));
        let marks = Marks { link: link.or(place.marks.link), ..place.marks };
        self.children(node, Place { marks, ..place }, flow);
    }

    /// Returns the index of a link to an address; `None` where nothing may lead there.
    pub(super) fn target(&mut self, address: &str, words: &str) -> Option<u32> {
        if address.is_empty() || address.len() > LONGEST {
            return None;
        }
        match scheme(address).as_deref() {
            None | Some("http" | "https" | "mailto" | "tel") => {}
            Some(scheme) => {
                self.resolver.note(causes::UNSAFE_LINK, &format!("{scheme}, ”{words}”"));
                return None;
            }
        }
        match self.resolver.link(address) {
            Link::To(address) => Some(self.index(address)),
            Link::Nowhere => None,
        }
    }

    /// Returns the index of an address in the document.
    pub(super) fn index(&mut self, address: String) -> u32 {
        let known = self.links.iter().rposition(|known| *known == address);
        let at = known.unwrap_or_else(|| {
            self.links.push(address);
            self.links.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    /// Makes links of addresses that stand in a text: of one that is alone in its paragraph, as the old site would have shown
    /// what is there, and of those that have a page here.
    pub(super) fn link_addresses(&mut self, paragraph: &mut Line) {
        let mut at = 0;
        while let Some(start) = next_address(paragraph, at) {
            let end = end_of_address(paragraph, start);
            at = end.max(start + 1);
            let address: String = letters(paragraph.get(start..end).unwrap_or_default());
            let is_alone = start == 0 && end == paragraph.len();
            if address.len() < 12 || address.len() > LONGEST {
                continue;
            }
            let Link::To(target) = self.resolver.link(&address) else { continue };
            if is_alone || target.starts_with('/') {
                let link = Some(self.index(target));
                for unit in paragraph.get_mut(start..end).unwrap_or_default() {
                    unit.marks.link = link;
                }
            }
        }
    }
}

fn letters(units: &[Unit]) -> String {
    units.iter().filter_map(|unit| if let What::Char(c) = unit.what { Some(c) } else { None }).collect()
}

/// Returns where the next address begins, outside links and code.
fn next_address(line: &Line, from: usize) -> Option<usize> {
    let is_free = |unit: &Unit| unit.marks.link.is_none() && !unit.marks.code;
    (from..line.len()).find(|at| {
        let is_start = |scheme: &str| {
            let letters = line.get(*at..*at + scheme.len()).unwrap_or_default();
            letters.len() == scheme.len()
                && letters
                    .iter()
                    .zip(scheme.chars())
                    .all(|(unit, c)| unit.what == What::Char(c) && is_free(unit))
        };
        let is_within_word = at.checked_sub(1).and_then(|before| line.get(before)).is_some_and(
            |unit| matches!(unit.what, What::Char(c) if c.is_alphanumeric() || "=/&?".contains(c)),
        );
        !is_within_word && (is_start("https://") || is_start("http://"))
    })
}

/// Returns where an address ends: marks at its end belong to the sentence around it.
fn end_of_address(line: &Line, start: usize) -> usize {
    let is_part =
        |unit: &Unit| matches!(unit.what, What::Char(c) if !c.is_whitespace() && !"<>\"”“«»".contains(c));
    let mut end = start + line.iter().skip(start).take_while(|unit| is_part(unit)).count();
    while end > start
        && line.get(end - 1).is_some_and(|unit| matches!(unit.what, What::Char(c) if ".,;:!?)]'".contains(c)))
    {
        end -= 1;
    }
    end
}

/// Returns the scheme of an address as browsers read it: they leave out white space and control characters.
pub(super) fn scheme(address: &str) -> Option<String> {
    let plain: String = address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect::<String>()
        .replace('\\', "/");
    let (scheme, _) = plain.split(['/', '?', '#']).next()?.split_once(':')?;
    Some(scheme.to_ascii_lowercase())
}

/// Whether an address names the file of a picture.
pub(crate) fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    matches!(
        extension.as_deref(),
        Some("jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" | "svg" | "heic" | "bmp")
    )
}

//! Rule 1: a closed door is closed. Every field of every guldkorn holds a canary, a word of its own, that is looked for
//! in every response that the public can get.

mod canaries;
mod closed_doors;
mod crawl;
mod own_picture;

pub(crate) use self::canaries::site;
pub(crate) use self::crawl::seeds as every_address;

const DAYS: u16 = 5;
const BEFORE_ALL: &str = "2026-11-30T23:59:59+01:00";

/// The fields of a guldkorn.
const FIELDS: [&str; 25] = [
    "titel",
    "adress",
    "citat",
    "kaella",
    "ingress",
    "skribent",
    "dagnamn",
    "rubrik",
    "text",
    "alt",
    "bildtext",
    "etikettnamn",
    "bild",
    "textbild",
    "utsnitt",
    "fotograf",
    "textbildsalt",
    "textbildsrad",
    "dokument",
    "dokumenttitel",
    "inspelning",
    "utskrift",
    "lattrubrik",
    "lattext",
    "oversattning",
];

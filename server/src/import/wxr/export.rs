//! Reads an export from beginning to end, one element of its channel at a time.

mod element;

use std::cell::RefCell;
use std::io::{BufReader, Read};
use std::rc::Rc;

use app::import::ReadError;
use quick_xml::errors::Error;
use quick_xml::events::{BytesStart, Event};

use super::raw_item::RawItem;
use super::repair::{Log, Repair, Repaired};
pub(super) use element::Element;
use element::Open;

/// How deep elements may lie in each other; deeper ones are text.
const MAX_DEPTH: usize = 8;

/// What comes next in an export.
#[derive(Debug)]
pub(super) enum Part {
    /// An element that describes the site.
    Site(Element),
    /// A post or another item, with what was repaired in it.
    Item(Box<RawItem>, Vec<Repair>),
    /// The file is complete.
    End,
    /// The file ends, or cannot be read further, before its end.
    Cut(Cut),
}

/// How a file ends too early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// How many whole items come before.
    pub(super) whole: u64,
    /// The title of the item that is cut; `None` between two items.
    pub(super) title: Option<String>,
    /// The position in the file, in bytes.
    pub(super) position: u64,
}

/// An export that is being read.
pub(super) struct Export<R: Read> {
    xml: quick_xml::Reader<BufReader<Repaired<R>>>,
    log: Rc<RefCell<Log>>,
    buffer: Vec<u8>,
    open: Vec<Open>,
    item: Option<Box<RawItem>>,
    whole: u64,
    has_begun: bool,
    has_wordpress: bool,
}

impl<R: Read> Export<R> {
    pub(super) fn new(file: R) -> Self {
        let (repaired, log) = Repaired::new(file);
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(repaired));
        let config = xml.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        Self {
            xml,
            log,
            buffer: Vec::new(),
            open: Vec::new(),
            item: None,
            whole: 0,
            has_begun: false,
            has_wordpress: false,
        }
    }

    /// Returns the encoding of the file, if it is not UTF-8.
    pub(super) fn encoding(&self) -> Option<&'static str> {
        self.log.borrow().encoding
    }

    /// Reads the next part.
    pub(super) fn next(&mut self) -> Result<Part, ReadError> {
        loop {
            self.buffer.clear();
            self.log.borrow_mut().since_piece = 0;
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event.into_owned(),
                Err(Error::Io(error)) => return Err(ReadError(format!("Filen kan inte läsas: {error}."))),
                Err(_) => return self.cut(),
            };
            let done = match event {
                Event::DocType(_) => return Err(ReadError(DOCTYPE.into())),
                Event::Eof if self.open.is_empty() && self.has_begun => return self.end(),
                Event::Eof => return self.cut(),
                Event::Start(start) => {
                    self.start(&start)?;
                    None
                }
                Event::Empty(start) => {
                    let is_text = self.is_in_text(start.name().as_ref());
                    self.start(&start)?;
                    if is_text { None } else { self.close(start.name().as_ref()) }
                }
                Event::End(end) => self.close(end.name().as_ref()),
                Event::Text(text) => {
                    self.text(&text.xml10_content(), false);
                    None
                }
                Event::CData(text) => {
                    self.text(&text, true);
                    None
                }
                Event::GeneralRef(reference) => {
                    let name = format!("&{};", &*reference);
                    self.text(&html_escape::decode_html_entities(&name), false);
                    None
                }
                _ => None,
            };
            if let Some(part) = done {
                return Ok(part);
            }
        }
    }

    fn end(&self) -> Result<Part, ReadError> {
        if self.has_wordpress { Ok(Part::End) } else { Err(ReadError(NO_EXPORT.into())) }
    }

    fn cut(&self) -> Result<Part, ReadError> {
        if !self.has_wordpress {
            return Err(ReadError(NO_EXPORT.into()));
        }
        Ok(Part::Cut(Cut {
            whole: self.whole,
            title: self.item.as_ref().map(|item| item.title.trim().to_owned()),
            position: self.log.borrow().read,
        }))
    }

    /// Whether a tag stands in a text, where it is part of that text.
    fn is_in_text(&self, name: &str) -> bool {
        self.open
            .last()
            .is_some_and(|open| (!open.is_container() && open.name != name) || self.open.len() >= MAX_DEPTH)
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        let name = start.name();
        let name: &str = name.as_ref();
        if self.is_in_text(name) {
            self.text(&format!("<{}>", &**start), false);
            return Ok(());
        }
        if self.open.is_empty() && !matches!(name, "rss" | "rdf:RDF") {
            return Err(ReadError(NO_EXPORT.into()));
        }
        self.has_begun = true;
        self.has_wordpress |= name.starts_with("wp:");
        if name == "item" && self.open.len() == 2 {
            self.item = Some(Box::default());
        }
        self.open.push(Open::new(name, start));
        Ok(())
    }

    fn text(&mut self, text: &str, is_data: bool) {
        if let Some(open) = self.open.last_mut() {
            open.push(text, is_data);
        }
    }

    /// Closes an element with all that is open in it. Returns what is complete by that.
    fn close(&mut self, name: &str) -> Option<Part> {
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            self.text(&format!("</{name}>"), false);
            return None;
        };
        // An end within a text is only taken for one if it is that of an element around it.
        let mut done = None;
        while self.open.len() > at {
            let closed = self.open.pop()?.close();
            done = match (self.open.len(), &mut self.item) {
                (3, Some(item)) => {
                    item.take(closed);
                    None
                }
                (2, item) if closed.name == "item" => {
                    self.whole += 1;
                    let position = self.xml.buffer_position();
                    item.take().map(|item| Part::Item(item, self.log.borrow_mut().take_before(position)))
                }
                (2, _) => Some(Part::Site(closed)),
                (0 | 1, _) => None,
                _ => {
                    if let Some(parent) = self.open.last_mut() {
                        parent.children.push(closed);
                    }
                    None
                }
            };
        }
        done
    }
}

const DOCTYPE: &str = "Filen har en DOCTYPE, som en export från WordPress aldrig har. Den kan få programmet att läsa annat \
                       än filen, så importen stannar här. Exportera igen från Verktyg, Exportera i WordPress.";
const NO_EXPORT: &str = "Filen är ingen export från WordPress. Hämta den i WordPress under Verktyg, Exportera, Allt innehåll: \
                         den heter något på .xml.";

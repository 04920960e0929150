//! WordPress: the file that its "Exportera" writes (WXR), read twice and one item at a time.
//!
//! The file is repaired as it is read (`repair`) and parsed without regard to what encloses its texts (`export`). The first
//! pass keeps what items need of each other (`library`); the second converts each (`item`, `content`). What real files hold,
//! and what becomes of it, is told in docs/decisions/0019.

mod addresses;
mod blocks;
mod causes;
mod content;
mod dates;
mod export;
mod item;
mod library;
mod people;
mod raw_item;
mod repair;
mod shortcodes;
mod source;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use app::import::{Finding, IndexEntry, Links, ReadError, Reader, Source, Yield};
use app::posts::PostKind;

use export::{Cut, Export, Part};
use item::Fate;
use library::Library;
use source::open;

pub(crate) use source::{files, is_export};

/// What the operator decides about an export.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// What types of the site's own become.
    pub(crate) types: HashMap<String, PostKind>,
    /// Whether what lay in the trash comes along, as drafts.
    pub(crate) trash: bool,
    /// Whether to go on with the whole items of a file that is cut.
    pub(crate) incomplete: bool,
}

/// One export, which may be several files.
#[derive(Debug)]
pub(crate) struct WordPress {
    files: Vec<PathBuf>,
    options: Options,
    library: Library,
}

impl WordPress {
    /// Returns a reader of files. Nothing is read yet.
    pub(crate) fn new(files: Vec<PathBuf>, options: Options) -> Self {
        Self { files, options, library: Library::default() }
    }
}

/// Returns the sentence that refuses a file without its end.
fn cut_off(path: &Path, cut: &Cut) -> String {
    let Cut { whole, position, .. } = cut;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let place = place(cut);
    format!(
        "{file} slutar {place}, vid byte {position}; {whole} hela poster finns före. Exportera igen från WordPress, gärna ett \
         år i taget, eller ta bara med de hela posterna (--incomplete)."
    )
}

fn place(Cut { whole, title, .. }: &Cut) -> String {
    match title {
        Some(title) if !title.is_empty() => format!("mitt i post {} (”{title}”)", whole + 1),
        Some(_) => format!("mitt i post {}", whole + 1),
        None => format!("efter post {whole}"),
    }
}

impl Reader for WordPress {
    fn source(&self) -> Source {
        Source { kind: "wordpress", site: self.library.site.clone() }
    }

    fn index(&mut self, tell: &mut dyn FnMut(IndexEntry)) -> Result<(), ReadError> {
        self.library = Library::default();
        for path in &self.files {
            let mut export = Export::new(open(path)?);
            loop {
                match export.next()? {
                    Part::Site(element) => self.library.add_site(&element),
                    Part::Item(item, _) => {
                        self.library.add_item(&item);
                        if let Fate::Kept(kind) = item::fate(&item, &self.options) {
                            tell(item::entry(&item, kind));
                        }
                    }
                    Part::Cut(cut) if self.options.incomplete => {
                        let detail = format!("{}, vid byte {}", place(&cut), cut.position);
                        self.library.findings.push(Finding::new(causes::CUT, "", detail));
                        break;
                    }
                    Part::Cut(cut) => return Err(ReadError(cut_off(path, &cut))),
                    Part::End => break,
                }
            }
            if let Some(encoding) = export.encoding() {
                self.library.findings.push(Finding::new(causes::ENCODING, "", encoding));
            }
        }
        self.library.finish();
        Ok(())
    }

    fn items(
        &mut self,
        links: &Links,
        give: &mut dyn FnMut(Yield) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        if Yield::found(&self.library.findings).try_for_each(&mut *give).is_break() {
            return Ok(());
        }
        for path in &self.files {
            let mut export = Export::new(open(path)?);
            loop {
                let (item, repairs) = match export.next()? {
                    Part::Site(_) => continue,
                    Part::Item(item, repairs) => (item, repairs),
                    Part::Cut(_) | Part::End => break,
                };
                let yields = match item::fate(&item, &self.options) {
                    Fate::Skipped(finding) => vec![Yield::Skipped(finding)],
                    Fate::Part => Yield::found(&item::part_findings(&item, &self.library)).collect(),
                    Fate::Kept(kind) => {
                        let (item, findings) = item::convert(&item, kind, &repairs, &self.library, links);
                        Yield::item(item, findings).collect()
                    }
                };
                if yields.into_iter().try_for_each(&mut *give).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

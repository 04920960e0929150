//! Whether an item still says what it said.

use sha2::{Digest as _, Sha256};

use super::{Item, OldAddress, SourceDate};

/// Hashes everything that an item brings along: what it says, how far it had come, the bytes of its files, its old
/// addresses. Where its files lie does not count, nor what time it is: a schedule that passes is no change.
pub(super) fn content_hash(item: &Item, files: &[[u8; 32]], addresses: &[OldAddress]) -> [u8; 32] {
    // Named one by one, so that a new field is not forgotten here.
    let Item {
        id: _,
        name: _,
        kind,
        title,
        markdown,
        summary,
        status,
        dates,
        tags,
        authors,
        cover,
        pictures: within,
        documents,
        language,
        form,
        quote,
        source,
        sensitive,
        visible_characters: _,
    } = item;
    let mut hash = Fields::default();
    for text in [kind.as_str(), title, markdown, summary, quote, source] {
        hash.add(text.as_bytes());
    }
    hash.add(format!("{:?}", (status, language, form, sensitive)).as_bytes());
    for date in [dates.published, dates.modified, dates.created] {
        hash.add(format!("{:?}", date.and_then(SourceDate::millis)).as_bytes());
    }
    for list in [tags, authors] {
        hash.add(&list.len().to_be_bytes());
        for text in list {
            hash.add(text.as_bytes());
        }
    }
    hash.add(&[u8::from(cover.is_some())]);
    for picture in cover.iter().chain(within) {
        hash.add(picture.alt.as_bytes());
        hash.add(picture.caption.as_bytes());
    }
    for document in documents {
        hash.add(document.name.as_bytes());
    }
    for file in files {
        hash.add(file);
    }
    for address in addresses {
        hash.add(address.path.as_bytes());
        hash.add(address.query.as_bytes());
    }
    hash.0.finalize().into()
}

/// A hash of fields, each with its length, so that no two lists of fields are the same bytes.
#[derive(Default)]
struct Fields(Sha256);

impl Fields {
    fn add(&mut self, field: &[u8]) {
        self.0.update(field.len().to_be_bytes());
        self.0.update(field);
    }
}

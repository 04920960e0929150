//! Ids of documents and of their files.

use crate::media::id::random_id;

random_id! {
    /// Id of a document. It is part of the document's address, and stays when the file is replaced.
    DocumentId
}

random_id! {
    /// Id of a document's file: its folder in the media folder.
    DocumentFileId
}

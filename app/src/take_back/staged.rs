//! Posts that are ready to be written, in a file: many texts with their HTML do not fit into memory.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Seek as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::export::PostUid;
use crate::posts::PostId;
use crate::posts::exported::ExportedPost;

const FILE: &str = "texter.jsonl";

/// A post that is ready to be written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StagedPost {
    pub(super) uid: PostUid,
    /// What a report calls it.
    pub(super) name: String,
    /// The post that it becomes anew.
    pub(super) known: Option<PostId>,
    /// The post that it is a rendition of.
    pub(super) original: Option<PostUid>,
    /// The version and state of that post are looked at again when it is written.
    pub(super) post: ExportedPost,
    /// SHA-256 of the post as the export has it.
    pub(super) hash: [u8; 32],
    pub(super) former_slugs: Vec<String>,
}

/// A file of posts, written once and then read.
#[derive(Debug)]
pub(super) struct StagedPosts(BufWriter<File>);

impl StagedPosts {
    /// Begins a file in a temporary folder.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        let file = File::options().read(true).write(true).create_new(true).open(folder.join(FILE))?;
        Ok(Self(BufWriter::new(file)))
    }

    pub(super) fn add(&mut self, post: &StagedPost) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, post)?;
        self.0.write_all(b"\n")
    }

    /// Returns the posts, one at a time.
    pub(super) fn into_posts(self) -> io::Result<impl Iterator<Item = io::Result<StagedPost>>> {
        let mut file = self.0.into_inner()?;
        file.rewind()?;
        let lines = BufReader::new(file).split(b'\n');
        Ok(lines.map(|line| Ok(serde_json::from_slice(&line?)?)))
    }
}

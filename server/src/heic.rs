//! `guldkorn decode-heic`: the process that `serve --heic` starts for each HEIC picture.

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use app::media::intake::{MOST_BYTES, heic};
use rlimit::Resource;

/// Most time of a processor, in seconds: a picture of 12 megapixels takes half a second.
const SECONDS: u64 = 20;
/// Most memory, with the program itself: a picture of 50 megapixels takes half of it.
const BYTES: u64 = 1 << 30;

/// Reads a picture from standard input, and writes it smaller to standard output.
pub fn run() -> ExitCode {
    for (resource, most) in [(Resource::CPU, SECONDS), (Resource::AS, BYTES)] {
        // Not every system knows both.
        if let Err(error) = resource.set(most, most) {
            tracing::debug!(%error, "a limit could not be set");
        }
    }
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> io::Result<()> {
    let mut file = Vec::new();
    io::stdin().lock().take(MOST_BYTES as u64).read_to_end(&mut file)?;
    io::stdout().lock().write_all(&heic::shrink(&file))
}

//! A story that is erased is nowhere: not at any address, not in what is listed, and not in the bytes of any file.

mod journey;
mod nowhere;

//! The scripts of these documents.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

use crate::ui::inline_script;

/// A script within a document, with the source by which a content security policy allows it.
#[derive(Debug, Clone)]
pub(super) struct Script {
    pub(super) code: String,
    /// Such as `'sha256-…'`.
    pub(super) source: String,
}

impl Script {
    /// Makes a script of its file.
    pub(super) fn new(file: &str) -> Self {
        let code = inline_script(file);
        let source = format!("'sha256-{}'", BASE64.encode(&Sha256::digest(code.as_bytes())));
        Self { code, source }
    }
}

#[cfg(test)]
mod tests {
    use super::Script;

    #[test]
    fn a_script_is_allowed_by_the_hash_of_what_is_sent() {
        let script = Script::new("// Why.\n  alert(1)\n");
        assert_eq!(script.code, "alert(1)");
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert_eq!(script.source, "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }
}

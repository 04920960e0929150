//! Why the binary gave up: one plain sentence for the terminal, and an exit code.

use std::process::ExitCode;

use crate::config::ConfigError;
use crate::serve::ServeError;
use crate::staff::StaffError;

/// Why the binary gave up.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It was called in a way that makes no sense.
    #[error(transparent)]
    Usage(#[from] ConfigError),
    /// The site could not be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The accounts could not be changed.
    #[error(transparent)]
    Staff(#[from] StaffError),
}

impl Failure {
    /// 2 for wrong use, as clap has it, and 1 for everything else.
    pub fn exit_code(&self) -> ExitCode {
        let wrong_use = match self {
            Self::Usage(_) => true,
            Self::Serve(_) => false,
            Self::Staff(error) => error.is_wrong_use(),
        };
        if wrong_use { ExitCode::from(2) } else { ExitCode::FAILURE }
    }
}

//! Why the binary failed: one plain sentence for the terminal, and an exit code.

use std::process::ExitCode;

use crate::backup::{BackupError, RestoreError};
use crate::config::ConfigError;
use crate::export::ExportError;
use crate::freeze::FreezeError;
use crate::import::ImportCommandError;
use crate::leak_audit::LeakAuditError;
use crate::open_site::StartError;
use crate::serve::ServeError;
use crate::staff::StaffError;

/// Why the binary failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An option cannot be right.
    #[error(transparent)]
    Usage(#[from] ConfigError),
    /// The site could not be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The accounts could not be changed.
    #[error(transparent)]
    Staff(#[from] StaffError),
    /// The backup could not be made.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The backup could not be restored.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// The content could not be exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Nothing was imported.
    #[error(transparent)]
    Import(#[from] ImportCommandError),
    /// The site could not be checked.
    #[error(transparent)]
    Check(#[from] StartError),
    /// The site could not be audited.
    #[error(transparent)]
    LeakAudit(#[from] LeakAuditError),
    /// The site could not be frozen.
    #[error(transparent)]
    Freeze(#[from] FreezeError),
}

impl Failure {
    /// Returns 2 for wrong use, as clap does, and 1 for everything else.
    pub fn exit_code(&self) -> ExitCode {
        let is_usage_error = match self {
            Self::Usage(_) => true,
            Self::Serve(_) | Self::Backup(_) | Self::Restore(_) | Self::Export(_) | Self::Check(_) => false,
            Self::Staff(error) => error.is_usage_error(),
            Self::Import(error) => error.is_usage_error(),
            Self::LeakAudit(error) => error.is_usage_error(),
            Self::Freeze(error) => error.is_usage_error(),
        };
        if is_usage_error { ExitCode::from(2) } else { ExitCode::FAILURE }
    }
}

//! The binary `guldkorn`.

use std::process::ExitCode;

use clap::Parser as _;
use server::cli::{Cli, Command};
use server::{
    Failure, backup, check, config::ServeConfig, export, freeze, heic, import, leak_audit, log, serve, staff,
};

/// Gives memory back to the system: a password hash takes 19 MiB and a picture more, each on another thread.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("guldkorn: {failure}");
            failure.exit_code()
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let cli = Cli::parse();
    log::start(cli.log_format, cli.command.log_filter());
    match cli.command {
        Command::Serve(options) => serve::run(ServeConfig::from_options(options)?)?,
        Command::Staff(options) => staff::run(options)?,
        Command::Backup(options) => backup::backup(&options)?,
        Command::Restore(options) => backup::restore(&options)?,
        Command::Export(options) => export::run(&options)?,
        Command::Import(options) => return Ok(import::run(options)?),
        Command::Check(options) => return Ok(check::run(&options)?),
        Command::AuditLeaks(options) => return Ok(leak_audit::run(&options)?),
        Command::Freeze(options) => return Ok(freeze::run(options)?),
        Command::DecodeHeic => return Ok(heic::run()),
    }
    Ok(ExitCode::SUCCESS)
}

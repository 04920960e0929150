//! The binary `guldkorn`.

use std::process::ExitCode;

use clap::Parser as _;
use server::cli::{Cli, Command};
use server::{Failure, config::ServeConfig, log, serve, staff};

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
    let call = Cli::parse();
    log::start(call.log_format);
    match call.command {
        Command::Serve(options) => serve::run(ServeConfig::decide(options)?)?,
        Command::Staff(options) => staff::run(options)?,
    }
    Ok(ExitCode::SUCCESS)
}

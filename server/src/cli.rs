//! The command line as it was typed. [`config`](crate::config) validates it.

use std::fmt;
use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::backup::{BackupOptions, RestoreOptions};
use crate::check::options::CheckOptions;
use crate::export::ExportOptions;
use crate::freeze::FreezeOptions;
use crate::import::ImportOptions;
use crate::leak_audit::options::LeakAuditOptions;

/// Webbplatsen Guldkorn: en blogg och en kalender som öppnar ett guldkorn om dagen.
#[derive(Debug, Parser)]
#[command(name = "guldkorn", version)]
pub struct Cli {
    /// Hur loggen skrivs.
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text")]
    pub log_format: LogFormat,
    /// The subcommand.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Starta webbplatsen.
    Serve(ServeOptions),
    /// Hantera personalens konton.
    Staff(StaffOptions),
    /// Säkerhetskopiera databas, bilder och dokument till en zipfil, också medan webbplatsen körs.
    Backup(BackupOptions),
    /// Återställ en säkerhetskopia i en tom datamapp.
    Restore(RestoreOptions),
    /// Exportera allt innehåll till en zipfil som andra program kan läsa, också medan webbplatsen körs.
    Export(ExportOptions),
    /// Lägg in texter från en annan webbplats eller en mapp.
    Import(ImportOptions),
    /// Kontrollera databas och bilder, och laga det som går. Om något läcker ut prövar audit-leaks.
    Check(CheckOptions),
    /// Pröva om webbplatsen berättar något om stängda luckor och texter som inte är publicerade.
    AuditLeaks(LeakAuditOptions),
    /// Skriv hela den publika webbplatsen som filer som fungerar på vilken webbserver som helst.
    Freeze(FreezeOptions),
    /// Gör om en HEIC-bild från standard in. Webbplatsen startar det själv, se --heic.
    #[command(hide = true)]
    DecodeHeic,
}

impl Command {
    /// Returns what the log holds where nobody has said. An audit asks the site thousands of times, for names of what is
    /// not public.
    pub const fn log_filter(&self) -> &'static str {
        match self {
            Self::AuditLeaks(_) => "warn",
            _ => "info,sqlx=warn,hyper=error",
        }
    }
}

/// The format of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// En rad per händelse, för människor.
    Text,
    /// En JSON-rad per händelse, för program.
    Json,
}

/// Options of `guldkorn serve`.
#[derive(Debug, Args)]
pub struct ServeOptions {
    /// Mappen med databas och bilder. Den skapas om den saknas.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Adressen att svara på.
    #[arg(long, value_name = "IP:PORT", env = "GULDKORN_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: String,
    /// Mappen med den byggda webbplatsens filer, i stället för dem som finns i programmet.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_SITE")]
    pub site: Option<PathBuf>,
    /// Fyll en tom datamapp med demowebbplatsen.
    #[arg(long)]
    pub demo: bool,
    /// Lägg till så många påhittade inlägg i demowebbplatsen, för mätningar.
    #[arg(long, value_name = "ANTAL", default_value_t = 0, hide = true, requires = "demo")]
    pub demo_posts: u32,
    /// Starta klockan vid en annan tid, till exempel 2026-12-07T08:00 (svensk tid).
    #[arg(long, value_name = "TID", env = "GULDKORN_AT")]
    pub at: Option<String>,
    /// Ta emot bilder i formatet HEIC, som iPhone sparar. Det är skyddat av patent: slå på det om ni får använda det.
    #[arg(long, env = "GULDKORN_HEIC", value_parser = FalseyValueParser::new())]
    pub heic: bool,
    /// Mappen där webbplatsen lägger en säkerhetskopia varje natt. Den ska finnas, helst på en annan disk.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_BACKUP_DIR")]
    pub backup_dir: Option<PathBuf>,
    /// E-postservern som skickar länkar till personalen. Sätt hellre variabeln: det som står på kommandoraden kan
    /// andra på datorn läsa.
    #[arg(
        long,
        value_name = "smtps://NAMN:LÖSENORD@SERVER:PORT",
        env = "GULDKORN_SMTP_URL",
        hide_env_values = true
    )]
    pub smtp_url: Option<Secret>,
    /// Avsändaren i breven, till exempel "MIA Vidare <noreply@exempel.se>".
    #[arg(long, value_name = "AVSÄNDARE", env = "GULDKORN_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Ordet som ett övervakningsprogram visar för att få läsa /metrics. Utan det svarar sidan bara program på samma
    /// dator. Sätt hellre variabeln.
    #[arg(long, value_name = "ORD", env = "GULDKORN_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<Secret>,
    /// The caches in front.
    #[command(flatten)]
    pub purge: PurgeOptions,
}

/// Options of the caches in front of the site.
#[derive(Debug, Args)]
pub struct PurgeOptions {
    /// Adresser till cacheservrar framför webbplatsen, med komma emellan. De får veta när något har ändrats.
    #[arg(
        long = "purge",
        value_name = "ADRESSER",
        env = "GULDKORN_PURGE",
        default_value = "",
        hide_default_value = true
    )]
    pub caches: String,
    /// Metoden i de anropen.
    #[arg(
        long = "purge-method",
        value_name = "METOD",
        env = "GULDKORN_PURGE_METHOD",
        default_value = "PURGE"
    )]
    pub method: String,
    /// Adresser som får ett signerat meddelande (JSON) när något har ändrats, för andra slags cacheservrar.
    #[arg(
        long = "webhook",
        value_name = "ADRESSER",
        env = "GULDKORN_WEBHOOK",
        default_value = "",
        hide_default_value = true,
        hide_env_values = true
    )]
    pub webhooks: String,
    /// Hemligheten som meddelandena signeras med. Sätt hellre variabeln.
    #[arg(
        long = "webhook-secret",
        value_name = "HEMLIGHET",
        env = "GULDKORN_WEBHOOK_SECRET",
        hide_env_values = true
    )]
    pub secret: Option<Secret>,
}

/// A secret option. Its `Debug` output hides it from logs.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Returns the secret itself.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Options of `guldkorn staff`.
#[derive(Debug, Args)]
pub struct StaffOptions {
    /// Mappen med databas och bilder. Den skapas om den saknas.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// Adressen som webbplatsen svarar på; länkar till personen börjar med den.
    #[arg(
        long,
        value_name = "IP:PORT",
        env = "GULDKORN_ADDR",
        default_value = "127.0.0.1:3000",
        global = true
    )]
    pub addr: String,
    /// Tiden som webbplatsens klocka visar, om den startades med --at.
    #[arg(long, value_name = "TID", env = "GULDKORN_AT", global = true)]
    pub at: Option<String>,
    /// The subcommand of `guldkorn staff`.
    #[command(subcommand)]
    pub action: StaffAction,
}

/// The subcommands of `guldkorn staff`.
#[derive(Debug, Subcommand)]
pub enum StaffAction {
    /// Lägg till ett konto.
    Add {
        /// E-postadressen som personen loggar in med.
        #[arg(long, value_name = "E-POST")]
        email: String,
        /// Personens namn.
        #[arg(long, value_name = "NAMN")]
        name: String,
        /// Vad personen får göra.
        #[arg(long, value_name = "ROLL")]
        role: StaffRole,
        /// Läs lösenordet från standard in. Annars skrivs en länk ut, där personen väljer lösenord.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Visa alla konton.
    List,
    /// Stäng ett konto och logga ut personen.
    Disable {
        /// Kontots e-postadress.
        #[arg(value_name = "E-POST")]
        email: String,
    },
    /// Skriv ut en länk, där personen väljer ett nytt lösenord.
    Reset {
        /// Kontots e-postadress.
        #[arg(value_name = "E-POST")]
        email: String,
    },
}

/// The role of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StaffRole {
    /// Allt, även konton och inställningar.
    Admin,
    /// Allt innehåll.
    Editor,
    /// Egna texter.
    Writer,
    /// Läser och kommenterar.
    Reviewer,
}

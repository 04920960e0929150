//! The options of `guldkorn import`.

use std::path::PathBuf;

use app::posts::PostKind;
use clap::{Args, ValueEnum};

/// Options of `guldkorn import`.
#[derive(Debug, Args)]
#[command(after_long_help = HELP)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is given or not")]
pub struct ImportOptions {
    /// Mappen med databas och bilder. Den skapas om den saknas.
    #[arg(long, value_name = "MAPP", env = "GULDKORN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Visa vad som skulle hända, och spara inget.
    #[arg(long)]
    pub dry_run: bool,
    /// Mappen med den gamla webbplatsens bilder. Inget hämtas från nätet.
    #[arg(long, value_name = "MAPP")]
    pub media: Option<PathBuf>,
    /// Skriv rapporten för program.
    #[arg(long, value_name = "FORMAT")]
    pub report: Option<ReportFormat>,
    /// Vad filen är, om det inte framgår av den.
    #[arg(long, value_name = "SLAG")]
    pub kind: Option<Kind>,
    /// Vad källan heter. Samma namn nästa gång: då känns texterna igen. Annars gäller mappens eller filens namn.
    #[arg(long, value_name = "NAMN")]
    pub source: Option<String>,
    /// Tiden som webbplatsens klocka visar, om den startades med --at.
    #[arg(long, value_name = "TID", env = "GULDKORN_AT")]
    pub at: Option<String>,
    /// WordPress: vad en egen innehållstyp blir, article eller page. Kan anges flera gånger.
    #[arg(long = "type", value_name = "TYP=SLAG", value_parser = own_type)]
    pub types: Vec<(String, PostKind)>,
    /// WordPress: ta med det som låg i papperskorgen, som utkast.
    #[arg(long)]
    pub trash: bool,
    /// WordPress: ta med de hela posterna ur en avklippt fil.
    #[arg(long)]
    pub incomplete: bool,
    /// En export från guldkorn: ta dess inställningar också där webbplatsen har egna.
    #[arg(long)]
    pub settings: bool,
    /// Filen eller mappen.
    #[arg(value_name = "FIL|MAPP")]
    pub path: PathBuf,
}

/// Parses what a type becomes: `recept=article`.
fn own_type(typed: &str) -> Result<(String, PostKind), String> {
    let (name, kind) = typed.split_once('=').unwrap_or((typed, ""));
    let kind = match kind.trim() {
        "article" => PostKind::Article,
        "page" => PostKind::Page,
        _ => return Err("skriv till exempel recept=article eller broschyr=page".into()),
    };
    Ok((name.trim().to_owned(), kind))
}

const HELP: &str = "Formaten:
  En export från guldkorn export (zip). Allt i den kommer tillbaka, i en tom webbplats eller en som har innehåll, eller
  också inget alls. Det som finns här känns igen och läggs inte in två gånger; en text som har ändrats här lämnas som den
  är. Inställningar tas bara där webbplatsen inte har egna, eller med --settings.
  En export från WordPress (Verktyg, Exportera, Allt innehåll): filen på .xml, eller en mapp med delarna om den är
  delad. Ange mappen wp-content/uploads med --media.
  En export från Ghost (Settings, Import/Export): filen på .json. Ange mappen content med --media.
  En mapp med Markdown, som Hugo, Jekyll, Eleventy, Zola och Obsidian har dem: YAML, TOML eller JSON i huvudet.
  En CSV-fil med inlägg. Första raden har kolumnernas namn: id, title (eller rubrik), text, och om ni vill slug,
  date, modified, status (published eller draft), type (post eller page), summary, tags, author, picture,
  picture_alt, address. Texten är Markdown. id behövs, för att texterna ska kännas igen nästa gång.
  En CSV-fil med omdirigeringar, två kolumner: gammal adress, ny adress. En rad kan vara
  /i/a42007494/2020/12/,/blogg/2020/12
  En zip med något av detta, gärna med bilderna i. Den packas upp i datamappen och tas bort igen.

Bara det som var publicerat blir publicerat; allt annat blir utkast. Kör igen när något har rättats: bara det som har
ändrats läggs in, och en text som någon har ändrat här skrivs aldrig över.";

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// JSON, för program.
    Json,
}

/// What a file or folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// En export från WordPress.
    #[value(name = "wordpress")]
    WordPress,
    /// En export från Ghost.
    Ghost,
    /// En mapp med Markdown.
    Markdown,
    /// En CSV-fil med inlägg.
    Csv,
    /// En CSV-fil med gamla och nya adresser.
    Redirects,
}

//! Whether the database is whole, and of this program's version.

use app::db::integrity::{dangling_references, is_damage, problems};
use app::db::{OpenError, SchemaState, schema_state};

use super::finding::{Finding, counted};
use super::site::{Failure, Site};
use crate::data_folder::DataFolder;

/// What was found, and whether the rest of the database can be looked at.
pub(super) struct Outcome {
    pub(super) found: Vec<Finding>,
    pub(super) is_readable: bool,
}

/// Checks pages, indexes, references between tables, and the schema.
pub(super) async fn find(site: &Site) -> Result<Outcome, Failure> {
    let reader = site.db.reader();
    let unreadable = |finding| Ok(Outcome { found: vec![finding], is_readable: false });
    let found = match problems(reader).await {
        Ok(found) => found,
        Err(error) if is_damage(&error) => vec![error.to_string()],
        Err(error) => return Err(error.into()),
    };
    if let Some(first) = found.first() {
        return unreadable(damaged(&site.folder, first));
    }
    if let Some(finding) = of_schema(schema_state(reader).await?, &site.folder) {
        return unreadable(finding);
    }
    let mut found = Vec::new();
    for reference in dangling_references(reader).await? {
        found.push(Finding::by_hand(
            format!(
                "{} i tabellen {} hänvisar till något i {} som inte finns.",
                counted(reference.rows as usize, "rad", "rader"),
                reference.table,
                reference.parent
            ),
            restore(&site.folder),
        ));
    }
    Ok(Outcome { found, is_readable: true })
}

/// Returns the finding about a database that cannot even be opened.
pub(super) fn unreadable(folder: &DataFolder, error: &OpenError) -> Finding {
    match error {
        OpenError::File { cause, .. } if is_damage(cause) => damaged(folder, &cause.to_string()),
        error => Finding::by_hand(
            format!("{}.", app::time::capitalized(&error.to_string())),
            "Kör kommandot med samma konto som webbplatsen.",
        ),
    }
}

/// Returns the finding about a damaged database.
pub(super) fn damaged(folder: &DataFolder, problem: &str) -> Finding {
    Finding::by_hand(
        format!("Databasen {} är skadad ({problem}).", folder.database().display()),
        restore(folder),
    )
}

fn restore(folder: &DataFolder) -> String {
    let path = folder.path().display();
    format!(
        "Stäng webbplatsen, flytta undan {path} och lägg tillbaka den senaste säkerhetskopian: guldkorn restore --data {path} KOPIA.zip."
    )
}

fn of_schema(state: SchemaState, folder: &DataFolder) -> Option<Finding> {
    let database = folder.database();
    let database = database.display();
    Some(match state {
        SchemaState::Current => return None,
        SchemaState::None => Finding::by_hand(
            format!("{database} är ingen databas från Guldkorn."),
            "Ange webbplatsens datamapp med --data.",
        ),
        SchemaState::Older(last, newest) => Finding::by_hand(
            format!(
                "Databasen är äldre än programmet (steg {last} av {newest}) och är inte kontrollerad i övrigt."
            ),
            "Starta webbplatsen med den här versionen, så uppdateras den.",
        ),
        SchemaState::Newer(version) => Finding::by_hand(
            format!("Databasen är nyare än programmet (steg {version}) och är inte kontrollerad i övrigt."),
            "Kör en nyare version av guldkorn.",
        ),
        SchemaState::Different(version) => Finding::by_hand(
            format!("Databasens uppdatering {version} är inte den som programmet känner."),
            restore(folder),
        ),
    })
}

//! The settings.

use sqlx::sqlite::SqliteConnection;

use crate::export::{
    Accessibility, Brand, Colours, Contact, Fault, Funder, Funding, HelpNumber, Link, Safety, Settings, Site,
    Wording,
};

/// Reads all settings.
///
/// # Errors
/// Those of the database.
pub async fn settings(connection: &mut SqliteConnection) -> Result<Settings, sqlx::Error> {
    let site: Site = sqlx::query_as(
        "select name, vision, description, address, notice, time_zone, weekly_guldkorn from site_settings",
    )
    .fetch_one(&mut *connection)
    .await?;
    let brand: Brand =
        sqlx::query_as("select logo, logo_on_dark, logo_has_name, icon, initials, shared_picture from brand")
            .fetch_one(&mut *connection)
            .await?;
    let colours: Option<Colours> =
        sqlx::query_as("select main, accent from brand_colours").fetch_optional(&mut *connection).await?;
    let contact: Contact = sqlx::query_as(
        "select contact_name as name, contact_email as email, contact_phone as phone, contact_address as address
         from site_settings",
    )
    .fetch_one(&mut *connection)
    .await?;
    let wordings: Vec<Wording> = sqlx::query_as("select word, instead from wordings order by word")
        .fetch_all(&mut *connection)
        .await?;
    Ok(Settings {
        site,
        brand,
        colours: colours.unwrap_or_default(),
        contact,
        menu: links(connection, "head").await?,
        foot: links(connection, "foot").await?,
        funding: funding(connection).await?,
        safety: safety(connection).await?,
        accessibility: accessibility(connection).await?,
        wordings,
    })
}

async fn links(connection: &mut SqliteConnection, place: &str) -> Result<Vec<Link>, sqlx::Error> {
    sqlx::query_as("select label, path from menu_items where place = $1 order by position")
        .bind(place)
        .fetch_all(connection)
        .await
}

async fn funding(connection: &mut SqliteConnection) -> Result<Funding, sqlx::Error> {
    let (heading, eu_support, eu_language) =
        sqlx::query_as("select funding_heading, eu_support, eu_language from site_settings")
            .fetch_one(&mut *connection)
            .await?;
    let funders: Vec<Funder> =
        sqlx::query_as("select name, logo from funders order by position").fetch_all(connection).await?;
    Ok(Funding { heading, eu_support, eu_language, funders })
}

async fn safety(connection: &mut SqliteConnection) -> Result<Safety, sqlx::Error> {
    let (exit_address, safe_title, sensitive_words) =
        sqlx::query_as("select exit_address, safe_title, sensitive_words from site_settings")
            .fetch_one(&mut *connection)
            .await?;
    let help_numbers: Vec<HelpNumber> = sqlx::query_as(
        "select name, number, hours, cost, note, checked_on from help_numbers order by position",
    )
    .fetch_all(connection)
    .await?;
    Ok(Safety { exit_address, safe_title, sensitive_words, help_numbers })
}

async fn accessibility(connection: &mut SqliteConnection) -> Result<Accessibility, sqlx::Error> {
    let (organisation, is_public_actor, compliance, assessed_on, updated_on, reviewed_on, method, assessor, tests) =
        sqlx::query_as(
            "select organisation, is_public_actor, compliance, assessed_on, updated_on, reviewed_on, method, assessor, tests
             from accessibility",
        )
        .fetch_one(&mut *connection)
        .await?;
    let faults: Vec<Fault> = sqlx::query_as(
        "select what, place, situation, reason, assessment, alternative, criterion, planned
         from accessibility_faults order by position",
    )
    .fetch_all(connection)
    .await?;
    Ok(Accessibility {
        organisation,
        is_public_actor,
        compliance,
        assessed_on,
        updated_on,
        reviewed_on,
        method,
        assessor,
        tests,
        faults,
    })
}

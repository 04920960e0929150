//! The SQL of the settings.

mod framers;
mod funding;
pub(super) mod links;

pub(crate) use self::framers::framers;
pub use self::framers::replace_framers;
pub(crate) use super::accessibility::store::{mark_reminded, set_reviewed};

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::accessibility::store as accessibility;
use super::brand;
use super::colours::store::{brand_colours, replace_brand_colours};
use super::settings::{Contact, MenuItem, Settings};

#[derive(sqlx::FromRow)]
struct SettingsRow {
    name: String,
    vision: String,
    description: String,
    address: String,
    notice: Option<String>,
    contact_name: String,
    contact_email: String,
    contact_phone: String,
    contact_address: String,
    exit_address: String,
    safe_title: String,
    sensitive_words: Option<String>,
    time_zone: String,
    weekly_guldkorn: bool,
}

/// Reads all settings.
///
/// # Errors
/// When the database cannot be read.
pub async fn settings(reader: &SqlitePool) -> Result<Settings, sqlx::Error> {
    let row: SettingsRow = sqlx::query_as(
        "select name, vision, description, address, notice, contact_name, contact_email, contact_phone, contact_address,
             exit_address, safe_title, sensitive_words, time_zone, weekly_guldkorn
         from site_settings",
    )
    .fetch_one(reader)
    .await?;
    Ok(Settings {
        name: row.name,
        vision: row.vision,
        description: row.description,
        address: row.address,
        notice: row.notice,
        contact: Contact {
            name: row.contact_name,
            email: row.contact_email,
            phone: row.contact_phone,
            address: row.contact_address,
        },
        exit_address: row.exit_address,
        safe_title: row.safe_title,
        sensitive_words: row.sensitive_words,
        brand: brand::store::brand(reader).await?,
        time_zone: row.time_zone,
        weekly_guldkorn: row.weekly_guldkorn,
        colours: brand_colours(reader).await?,
        menu: menu(reader, "head").await?,
        foot: menu(reader, "foot").await?,
        funding: funding::read(reader).await?,
        accessibility: accessibility::accessibility(reader).await?,
    })
}

/// Returns whether the site has neither posts nor editions yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_empty(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select not exists (select 1 from posts) and not exists (select 1 from editions)")
        .fetch_one(reader)
        .await
}

/// Returns whether the demo site was put into this data folder.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_demo(reader: &SqlitePool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("select is_demo from site_settings").fetch_one(reader).await
}

/// Notes that this is the demo site.
///
/// # Errors
/// When the database cannot be written.
pub async fn mark_as_demo(writer: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("update site_settings set is_demo = 1").execute(writer).await?;
    Ok(())
}

/// Reads the address of the quick exit, as staff wrote it.
///
/// # Errors
/// When the database cannot be read.
pub async fn exit_address(reader: &SqlitePool) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select exit_address from site_settings").fetch_one(reader).await
}

/// Reads the site's address, as its owner set it; empty when that has not been done.
pub(super) async fn address(reader: &SqlitePool) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select address from site_settings").fetch_one(reader).await
}

/// Reads the zone of the site's days and times.
///
/// # Errors
/// When the database cannot be read.
pub async fn time_zone(reader: &SqlitePool) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select time_zone from site_settings").fetch_one(reader).await
}

/// Reads the page title that sensitive posts show instead of their own.
pub(super) async fn safe_title(reader: &SqlitePool) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select safe_title from site_settings").fetch_one(reader).await
}

/// Reads the random key from which [`PublicIds`](super::PublicIds) are made.
pub(super) async fn public_id_key(reader: &SqlitePool) -> Result<String, sqlx::Error> {
    sqlx::query_scalar("select machine_key from site_settings").fetch_one(reader).await
}

async fn menu(reader: &SqlitePool, place: &str) -> Result<Vec<MenuItem>, sqlx::Error> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select label, path from menu_items where place = $1 order by position")
            .bind(place)
            .fetch_all(reader)
            .await?;
    Ok(rows.into_iter().map(|(label, path)| MenuItem { label, path }).collect())
}

/// Replaces all settings.
///
/// # Errors
/// When a setting violates a constraint of the schema.
pub async fn replace_settings(writer: &mut SqliteConnection, settings: &Settings) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update site_settings set name = $1, vision = $2, description = $3, notice = $4, contact_name = $5,
             contact_email = $6, contact_phone = $7, contact_address = $8, exit_address = $9, safe_title = $10,
             address = $11, sensitive_words = $12, time_zone = $13, weekly_guldkorn = $14",
    )
    .bind(&settings.name)
    .bind(&settings.vision)
    .bind(&settings.description)
    .bind(&settings.notice)
    .bind(&settings.contact.name)
    .bind(&settings.contact.email)
    .bind(&settings.contact.phone)
    .bind(&settings.contact.address)
    .bind(&settings.exit_address)
    .bind(&settings.safe_title)
    .bind(&settings.address)
    .bind(&settings.sensitive_words)
    .bind(&settings.time_zone)
    .bind(settings.weekly_guldkorn)
    .execute(&mut *writer)
    .await?;
    brand::store::replace(writer, &settings.brand).await?;
    replace_brand_colours(writer, settings.colours).await?;
    sqlx::query("delete from menu_items").execute(&mut *writer).await?;
    for (place, items) in [("head", &settings.menu), ("foot", &settings.foot)] {
        for (position, item) in (1_i64..).zip(items) {
            sqlx::query("insert into menu_items (place, position, label, path) values ($1, $2, $3, $4)")
                .bind(place)
                .bind(position)
                .bind(&item.label)
                .bind(&item.path)
                .execute(&mut *writer)
                .await?;
        }
    }
    funding::replace(writer, &settings.funding).await?;
    accessibility::replace_accessibility(writer, &settings.accessibility).await
}

/// Replaces the list of discouraged words, each with what to write instead.
///
/// # Errors
/// When a word is empty or listed twice.
pub async fn replace_wordings(
    writer: &mut SqliteConnection,
    words: &[(String, String)],
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from wordings").execute(&mut *writer).await?;
    for (word, instead) in words {
        sqlx::query("insert into wordings (word, instead) values ($1, $2)")
            .bind(word)
            .bind(instead)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}

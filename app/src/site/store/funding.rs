//! The SQL of who pays.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::media::PictureId;
use crate::site::{EuShare, EuSupport, Funder, Funding};

pub(super) async fn read(reader: &SqlitePool) -> Result<Funding, sqlx::Error> {
    let (heading, support, language): (String, String, String) =
        sqlx::query_as("select funding_heading, eu_support, eu_language from site_settings")
            .fetch_one(reader)
            .await?;
    let funders: Vec<(String, Option<PictureId>)> =
        sqlx::query_as("select name, logo from funders order by position").fetch_all(reader).await?;
    Ok(Funding {
        heading,
        eu: EuShare::parse(&support).map(|share| EuSupport { share, in_english: language == "en" }),
        funders: funders.into_iter().map(|(name, logo)| Funder { name, logo }).collect(),
    })
}

pub(super) async fn replace(writer: &mut SqliteConnection, funding: &Funding) -> Result<(), sqlx::Error> {
    sqlx::query("update site_settings set funding_heading = $1, eu_support = $2, eu_language = $3")
        .bind(&funding.heading)
        .bind(funding.eu.map_or("", |eu| eu.share.as_str()))
        .bind(if funding.eu.is_some_and(|eu| eu.in_english) { "en" } else { "sv" })
        .execute(&mut *writer)
        .await?;
    sqlx::query("delete from funders").execute(&mut *writer).await?;
    for (position, funder) in (1_i64..).zip(&funding.funders) {
        sqlx::query("insert into funders (position, name, logo) values ($1, $2, $3)")
            .bind(position)
            .bind(&funder.name)
            .bind(funder.logo)
            .execute(&mut *writer)
            .await?;
    }
    Ok(())
}

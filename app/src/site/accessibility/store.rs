//! The tables `accessibility` and `accessibility_faults`.

use jiff::civil::Date;
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::{Accessibility, Compliance, Fault, Method, Reason, Situation};
use crate::time::parse_day;

#[derive(sqlx::FromRow)]
struct AccessibilityRow {
    organisation: String,
    is_public_actor: bool,
    compliance: String,
    assessed_on: String,
    updated_on: String,
    reviewed_on: String,
    method: String,
    assessor: String,
    tests: String,
}

#[derive(sqlx::FromRow)]
struct FaultRow {
    what: String,
    place: String,
    situation: String,
    reason: String,
    assessment: String,
    alternative: String,
    criterion: String,
    planned: String,
}

/// Reads what the accessibility statement says.
pub(in crate::site) async fn accessibility(reader: &SqlitePool) -> Result<Accessibility, sqlx::Error> {
    let row: AccessibilityRow = sqlx::query_as(
        "select organisation, is_public_actor, compliance, assessed_on, updated_on, reviewed_on, method, assessor, tests
         from accessibility",
    )
    .fetch_one(reader)
    .await?;
    let faults: Vec<FaultRow> = sqlx::query_as(
        "select what, place, situation, reason, assessment, alternative, criterion, planned
         from accessibility_faults order by position",
    )
    .fetch_all(reader)
    .await?;
    Ok(Accessibility {
        organisation: row.organisation,
        is_public_actor: row.is_public_actor,
        compliance: Compliance::parse(&row.compliance),
        assessed_on: parse_day(&row.assessed_on),
        updated_on: parse_day(&row.updated_on),
        reviewed_on: parse_day(&row.reviewed_on),
        method: Method::parse(&row.method),
        assessor: row.assessor,
        tests: row.tests,
        faults: faults.into_iter().map(fault).collect(),
    })
}

fn fault(row: FaultRow) -> Fault {
    Fault {
        what: row.what,
        place: row.place,
        situation: Situation::parse(&row.situation).unwrap_or_default(),
        reason: Reason::parse(&row.reason).unwrap_or_default(),
        assessment: row.assessment,
        alternative: row.alternative,
        criterion: row.criterion,
        planned: row.planned,
    }
}

/// Replaces what the accessibility statement says.
pub(in crate::site) async fn replace_accessibility(
    writer: &mut SqliteConnection,
    accessibility: &Accessibility,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update accessibility set organisation = $1, is_public_actor = $2, compliance = $3, assessed_on = $4,
             updated_on = $5, reviewed_on = $6, method = $7, assessor = $8, tests = $9",
    )
    .bind(&accessibility.organisation)
    .bind(accessibility.is_public_actor)
    .bind(accessibility.compliance.map_or("", Compliance::as_str))
    .bind(written(accessibility.assessed_on))
    .bind(written(accessibility.updated_on))
    .bind(written(accessibility.reviewed_on))
    .bind(accessibility.method.map_or("", Method::as_str))
    .bind(&accessibility.assessor)
    .bind(&accessibility.tests)
    .execute(&mut *writer)
    .await?;
    sqlx::query("delete from accessibility_faults").execute(&mut *writer).await?;
    for (position, fault) in (1_i64..).zip(&accessibility.faults) {
        sqlx::query(
            "insert into accessibility_faults
                 (position, what, place, situation, reason, assessment, alternative, criterion, planned)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(position)
        .bind(&fault.what)
        .bind(&fault.place)
        .bind(fault.situation.as_str())
        .bind(fault.reason.as_str())
        .bind(&fault.assessment)
        .bind(&fault.alternative)
        .bind(&fault.criterion)
        .bind(&fault.planned)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

/// Sets the day of the last review, and nothing else.
pub(crate) async fn set_reviewed(writer: &mut SqliteConnection, day: Date) -> Result<(), sqlx::Error> {
    sqlx::query("update accessibility set reviewed_on = $1 where updated_on <= $1")
        .bind(written(Some(day)))
        .execute(writer)
        .await?;
    Ok(())
}

/// Marks that the admins are told of the age of the last review. Returns whether they had not been.
pub(crate) async fn mark_reminded(writer: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let marked =
        sqlx::query("update accessibility set reminded_of = reviewed_on where reminded_of <> reviewed_on")
            .execute(writer)
            .await?;
    Ok(marked.rows_affected() > 0)
}

fn written(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

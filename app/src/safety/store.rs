//! The SQL of help numbers.

use sqlx::sqlite::{SqliteConnection, SqlitePool};

use super::HelpNumber;

/// Reads the help numbers in the order that staff chose, each with the day of its last check (yyyy-mm-dd).
pub(crate) async fn help_numbers(reader: &SqlitePool) -> Result<Vec<(HelpNumber, String)>, sqlx::Error> {
    let rows: Vec<(String, String, String, String, String, String)> = sqlx::query_as(
        "select name, number, hours, cost, note, checked_on from help_numbers order by position",
    )
    .fetch_all(reader)
    .await?;
    let number =
        |(name, number, hours, cost, note, day)| (HelpNumber { name, number, hours, cost, note }, day);
    Ok(rows.into_iter().map(number).collect())
}

/// Replaces all help numbers, each with the day of its last check (yyyy-mm-dd).
///
/// # Errors
/// When the database cannot be written.
pub async fn replace_help_numbers(
    writer: &mut SqliteConnection,
    numbers: &[(HelpNumber, String)],
) -> Result<(), sqlx::Error> {
    sqlx::query("delete from help_numbers").execute(&mut *writer).await?;
    for (position, (number, checked_on)) in (1_i64..).zip(numbers) {
        sqlx::query(
            "insert into help_numbers (position, name, number, hours, cost, note, checked_on)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(position)
        .bind(&number.name)
        .bind(&number.number)
        .bind(&number.hours)
        .bind(&number.cost)
        .bind(&number.note)
        .bind(checked_on)
        .execute(&mut *writer)
        .await?;
    }
    Ok(())
}

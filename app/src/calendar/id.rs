//! Ids of editions.

crate::row_id::row_id! {
    /// Id of an edition of the calendar.
    EditionId
}

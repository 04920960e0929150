//! Ids of staff accounts.

crate::row_id::row_id! {
    /// Id of a staff account.
    StaffId
}

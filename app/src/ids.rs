//! Ids that rooms need which know nothing else of each other.
//!
//! An id stands with the rows that it names (`posts::PostId`, `staff::StaffId`), and is defined here when a room below
//! must be able to name it: the audit log names posts and staff, and is used by both.

use crate::row_id::row_id;

row_id! {
    /// Id of a staff account.
    StaffId
}

row_id! {
    /// Id of a post.
    PostId
}

//! The SQL of comments and readings.

pub(super) mod comments;
pub(super) mod concerns;
pub(super) mod news;
pub(in crate::comments) mod readings;
pub(in crate::comments) mod reminders;

//! What the privacy page says by itself: what the product stores about people and for how long, computed from what each
//! room declares beside the constants that it deletes by (`retention`). So it cannot say anything else than what happens.

mod device;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use view::privacy;

use crate::retention::Retention;
use crate::{
    audit_log, board, comments, consent, feedback, foresight, maintenance, posts, preview, recordings,
    reserves, staff, statistics,
};

/// Lists everything that is stored about people.
fn declared() -> Vec<Retention> {
    [
        feedback::declared(),
        device::declared(),
        statistics::declared(),
        posts::declared(),
        consent::declared(),
        reserves::declared(),
        board::declared(),
        comments::declared(),
        foresight::declared(),
        maintenance::declared(),
        recordings::declared(),
        staff::declared(),
        preview::review_links::declared(),
        audit_log::declared(),
    ]
    .concat()
}

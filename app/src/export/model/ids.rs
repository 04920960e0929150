//! Ids that are the same on every site.

use crate::media::id::random_id;

random_id! {
    /// Id of a post that stays through export and import, other than the number of its row.
    PostUid
}

random_id! {
    /// Id of an edition that stays through export and import, other than the number of its row.
    EditionUid
}

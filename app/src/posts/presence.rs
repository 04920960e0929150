//! Who is in which text right now. Autosaved in memory only: after a restart everybody is seen again within seconds.

use crate::posts::PostId;
use crate::staff::StaffId;
use crate::time::UnixMillis;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::staff::Staff;

/// How long somebody counts as there after the last sign, in milliseconds.
const HERE: i64 = 60_000;

/// Who is where. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Presence(Arc<Mutex<HashMap<(PostId, StaffId), Seen>>>);

#[derive(Debug, Clone)]
struct Seen {
    name: String,
    at: UnixMillis,
}

impl Presence {
    /// Notes that somebody is in a text, and tells the names of the others there, in alphabetical order.
    pub fn see(&self, post: PostId, staff: &Staff, now: UnixMillis) -> Vec<String> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.retain(|_, seen| (now - HERE..=now).contains(&seen.at));
        seen.insert((post, staff.id), Seen { name: staff.name.clone(), at: now });
        let mut names: Vec<_> = seen
            .iter()
            .filter(|((text, id), _)| *text == post && *id != staff.id)
            .map(|(_, seen)| seen.name.clone())
            .collect();
        names.sort();
        names
    }

    /// Notes that somebody has left a text.
    pub fn leave(&self, post: PostId, staff: &Staff) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&(post, staff.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Role;

    #[test]
    fn others_are_seen_for_a_minute() {
        let person =
            |id, name: &str| Staff { id, email: String::new(), name: name.into(), role: Role::Writer };
        let (anna, bo) = (person(StaffId(1), "Anna"), person(StaffId(2), "Bo"));
        let presence = Presence::default();
        assert!(presence.see(PostId(7), &anna, UnixMillis(0)).is_empty());
        assert_eq!(presence.see(PostId(7), &bo, UnixMillis(10)), ["Anna"]);
        assert!(presence.see(PostId(8), &bo, UnixMillis(10)).is_empty(), "in another text");
        assert_eq!(presence.see(PostId(7), &anna, UnixMillis(HERE)), ["Bo"]);
        assert!(presence.see(PostId(7), &anna, UnixMillis(HERE + 11)).is_empty());
        presence.see(PostId(7), &bo, UnixMillis(HERE + 11));
        presence.leave(PostId(7), &bo);
        assert!(presence.see(PostId(7), &anna, UnixMillis(HERE + 12)).is_empty());
    }
}

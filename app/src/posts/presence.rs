//! Which staff members have which post open in an editor, or which board, right now. In memory only: after a restart the
//! browsers connect again within seconds.

use tokio::sync::watch;

use super::PostId;
use crate::db::swedish_order;
use crate::ids::EditionId;
use crate::staff::{Staff, StaffId};

/// Open editors and boards of the whole site: each holds a connection and is woken by every change.
const MAX_EDITORS: usize = 256;
/// Open editors and boards of one person. Over HTTP/1.1 a browser opens six connections to a site, and needs some of them for
/// everything else.
const MAX_EDITORS_OF_ONE: usize = 3;

/// The open editors of all posts, and the open boards. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Presence(watch::Sender<Editors>);

#[derive(Debug, Default)]
struct Editors {
    open: Vec<Editor>,
    next_id: u64,
    is_closed: bool,
}

/// What somebody has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A post in the editor.
    Post(PostId),
    /// The board of an edition.
    Board(EditionId),
}

impl From<PostId> for Place {
    fn from(post: PostId) -> Self {
        Self::Post(post)
    }
}

#[derive(Debug)]
struct Editor {
    id: u64,
    place: Place,
    staff: StaffId,
    name: String,
}

impl Presence {
    /// Opens an editor, until the returned value is dropped. None when there are too many, or the server is stopping.
    pub(crate) fn open(&self, place: impl Into<Place>, staff: &Staff) -> Option<OpenEditor> {
        let place = place.into();
        let mut id = None;
        self.0.send_if_modified(|editors| {
            let own = editors.open.iter().filter(|editor| editor.staff == staff.id).count();
            if editors.is_closed || editors.open.len() >= MAX_EDITORS || own >= MAX_EDITORS_OF_ONE {
                return false;
            }
            editors.next_id += 1;
            id = Some(editors.next_id);
            editors.open.push(Editor {
                id: editors.next_id,
                place,
                staff: staff.id,
                name: staff.name.clone(),
            });
            true
        });
        id.map(|id| OpenEditor { presence: self.clone(), changes: self.0.subscribe(), id })
    }

    /// Returns the names of everybody else who has a post or a board open, in alphabetical order.
    pub(crate) fn others(&self, place: impl Into<Place>, staff: StaffId) -> Vec<String> {
        let place = place.into();
        let editors = self.0.borrow();
        let mut others: Vec<_> = editors
            .open
            .iter()
            .filter(|editor| editor.place == place && editor.staff != staff)
            .map(|editor| (&editor.name, editor.staff))
            .collect();
        others.sort_by(|(one, id), (other, other_id)| swedish_order(one, other).then(id.cmp(other_id)));
        others.dedup();
        others.into_iter().map(|(name, _)| name.clone()).collect()
    }

    /// Whether anybody has a post open.
    pub(crate) fn is_open(&self, post: PostId) -> bool {
        self.0.borrow().open.iter().any(|editor| editor.place == post.into())
    }

    /// Whether no post and no board is open anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().open.is_empty()
    }

    /// Ends all open editors and refuses new ones: the server is stopping.
    pub fn close(&self) {
        self.0.send_modify(|editors| editors.is_closed = true);
    }
}

/// An open editor. Dropped, it disappears for everybody else.
#[derive(Debug)]
pub(crate) struct OpenEditor {
    presence: Presence,
    changes: watch::Receiver<Editors>,
    id: u64,
}

impl OpenEditor {
    /// Waits until any editor or board is opened or closed.
    pub(crate) async fn changed(&mut self) {
        // The sender lives as long as this, in `presence`.
        _ = self.changes.changed().await;
    }

    /// Waits until the server is stopping.
    pub(crate) fn closed(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut changes = self.changes.clone();
        async move {
            _ = changes.wait_for(|editors| editors.is_closed).await;
        }
    }
}

impl Drop for OpenEditor {
    fn drop(&mut self) {
        self.presence.0.send_modify(|editors| editors.open.retain(|editor| editor.id != self.id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Role;

    const POST: PostId = PostId(7);

    fn person(id: i64, name: &str) -> Staff {
        Staff { id: StaffId(id), email: String::new(), name: name.into(), role: Role::Writer }
    }

    #[test]
    fn others_are_named_once_while_their_editors_are_open() {
        let (anna, bo, other_bo) = (person(1, "Anna"), person(2, "Bo"), person(3, "Bo"));
        let presence = Presence::default();
        let cia = person(4, "Cia");
        let editors = [(POST, &bo), (POST, &bo), (POST, &other_bo), (PostId(8), &cia), (POST, &anna)];
        let mut open = editors.map(|(post, staff)| presence.open(post, staff));
        assert_eq!(presence.others(POST, anna.id), ["Bo", "Bo"], "one each");
        assert!(presence.others(PostId(8), cia.id).is_empty(), "in another post");
        assert!(presence.is_open(POST) && !presence.is_open(PostId(9)));
        let board = presence.open(Place::Board(EditionId(POST.0)), &cia);
        assert!(
            board.is_some() && !presence.others(POST, anna.id).contains(&cia.name),
            "on a board of that number"
        );
        open[0] = None;
        assert_eq!(presence.others(POST, anna.id), ["Bo", "Bo"], "one window is still open");
        open[1] = None;
        assert_eq!(presence.others(POST, anna.id), ["Bo"]);
        drop(open);
        assert!(presence.others(POST, anna.id).is_empty());
    }

    #[tokio::test]
    async fn arrivals_and_departures_wake_the_others() {
        let presence = Presence::default();
        let mut own = presence.open(POST, &person(1, "Anna")).expect("room");
        let other = presence.open(POST, &person(2, "Bo"));
        own.changed().await;
        drop(other);
        own.changed().await;
        presence.close();
        own.closed().await;
        assert!(presence.open(POST, &person(2, "Bo")).is_none(), "the server is stopping");
    }

    #[test]
    fn the_number_of_open_editors_is_limited() {
        let presence = Presence::default();
        let anna = person(0, "Anna");
        let own: Vec<_> = (0..MAX_EDITORS_OF_ONE).filter_map(|_| presence.open(POST, &anna)).collect();
        assert!(presence.open(PostId(8), &anna).is_none());
        let others: Vec<_> = (1..).map_while(|id| presence.open(POST, &person(id, "Bo"))).collect();
        assert_eq!(own.len() + others.len(), MAX_EDITORS);
        drop(own);
        assert!(presence.open(POST, &anna).is_some());
    }
}

//! Choosing the door on which a guldkorn hangs.

use leptos::prelude::*;

use super::EditorView;
use super::bar::button;
use crate::admin::editor::action::EditorAction;
use crate::ids::EditionId;
use crate::posts::store::doors::Door;
use crate::posts::{PostId, PostState};
use crate::staff::Role;
use crate::time::{at_home, from_millis, weekday_and_date};

/// The doors of all editions, free days first. Who may not decide about the post sees only where it hangs, and is not
/// offered doors of posts that they may not move.
pub(super) fn door_field(editor: &EditorView<'_>) -> AnyView {
    if !editor.post.may_be_decided_by(editor.staff) {
        return fixed(editor).into_any();
    }
    let here = editor.post.door.as_ref().map(|door| (door.edition, door.day));
    let is_editor = editor.staff.role >= Role::Editor;
    let is_offered = |door: &&Door| {
        is_editor || door.post == Some(editor.post.id) || door.state != Some(PostState::Published)
    };
    let hung = here.map(|(edition, day)| name(edition, day));
    let mut editions: Vec<&[Door]> = editor.doors.chunk_by(|one, next| one.edition == next.edition).collect();
    editions.retain(|doors| !doors.is_empty());
    let groups = editions.into_iter().map(|doors| {
        let title = doors.first().map(|door| door.edition_title.clone()).unwrap_or_default();
        let (free, taken): (Vec<_>, Vec<_>) =
            doors.iter().filter(is_offered).partition(|door| door.post.is_none());
        let options =
            free.into_iter().chain(taken).map(|door| option(door, here, editor.post.id)).collect_view();
        view! { <optgroup label=title>{options}</optgroup> }
    });
    view! {
        <div class="field">
            <label for="door">"Lucka"</label>
            <p class="hint" id="door-hint">"Hänger en annan text där tar den här texten över luckan."</p>
            <input type="hidden" name="hung" value=hung/>
            <select id="door" name="door" aria-describedby="door-hint">
                <option value="">"Ingen lucka"</option>
                {groups.collect_view()}
            </select>
        </div>
        {button(
            EditorAction::Hang,
            "button plain",
            if here.is_some() { "Byt lucka" } else { "Häng på luckan" },
        )}
    }
    .into_any()
}

/// Where the post hangs, for those who may not change it.
fn fixed(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let here = editor.post.door.as_ref().map(|door| (door.edition, door.day));
    let hung = here.map(|(edition, day)| name(edition, day));
    view! {
        <input type="hidden" name="hung" value=hung.clone()/>
        <input type="hidden" name="door" value=hung/>
        <p class="hint">"En redaktör kan byta lucka på en text som är publicerad eller schemalagd."</p>
    }
}

/// Returns a door as the form sends it: `edition:day`.
fn name(edition: EditionId, day: u16) -> String {
    format!("{edition}:{day}")
}

fn option(door: &Door, here: Option<(EditionId, u16)>, post: PostId) -> impl IntoView + use<> {
    let at = at_home(from_millis(door.opens_at));
    let label = Some(door.label.as_str()).filter(|label| !label.is_empty()).map(|label| format!(", {label}"));
    let title = door.title.as_ref().filter(|_| door.post != Some(post)).map(|title| format!(" · {title}"));
    let words = [Some(format!("{} – {}", door.day, weekday_and_date(at.date()))), label, title];
    let words: String = words.into_iter().flatten().collect();
    let is_here = here == Some((door.edition, door.day));
    view! { <option value=name(door.edition, door.day) selected=is_here>{words}</option> }
}

//! What is decided about a text, beside it.

use crate::posts::Revision;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::Desk;
use super::doors::door_field;
use super::picture::picture_field;
use super::when::when;
use crate::admin::editor::acts::{MakeDraft, MoveToTrash, SayReady, Withdraw};
use crate::paths;
use crate::posts::{PostKind, PostStatus};
use crate::staff::Role;
use crate::ui::TextArea;

/// The side: time and place, picture, subjects, the rest, and what there is to mend.
pub(super) fn side(desk: &Desk<'_>) -> impl IntoView + use<> {
    view! {
        <div class="side">
            <section aria-labelledby="side-when">
                <h2 id="side-when">{if desk.work.kind == PostKind::Guldkorn { "Lucka och tid" } else { "Tid" }}</h2>
                {time_and_place(desk)}
            </section>
            <section aria-labelledby="side-remarks">
                <h2 id="side-remarks">"Att tänka på"</h2>
                <div id="remarks" inner_html=desk.remarks.clone()></div>
            </section>
            <section aria-labelledby="side-picture">
                <h2 id="side-picture">"Bild"</h2>
                {picture_field(desk)}
            </section>
            <section aria-labelledby="side-tags">
                <h2 id="side-tags">"Etiketter"</h2>
                {tags(desk)}
            </section>
            <details>
                <summary>"Ingress, skribent och adress"</summary>
                {rest(desk)}
            </details>
            <section aria-labelledby="side-text">
                <h2 id="side-text">"Texten"</h2>
                {changes(desk)}
            </section>
        </div>
    }
}

fn time_and_place(desk: &Desk<'_>) -> impl IntoView + use<> {
    let is_guldkorn = desk.work.kind == PostKind::Guldkorn;
    let hangs = desk.work.place.is_some();
    view! {
        <p id="when">{when(desk.work, desk.text, desk.now)}</p>
        {is_guldkorn.then(|| door_field(desk))}
        <div class="field" hidden=hangs>
            <label for="publish_at">"Publiceringstid"</label>
            <input
                id="publish_at" name="publish_at" type="datetime-local" value=desk.text.publish_at.clone()
                aria-describedby="when"
            />
        </div>
    }
}

fn tags(desk: &Desk<'_>) -> impl IntoView + use<> {
    let names = desk.tags.iter().map(|name| view! { <option value=name.clone()></option> }).collect_view();
    view! {
        <div class="field">
            <label for="tags" class="visually-hidden">"Etiketter"</label>
            <p class="hint" id="tags-hint">"Skriv komma emellan."</p>
            <input
                id="tags" name="tags" list="tag-names" value=desk.text.tags.join(", ") autocomplete="off"
                aria-describedby="tags-hint"
            />
            <datalist id="tag-names">{names}</datalist>
        </div>
        <p class="tick">
            <input
                type="checkbox" id="sensitive" name="sensitive" value="ja" checked=desk.text.sensitive
                aria-describedby="sensitive-hint"
            />
            <label for="sensitive">"Känsligt innehåll"</label>
        </p>
        <p class="hint" id="sensitive-hint">"Sidan får hjälpnummer, en neutral titel och knappen ”Lämna sidan”."</p>
    }
}

fn rest(desk: &Desk<'_>) -> impl IntoView + use<> {
    let text = desk.text;
    let known = desk.work.kind.path(&desk.work.slug);
    view! {
        <div class="field">
            <label for="teaser">"Ingress"</label>
            <p class="hint" id="teaser-hint">"En eller två meningar för listor. Är fältet tomt tas början av texten."</p>
            <TextArea name="teaser" text=text.teaser.clone() rows=3 attr:aria-describedby="teaser-hint"/>
        </div>
        <div class="field">
            <label for="author">"Skribent"</label>
            <p class="hint" id="author-hint">"Läsarna ser namnet. Lämna tomt för inget namn."</p>
            <input id="author" name="author" value=text.author.clone() autocomplete="off" aria-describedby="author-hint"/>
        </div>
        <div class="field">
            <label for="slug">"Adress"</label>
            <p class="hint" id="slug-hint">
                {format!("Nu: {known}. Är fältet tomt görs adressen av rubriken. En gammal adress leder till den nya.")}
            </p>
            <input
                id="slug" name="slug" value=text.slug.clone() autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby="slug-hint"
            />
        </div>
    }
}

/// The way to older versions, and what turns a text back.
fn changes(desk: &Desk<'_>) -> impl IntoView + use<> {
    let work = desk.work;
    let status = work.status;
    let may_decide = work.may_be_decided_by(desk.staff);
    let is_editor = desk.staff.role >= Role::Editor;
    let to_draft =
        matches!(status, PostStatus::Ready | PostStatus::Withdrawn | PostStatus::Scheduled) && may_decide;
    view! {
        <p><a href=format!("{}#dela", paths::preview_of_text(work.id)) rel="external">"Dela med någon utanför"</a></p>
        {(status == PostStatus::Published).then(|| view! {
            <p><a href=work.kind.path(&work.slug) rel="external">"Visa på webbplatsen"</a></p>
        })}
        {(work.newest > Revision::NONE).then(|| view! { <p><a href=paths::post_versions(work.id)>"Tidigare versioner"</a></p> })}
        <div class="row">
            {(status == PostStatus::Draft && is_editor).then(|| view! {
                <button class="button plain" formaction=SayReady::url()>"Klar för publicering"</button>
            })}
            {to_draft.then(|| view! {
                <button class="button plain" formaction=MakeDraft::url()>"Gör till utkast"</button>
            })}
            {(status == PostStatus::Published && is_editor).then(|| view! {
                <button class="button danger" formaction=Withdraw::url()>"Dra tillbaka"</button>
            })}
            {may_decide.then(|| view! {
                <button class="button danger" formaction=MoveToTrash::url()>"Lägg i papperskorgen"</button>
            })}
        </div>
    }
}

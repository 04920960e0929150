//! What is decided about a post, beside its text.

use leptos::prelude::*;

use super::EditorView;
use super::bar::button;
use super::consent::consent;
use super::documents::documents;
use super::doors::door_field;
use super::picture::picture_field;
use super::recording::recording;
use super::remarks::remarks;
use super::renditions::renditions;
use super::when::when;
use crate::admin::editor::action::EditorAction;
use crate::paths;
use crate::posts::{Language, PostKind, PostStatus, Revision};
use crate::staff::Role;
use crate::ui::TextArea;

/// The side: door and time, remarks, picture, tags, language and everything else.
pub(super) fn side(editor: &EditorView<'_>) -> impl IntoView + use<> {
    view! {
        <div class="side">
            <section aria-labelledby="side-when">
                <h2 id="side-when">{if editor.post.kind == PostKind::Guldkorn { "Lucka och tid" } else { "Tid" }}</h2>
                {door_and_time(editor)}
            </section>
            <section aria-labelledby="side-remarks">
                <h2 id="side-remarks">"Att tänka på"</h2>
                <div id="remarks">{remarks(&editor.review)}</div>
            </section>
            <section aria-labelledby="side-picture">
                <h2 id="side-picture">"Bild"</h2>
                {picture_field(editor)}
            </section>
            <section aria-labelledby="side-documents">
                <h2 id="side-documents">"Dokument"</h2>
                <div id="documents" tabindex="-1">{documents(editor)}</div>
            </section>
            <section aria-labelledby="inspelning">
                <h2 id="inspelning" tabindex="-1">"Inspelning"</h2>
                {recording(editor)}
            </section>
            <div id="renditions">{renditions(editor)}</div>
            {if editor.original.is_some() { of_rendition(editor).into_any() } else { of_original(editor).into_any() }}
            <section aria-labelledby="side-text">
                <h2 id="side-text">"Texten"</h2>
                {editor.original.is_none().then(|| language(editor))}
                <div id="changes">{changes(editor)}</div>
            </section>
        </div>
    }
}

/// What is decided about a post, and holds for its renditions.
fn of_original(editor: &EditorView<'_>) -> impl IntoView + use<> {
    view! {
        <section aria-labelledby="samtycke">
            <h2 id="samtycke" tabindex="-1">"Samtycke"</h2>
            {consent(editor)}
            <p><a href=paths::pseudonym(editor.post.id)>"Byt namn på en person"</a></p>
        </section>
        <section aria-labelledby="side-tags">
            <h2 id="side-tags">"Etiketter"</h2>
            {tags(editor)}
        </section>
        <details>
            <summary>"Ingress, skribent och adress"</summary>
            {teaser(editor)}
            {rest(editor)}
        </details>
    }
}

/// What a rendition has of its own, and where everything else is decided.
fn of_rendition(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let sensitive = editor.content.sensitive.then_some("ja");
    view! {
        <input type="hidden" name="language" value=editor.content.language.as_str()/>
        <input type="hidden" name="sensitive" value=sensitive/>
        <details>
            <summary>"Ingress"</summary>
            {teaser(editor)}
        </details>
        <p class="hint">"Samtycke, etiketter, lucka och om texten är känslig bestäms i originalet. Det gäller här också."</p>
    }
}

fn door_and_time(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let is_guldkorn = editor.post.kind == PostKind::Guldkorn;
    let hangs = editor.post.door.is_some();
    view! {
        <p id="when">{when(editor.post, editor.content, editor.now)}</p>
        {is_guldkorn.then(|| view! { <div id="door-choice">{door_field(editor)}</div> })}
        <div class="field" id="publish-time" hidden=hangs>
            <label for="publish_at">"Publiceringstid"</label>
            <input
                id="publish_at" name="publish_at" type="datetime-local" value=editor.content.publish_at.clone()
                aria-describedby="when"
            />
        </div>
    }
}

fn tags(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let names = editor.tags.iter().map(|name| view! { <option value=name.clone()></option> }).collect_view();
    view! {
        <div class="field">
            <label for="tags" class="visually-hidden">"Etiketter"</label>
            <p class="hint" id="tags-hint">"Skriv komma emellan."</p>
            <input
                id="tags" name="tags" list="tag-names" dir="auto" value=editor.content.tags.join(", ") autocomplete="off"
                aria-describedby="tags-hint"
            />
            <datalist id="tag-names">{names}</datalist>
        </div>
        <p class="tick">
            <input
                type="checkbox" id="sensitive" name="sensitive" value="ja" checked=editor.content.sensitive
                aria-describedby="sensitive-hint"
            />
            <label for="sensitive">"Känsligt innehåll"</label>
        </p>
        <p class="hint" id="sensitive-hint">"Sidan får hjälpnummer, en neutral titel och knappen ”Lämna sidan”."</p>
    }
}

fn teaser(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let content = editor.content;
    view! {
        <div class="field">
            <label for="teaser">"Ingress"</label>
            <p class="hint" id="teaser-hint">"En eller två meningar för listor. Är fältet tomt tas början av texten."</p>
            <TextArea name="teaser" text=content.teaser.clone() rows=3 attr:lang=content.language.as_str() attr:dir="auto" attr:aria-describedby="teaser-hint"/>
        </div>
    }
}

fn rest(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let content = editor.content;
    let address = editor.post.kind.path(&editor.post.slug);
    view! {
        <div class="field">
            <label for="author">"Skribent"</label>
            <p class="hint" id="author-hint">"Läsarna ser namnet. Lämna tomt för inget namn."</p>
            <input id="author" name="author" value=content.author.clone() dir="auto" autocomplete="off" aria-describedby="author-hint"/>
        </div>
        <div class="field">
            <label for="slug">"Adress"</label>
            <p class="hint" id="slug-hint">
                {format!("Nu: {address}. Är fältet tomt görs adressen av rubriken. En gammal adress leder till den nya.")}
            </p>
            <input
                id="slug" name="slug" value=content.slug.clone() autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby="slug-hint"
            />
        </div>
    }
}

fn language(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let chosen = editor.content.language;
    let option = |(language, name): (Language, &'static str)| {
        view! { <option value=language.as_str() selected=language == chosen>{name}</option> }
    };
    view! {
        <div class="field">
            <label for="language">"Språk"</label>
            <select id="language" name="language">{Language::all().map(option).collect_view()}</select>
        </div>
    }
}

/// The links to preview and older revisions, and the buttons that undo publishing.
fn changes(editor: &EditorView<'_>) -> impl IntoView + use<> {
    let post = editor.post;
    let status = post.status;
    let may_decide = post.may_be_decided_by(editor.staff);
    let is_editor = editor.staff.role >= Role::Editor;
    let to_draft =
        matches!(status, PostStatus::Ready | PostStatus::Withdrawn | PostStatus::Scheduled) && may_decide;
    let comments = match editor.open_threads {
        0 => "Kommentarer och läsning".to_owned(),
        open => format!("Kommentarer och läsning ({open} {})", if open == 1 { "öppen" } else { "öppna" }),
    };
    view! {
        <p><a href=paths::comments(post.id)>{comments}</a></p>
        <p><a href=format!("{}#dela", paths::preview_of_text(post.id)) rel="external">"Dela med någon utanför"</a></p>
        {(status == PostStatus::Published).then(|| view! {
            <p><a href=post.kind.path(&post.slug) rel="external">"Visa på webbplatsen"</a></p>
        })}
        {(post.newest > Revision::NONE).then(|| view! { <p><a href=paths::post_versions(post.id)>"Tidigare versioner"</a></p> })}
        <div class="row">
            {(status == PostStatus::Draft && is_editor)
                .then(|| button(EditorAction::MarkReady, "button plain", "Klar för publicering"))}
            {to_draft.then(|| button(EditorAction::MakeDraft, "button plain", "Gör till utkast"))}
            {(status == PostStatus::Published && is_editor)
                .then(|| button(EditorAction::Withdraw, "button danger", "Dra tillbaka"))}
            {post.may_be_trashed_by(editor.staff).then(|| button(EditorAction::MoveToTrash, "button danger", "Lägg i papperskorgen"))}
        </div>
    }
}

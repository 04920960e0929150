//! Exchanging a picture, throwing it away, and getting it back.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::detail::Detail;
use super::grid::size;
use crate::admin::pictures::api::{RestorePicture, TrashPicture, UndoReplacement};
use crate::admin::relative_time::days_until;
use crate::media::PictureId;
use crate::paths;
use crate::picture_library::trash::deleted_at;
use crate::ui::IdempotencyKey;

/// The form that puts another file in the picture's place.
pub(super) fn replacement(shown: &Detail) -> impl IntoView + use<> {
    let picture = &shown.picture;
    let undo = shown.replaced.map(|_| {
        view! {
            <p>"Bilden tog en annan bilds plats. Den förra ligger i papperskorgen tills vidare."</p>
            {undo_replacement(picture.id)}
        }
    });
    view! {
        <section aria-labelledby="replace">
            <h2 id="replace">"Byt ut bilden"</h2>
            <p>
                "Den nya bilden tar över överallt där den här används, också i utkast och sparade versioner. Bildbeskrivningen följer med. Du kan ångra bytet i trettio dagar."
            </p>
            {undo}
            <form
                class="long" method="post" action=paths::replace_picture(picture.id) enctype="multipart/form-data"
            >
                <div class="field">
                    <label for="replacement">"Ny bild"</label>
                    <p class="hint" id="replacement-hint">
                        {format!("Den passar bäst om den har samma proportioner: {}.", size(picture))}
                    </p>
                    <input
                        id="replacement" type="file" name="file" accept="image/*,.heic,.heif,.avif,.svg"
                        aria-describedby="replacement-hint"
                    />
                </div>
                <button class="button plain">"Byt ut"</button>
            </form>
        </section>
    }
}

/// The form that puts the former picture back in its place.
pub(super) fn undo_replacement(picture: PictureId) -> AnyView {
    view! {
        <form method="post" action=UndoReplacement::url()>
            <IdempotencyKey/>
            <input type="hidden" name="id" value=picture.to_string()/>
            <button class="button plain">"Ångra bytet"</button>
        </form>
    }
    .into_any()
}

/// The way into the trash or out of it.
pub(super) fn removal(shown: &Detail, is_editor: bool) -> Option<AnyView> {
    let picture = &shown.picture;
    let id = picture.id.to_string();
    if let Some(since) = picture.trashed_at {
        let replaced_by = picture.replaced_by.map(|other| {
            view! { <p>"En annan bild har tagit dess plats. " <a href=paths::library_picture(other)>"Visa den"</a></p> }
        });
        let restore = is_editor.then(|| {
            view! {
                <form method="post" action=RestorePicture::url()>
                    <IdempotencyKey/>
                    <input type="hidden" name="id" value=id/>
                    <button class="button">"Ta tillbaka"</button>
                </form>
            }
        });
        let section = view! {
            <section aria-labelledby="remove">
                <h2 id="remove">"I papperskorgen"</h2>
                <p>{format!("Bilden raderas {}.", days_until(deleted_at(since), shown.now))}</p>
                {replaced_by}
                {restore}
            </section>
        };
        return Some(section.into_any());
    }
    let form = if shown.uses.is_empty() {
        view! {
            <p>"Inget använder bilden. Du kan ta tillbaka den i trettio dagar."</p>
            <form method="post" action=TrashPicture::url()>
                <IdempotencyKey/>
                <input type="hidden" name="id" value=id/>
                <button class="button danger">"Lägg i papperskorgen"</button>
            </form>
        }
        .into_any()
    } else {
        view! {
            <p>"En bild som används går inte att ta bort. Det som står under ”Används i” skulle förlora den. Ta bort den där först, eller byt ut den."</p>
        }
        .into_any()
    };
    let section = view! {
        <section aria-labelledby="remove">
            <h2 id="remove">"Ta bort bilden"</h2>
            {form}
        </section>
    };
    is_editor.then(|| section.into_any())
}

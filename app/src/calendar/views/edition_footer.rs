//! What stands below an edition's doors.

use leptos::prelude::*;

use super::About;
use crate::calendar::EditionLink;
use crate::paths;

/// The link to all open doors on one page, the introduction, and links to other editions and to reminders.
#[component]
pub(in crate::calendar) fn EditionFooter(
    /// The edition.
    edition: EditionLink,
    /// Its introduction; may be empty.
    html: String,
    /// The other editions, newest first.
    others: Vec<EditionLink>,
    /// Whether a door is open.
    has_begun: bool,
    /// Whether readers may see how often its texts were read.
    shows_reads: bool,
    /// Whether a door is still to open, of which there are reminders.
    has_reminders: bool,
) -> impl IntoView {
    view! {
        <section class="wrap page">
            {has_begun.then(|| view! {
                <p class="row">
                    <a class="button plain" href=paths::catch_up(&edition.slug)>"Läs i kapp"</a>
                    <span class="quiet">"Alla öppna luckor i ordning på en sida, också att skriva ut."</span>
                </p>
            })}
            {shows_reads.then(|| view! {
                <p class="row">
                    <a class="button plain" href=paths::edition_reads(&edition.slug)>"Så många har läst"</a>
                    <span class="quiet">"Hur många gånger texterna har lästs, dag för dag."</span>
                </p>
            })}
            <div class="split">
                <About title="Om kalendern" html/>
                {(!others.is_empty()).then(|| view! {
                    <section aria-labelledby="fler">
                        <h2 id="fler">"Fler kalendrar"</h2>
                        <ul class="editions">
                            {others.into_iter().map(|edition| view! {
                                <li><a href=paths::edition(&edition.slug)><b>{edition.title}</b></a></li>
                            }).collect_view()}
                        </ul>
                    </section>
                })}
                {has_reminders.then(|| view! { <SubscriptionLinks edition=edition.slug/> })}
            </div>
        </section>
    }
}

/// Links to the openings as a calendar file. The client has no routes for files, so it leaves the links to the browser.
#[component]
fn SubscriptionLinks(edition: String) -> impl IntoView {
    view! {
        <section aria-labelledby="paminnelser">
            <h2 id="paminnelser">"Påminnelser i din egen kalender"</h2>
            <p>
                <a rel="external" href=paths::subscription(&edition, false)>"Prenumerera på luckorna"</a>
                " i telefonens eller datorns kalender. Varje dag står det där vilken lucka som öppnas."
            </p>
            <p>
                "Ser någon annan din kalender? "
                <a rel="external" href=paths::subscription(&edition, true)>"Prenumerera med neutrala ord"</a>
                ". Då står det bara ”Påminnelse”."
            </p>
        </section>
    }
}

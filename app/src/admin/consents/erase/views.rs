//! What the page that asks once more, the receipt, and their traces on other pages look like.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::api::EraseTexts;
use super::backups::KeptBackup;
use super::found::{Found, Why};
use super::receipt::Receipt;
use crate::admin::consents::api::ActOnConsent;
use crate::admin::flash::Flash;
use crate::erasure::{Erasure, Leftovers};
use crate::ids::PostId;
use crate::paths;
use crate::time::{UnixMillis, at_home, clock_time, date_with_year, from_millis, weekday_date_and_time};
use crate::ui::{IdempotencyKey, TextArea};

/// What an editor must know before stories are erased.
pub(super) struct Confirmation<'a> {
    pub(super) post: PostId,
    pub(super) everything: bool,
    pub(super) title: &'static str,
    pub(super) found: &'a [Found],
    pub(super) unreadable: usize,
    pub(super) backups: Option<Vec<KeptBackup>>,
    pub(super) leftovers: Leftovers,
    pub(super) flash: &'a Flash<()>,
}

/// The page that says what will happen, and asks once more.
pub(super) fn confirmation(page: &Confirmation<'_>) -> impl IntoView + use<> {
    let texts = page.found.iter().map(text).collect_view();
    let everything = if page.everything { "ja" } else { "" };
    let unreadable = (page.unreadable > 0).then(|| {
        view! {
            <p class="missing">
                {format!("Vem det är går inte att läsa i {} av samtyckena: nyckeln saknas. Gå igenom dem själv.", page.unreadable)}
            </p>
        }
    });
    view! {
        <p><a href=paths::consent(page.post)>"← Till samtycket"</a></p>
        <h1>{page.title}</h1>
        {page.flash.notice(None)}
        <div class="prose">
            <p>
                "Texterna som du kryssar för försvinner genast från alla sidor, listor, flöden och sökningen. Utkast, versioner, \
                 lättlästa texter och översättningar, inspelningar, kommentarer, delade länkar, statistik och samtycket tas bort med \
                 dem. Den som öppnar en gammal adress får veta att sidan är borttagen, och inget mer. Orden skrivs över i databasen."
            </p>
            <p><b>"Det går inte att ångra. Ingen kan ta tillbaka det, inte heller den som sköter driften."</b></p>
            {unreadable}
        </div>
        <form class="long" method="post" action=EraseTexts::url()>
            <IdempotencyKey/>
            <input type="hidden" name="post" value=page.post/>
            <input type="hidden" name="everything" value=everything/>
            <fieldset>
                <legend>"Det här tas bort"</legend>
                <p class="hint">"Ta bort krysset för det som inte handlar om personen."</p>
                {texts}
            </fieldset>
            {left(page)}
            <div class="field">
                <p class="tick">
                    <input type="checkbox" id="think" name="think" value="ja" aria-describedby="think-hint"/>
                    <label for="think">"Personen vill kunna ångra sig i en timme"</label>
                </p>
                <p class="hint" id="think-hint">
                    "Då döljs allt genast och tas bort för alltid om en timme. Fram till dess kan du ångra."
                </p>
            </div>
            <button class="button danger">"Ta bort för alltid"</button>
        </form>
        <p><a href=paths::consent(page.post)>"Nej, gå tillbaka"</a></p>
    }
}

fn text(found: &Found) -> impl IntoView + use<> {
    let id = format!("text-{}", found.text.id);
    let why = match found.why {
        Why::Asked => None,
        Why::SamePerson => Some("Samma person står i samtycket."),
        Why::Copy => Some("Kopia: den ena texten är gjord av den andra. Läs den och avgör själv."),
    };
    let spread = &found.spread;
    let mut goes = Vec::new();
    if let Some((_, edition, day)) = &spread.door {
        goes.push(format!("Lucka {day} i {edition} blir tom."));
    }
    match spread.pictures.len() {
        0 => {}
        1 => goes.push("En bild som bara den här texten använder tas bort.".to_owned()),
        many => goes.push(format!("{many} bilder som bara används här tas bort.")),
    }
    match spread.documents.len() {
        0 => {}
        1 => goes.push("Ett dokument som bara den här texten använder tas bort.".to_owned()),
        many => goes.push(format!("{many} dokument som bara används här tas bort.")),
    }
    let pictures = spread.shared_pictures.iter().enumerate().map(|(number, picture)| {
        let name = format!("Bild {}", number + 1);
        view! { <li><a href=paths::library_picture(*picture)>{name}</a> " är kvar: något annat använder den."</li> }
    });
    let documents = spread.shared_documents.iter().map(|document| {
        let title = document.title.clone();
        view! {
            <li><a href=paths::staff_document(document.id) dir="auto">{title}</a> " är kvar: något annat använder dokumentet."</li>
        }
    });
    let links = spread.linking.iter().map(|text| {
        let title = text.title.clone();
        view! {
            <li>
                <a href=paths::edit_post(text.id) rel="external" dir="auto">{title}</a>
                " länkar hit. Ta bort länken: adressen kan säga vem det är."
            </li>
        }
    });
    let stay_or_link = spread.shared_pictures.len() + spread.shared_documents.len() + spread.linking.len();
    let has_more = goes.len() + stay_or_link > 0;
    let goes = goes.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    let stays = (pictures.collect_view(), documents.collect_view(), links.collect_view());
    view! {
        <p class="tick">
            <input type="checkbox" id=id.clone() name="posts[]" value=found.text.id checked=found.is_chosen/>
            <label for=id dir="auto">{found.text.title.clone()}</label>
        </p>
        {why.map(|why| view! { <p class="quiet">{why} " " <a href=paths::edit_post(found.text.id) rel="external">"Läs texten"</a></p> })}
        {has_more.then(|| view! { <ul>{goes}{stays}</ul> })}
    }
}

/// What nobody can erase here.
fn left(page: &Confirmation<'_>) -> impl IntoView + use<> {
    let (backups, elsewhere) = match &page.backups {
        None => {
            (&[][..], "Säkerhetskopior. Fråga den som sköter driften var de finns och hur länge de sparas.")
        }
        Some(backups) => (&backups[..], "Säkerhetskopior på andra ställen."),
    };
    let backups = backups.iter().map(|KeptBackup { name, gone_on }| {
        let until = gone_on.map_or_else(
            || "Fråga den som sköter driften när den tas bort.".to_owned(),
            |day| format!("Den tas bort {}.", date_with_year(day)),
        );
        view! { <li>"Säkerhetskopian " <code>{name.clone()}</code> ". " {until}</li> }
    });
    let backups = backups.collect_view();
    let others = page.leftovers.names.iter().map(|name| {
        view! { <li>"Filen eller mappen " <code>{name.clone()}</code> " i datamappen. Fråga den som sköter driften vad det är."</li> }
    });
    let others = others.collect_view();
    let move_in = page.leftovers.has_move_in.then(|| {
        view! { <li>"En inflyttning som inte är klar. Filen ligger kvar tills inflyttningen avslutas."</li> }
    });
    view! {
        <section class="prose" aria-labelledby="left">
            <h2 id="left">"Det här är kvar på andra ställen"</h2>
            <ul>
                {backups}
                <li>{elsewhere}</li>
                {others}
                {move_in}
                <li>"Det som har skrivits ut, delats eller sparats av andra."</li>
            </ul>
            <p>
                "Skriv till den som sköter driften: ”En berättelse är borttagen från webbplatsen i dag. Ta bort säkerhetskopior från \
                 före i dag så snart det går, också på andra ställen och i Litestream. Lägg inte tillbaka en äldre kopia utan att fråga \
                 redaktionen.”"
            </p>
        </section>
    }
}

/// The receipt.
pub(super) fn receipt(receipt: &Receipt, erasure: &Erasure, flash: &Flash<()>) -> impl IntoView + use<> {
    let paragraphs = receipt.0.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    view! {
        <p><a href=paths::CONSENTS>"← Alla samtycken"</a></p>
        <h1>"Borttaget"</h1>
        {flash.notice(None)}
        <p>{overwritten(erasure)}</p>
        <section class="prose" aria-labelledby="receipt">
            <h2 id="receipt">"Kvitto till personen"</h2>
            {paragraphs}
        </section>
        <div class="field">
            <label for="receipt-text">"Samma text att kopiera till ett brev"</label>
            <p class="hint">"Sidan går också att skriva ut. Den finns i en timme."</p>
            <TextArea name="receipt-text" text=receipt.text() rows=12 attr:readonly=true/>
        </div>
    }
}

/// Says whether the bytes are written over.
fn overwritten(erasure: &Erasure) -> String {
    match erasure.overwritten_at {
        Some(at) => {
            let at = at_home(from_millis(at));
            format!("Orden är överskrivna {}.", weekday_date_and_time(at.date(), at.time()))
        }
        None => "Orden skrivs över just nu.".to_owned(),
    }
}

/// The newest erasures, for the ledger.
pub(in crate::admin::consents) fn recent_erasures(
    erasures: &[(Erasure, bool)],
) -> Option<impl IntoView + use<>> {
    let rows = erasures.iter().map(|(erasure, has_receipt)| {
        let at = at_home(from_millis(erasure.erased_at));
        let words = format!(
            "{}: {}. {}",
            crate::time::capitalized(&weekday_date_and_time(at.date(), at.time())),
            erasure.in_numbers(),
            overwritten(erasure)
        );
        let receipt =
            has_receipt.then(|| view! { " " <a href=paths::erasure(erasure.id)>"Visa kvittot"</a> });
        view! { <li>{words} {receipt}</li> }
    });
    let rows = rows.collect_view();
    (!erasures.is_empty()).then(|| {
        view! {
            <section aria-labelledby="erased">
                <h2 id="erased">"Borttaget för alltid"</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

/// Says of a text that it is hidden and will be erased, with the button that takes it back.
pub(in crate::admin::consents) fn hidden(post: PostId, due_at: UnixMillis) -> impl IntoView {
    let time = clock_time(at_home(from_millis(due_at)).time());
    view! {
        <section aria-labelledby="hidden">
            <h2 id="hidden">"Berättelsen ska tas bort"</h2>
            <p class="missing">{format!("Den är dold för läsarna och tas bort för alltid {time}.")}</p>
            <form method="post" action=ActOnConsent::url()>
                <IdempotencyKey/>
                <input type="hidden" name="post" value=post/>
                <button class="button plain" name="act" value="regret">"Ångra: ta tillbaka berättelsen"</button>
            </form>
        </section>
    }
}

//! A run in the background. It goes on when whoever began it leaves the page.

use std::path::Path;
use std::time::Duration;

use app::admin::MoveInField;
use app::import::{Options, Progress, Report};
use app::moving_in::{self, MoveIn, MoveInState};
use app::staff::Staff;
use app::state::AppState;

use super::incoming;
use crate::import::{Chosen, Given};

const PANICKED: &str = "Något gick fel i programmet. Be den som sköter servern titta i loggen.";
/// How long to wait before the outcome is recorded again, where the database refuses: the disk may be full for a while.
const RETRY: Duration = Duration::from_secs(20);

/// Starts a run that has begun.
pub(super) fn start(state: &AppState, staff: &Staff, begun: MoveIn, progress: Progress) {
    let (state, staff) = (state.clone(), staff.clone());
    tokio::spawn(async move {
        let running = tokio::spawn(run(state.clone(), begun.clone(), progress));
        let outcome = running.await.unwrap_or_else(|error| {
            tracing::error!(%error, "an import was aborted");
            Err(PANICKED.into())
        });
        while let Err(error) = moving_in::end_run(&state, &begun, (&staff).into(), &outcome).await {
            tracing::error!(%error, "the outcome of an import could not be recorded");
            tokio::time::sleep(RETRY).await;
        }
    });
}

/// Runs it, and returns the report, or the sentence that says why there is none.
async fn run(state: AppState, begun: MoveIn, progress: Progress) -> Result<Report, String> {
    let folder = moving_in::folder(&state, begun.id);
    let data = state.media_folder.parent().unwrap_or(Path::new(".")).to_owned();
    let (file_name, media_name) = (begun.file_name.clone(), begun.media_name.clone());
    let kinds = begun.choices.kinds();
    let (trash, incomplete) = (begun.choices.trash, begun.choices.incomplete);
    let opening = tokio::task::spawn_blocking(move || {
        let file = incoming::path(&folder, MoveInField::File, &file_name);
        let media = incoming::path(&folder, MoveInField::Media, &media_name);
        let media = Some(&*media).filter(|_| !media_name.is_empty());
        let chosen = Chosen { name: None, types: kinds, trash, incomplete };
        Given::open(&file, media, &data, chosen).map_err(|error| sentence(&error.to_string(), &folder))
    });
    let given = opening.await.unwrap_or_else(|error| {
        tracing::error!(%error, "opening the files of an import was aborted");
        Err(PANICKED.into())
    })?;
    let is_dry_run = begun.state == MoveInState::Trying;
    let options = Options { is_dry_run, progress, names_each_finding: true, ..Options::default() };
    let folder = moving_in::folder(&state, begun.id);
    given.import(&state, options).await.map_err(|error| sentence(&error.to_string(), &folder))
}

/// Makes a whole sentence of an error of the command, without the places on the server's disk. A file's name at its
/// beginning stays as it is.
fn sentence(error: &str, folder: &Path) -> String {
    if error.starts_with(&*folder.to_string_lossy()) {
        return sentence(&format!("filen {error}"), folder);
    }
    let mut words = error.to_owned();
    for field in [MoveInField::File, MoveInField::Media] {
        words = words.replace(&format!("{}/", folder.join(field.as_str()).display()), "");
    }
    let mut letters = words.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_sentences_without_places_on_the_disk() {
        let words = sentence(
            "filen /srv/inflyttning/3/file/a.xml är tom: välj en annan",
            Path::new("/srv/inflyttning/3"),
        );
        assert_eq!(words, "Filen a.xml är tom: välj en annan.");
        let words = sentence("/srv/inflyttning/3/file/a.xml är tom", Path::new("/srv/inflyttning/3"));
        assert_eq!(words, "Filen a.xml är tom.");
        assert_eq!(sentence("Så är det.", Path::new("/x")), "Så är det.");
    }
}

//! What the data say about each step.

use super::step::{Step, StepKind, StepState};
use super::store::Recorded;
use crate::backups::{self, BackupStatus};
use crate::error::AppError;
use crate::safety::{self, is_check_due};
use crate::site::{self, PLACEHOLDER_NAME, Settings, leads_somewhere};
use crate::staff::accounts::admin;
use crate::state::AppState;
use crate::time::{self, UnixMillis, at_home, from_millis};
use crate::{blog, calendar};

/// Pages that the law asks of most who run such a site, with their names.
const PAGES: [(&str, &str); 2] = [("/tillganglighet", "Tillgänglighet"), ("/integritet", "Integritet")];

/// Everything that the list looks at.
pub(super) struct Facts {
    settings: Settings,
    /// What readers do not find, by name.
    missing_pages: Vec<String>,
    /// The day of each help number's last check (yyyy-mm-dd).
    checks: Vec<String>,
    today: jiff::civil::Date,
    has_text: bool,
    has_edition: bool,
    /// How many people can log in, or may soon.
    people: usize,
    sends_letters: bool,
    backups: BackupStatus,
}

impl Facts {
    pub(super) async fn load(state: &AppState) -> Result<Self, AppError> {
        let (reader, now) = (state.db.reader(), state.clock.now_millis());
        let settings = site::store::settings(reader).await?;
        let newest = blog::store::posts_between(reader, &blog::store::ALWAYS, now, 1, 0).await?;
        let people = admin::list(&state.db).await?;
        Ok(Self {
            missing_pages: missing_pages(state, &settings).await?,
            checks: safety::store::help_numbers(reader).await?.into_iter().map(|(_, day)| day).collect(),
            today: at_home(state.clock.now()).date(),
            has_text: !newest.is_empty(),
            has_edition: !calendar::store::public_editions(reader).await?.is_empty(),
            people: people.iter().filter(|account| account.is_active()).count(),
            sends_letters: state.mail.is_configured(),
            backups: backups::status(reader).await?,
            settings,
        })
    }

    /// Returns a step: done when the data or an answer say so, and skipped when somebody has said so and it is not done.
    pub(super) fn step(&self, kind: StepKind, recorded: Option<&Recorded>) -> Step {
        let answered = recorded.filter(|recorded| recorded.state == Recorded::DONE);
        let state = if self.is_done(kind, answered.is_some()) {
            StepState::Done
        } else if recorded.is_some_and(|recorded| recorded.state == Recorded::SKIPPED) {
            StepState::Skipped
        } else {
            StepState::Left
        };
        Step {
            kind,
            state,
            is_answered: answered.is_some(),
            facts: self.sentences(kind, answered.map(|answered| answered.changed_at)),
        }
    }

    fn is_done(&self, kind: StepKind, is_answered: bool) -> bool {
        let settings = &self.settings;
        match kind {
            StepKind::Name => has_own_name(settings) && !settings.vision.is_empty(),
            StepKind::HelpNumbers => !self.checks.is_empty() && !self.is_check_due(),
            StepKind::FirstText => self.has_text,
            StepKind::FirstEdition => self.has_edition,
            StepKind::Pages => self.missing_pages.is_empty(),
            StepKind::People => self.people > 1,
            StepKind::Letters => self.sends_letters && is_answered,
            StepKind::Backup => is_answered || self.backups.succeeded_at.is_some(),
            StepKind::Logo => settings.brand.logo.or(settings.brand.logo_on_dark).is_some(),
            StepKind::Colours => !settings.colours.is_empty(),
            StepKind::Funders => settings.funding.eu.is_some() || !settings.funding.funders.is_empty(),
            StepKind::Contact => !settings.contact.email.is_empty() || !settings.contact.phone.is_empty(),
            StepKind::Address => !settings.address.is_empty(),
        }
    }

    fn sentences(&self, kind: StepKind, answered_at: Option<UnixMillis>) -> Vec<String> {
        let on_day = |at: UnixMillis| time::date_with_year(at_home(from_millis(at)).date());
        match kind {
            StepKind::Name if self.settings.vision.is_empty() && has_own_name(&self.settings) => {
                vec!["Visionen saknas.".into()]
            }
            StepKind::HelpNumbers if self.is_check_due() => {
                vec!["Det är mer än ett halvår sedan något nummer kontrollerades.".into()]
            }
            StepKind::HelpNumbers => self.checked_on().into_iter().collect(),
            StepKind::Pages if self.missing_pages.is_empty() => Vec::new(),
            StepKind::Pages => vec![format!("Inte publicerade än: {}.", self.missing_pages.join(", "))],
            StepKind::Letters if !self.sends_letters => vec!["Webbplatsen skickar inga brev än.".into()],
            StepKind::Letters => {
                answered_at.map(|at| format!("Ett testbrev gick i väg {}.", on_day(at))).into_iter().collect()
            }
            StepKind::Backup if self.backups.succeeded_at.is_some() => {
                let made = self.backups.succeeded_at.map(|at| format!("Den senaste gjordes {}.", on_day(at)));
                let fails = self.backups.failing_since.map(|_| "Sedan dess har det misslyckats.".to_owned());
                made.into_iter().chain(fails).collect()
            }
            StepKind::Backup => {
                answered_at.map(|at| format!("Ordnat, enligt svaret {}.", on_day(at))).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn is_check_due(&self) -> bool {
        self.checks.iter().any(|day| is_check_due(day, self.today))
    }

    /// Says when the number was checked that has waited longest.
    fn checked_on(&self) -> Option<String> {
        let oldest = self.checks.iter().filter_map(|day| day.parse().ok()).min()?;
        Some(format!("Kontrollerade {}.", time::date_with_year(oldest)))
    }
}

fn has_own_name(settings: &Settings) -> bool {
    !settings.name.is_empty() && settings.name != PLACEHOLDER_NAME
}

/// Names what readers do not find: the pages that the law asks for, and those that menu and foot link to.
async fn missing_pages(state: &AppState, settings: &Settings) -> Result<Vec<String>, AppError> {
    let (reader, now) = (state.db.reader(), state.clock.now_millis());
    let links = settings.menu.iter().chain(&settings.foot).map(|link| (&*link.path, &*link.label));
    let mut missing: Vec<(&str, &str)> = Vec::new();
    for (path, name) in PAGES.into_iter().chain(links) {
        let is_named = missing.iter().any(|(named, _)| *named == path);
        if !is_named && !leads_somewhere(reader, path, now).await? {
            missing.push((path, name));
        }
    }
    Ok(missing.into_iter().map(|(_, name)| name.to_owned()).collect())
}

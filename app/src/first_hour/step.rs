//! The steps: what each is called, why it matters, and where it is done.

use crate::paths;
use crate::site::Section;

/// A step of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepKind {
    Name,
    Logo,
    Colours,
    Funders,
    Contact,
    HelpNumbers,
    FirstText,
    FirstEdition,
    Pages,
    People,
    Address,
    Letters,
    Backup,
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepState {
    Done,
    Left,
    Skipped,
}

/// A step as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) kind: StepKind,
    pub(crate) state: StepState,
    /// Whether somebody has answered that it is done.
    pub(crate) is_answered: bool,
    /// What the data say about it, in sentences; may be empty.
    pub(crate) facts: Vec<String>,
}

impl StepKind {
    /// All steps, in the order in which most owners take them.
    pub(crate) const ALL: [Self; 13] = [
        Self::Name,
        Self::Logo,
        Self::Colours,
        Self::Funders,
        Self::Contact,
        Self::HelpNumbers,
        Self::FirstText,
        Self::FirstEdition,
        Self::Pages,
        Self::People,
        Self::Address,
        Self::Letters,
        Self::Backup,
    ];

    /// Returns the name in forms and in the database.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Logo => "logo",
            Self::Colours => "colours",
            Self::Funders => "funders",
            Self::Contact => "contact",
            Self::HelpNumbers => "help_numbers",
            Self::FirstText => "first_text",
            Self::FirstEdition => "first_edition",
            Self::Pages => "pages",
            Self::People => "people",
            Self::Address => "address",
            Self::Letters => "letters",
            Self::Backup => "backup",
        }
    }

    /// Finds the step of a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Returns the title, in Swedish.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Name => "Namn och vision",
            Self::Logo => "Logotyp och ikon",
            Self::Colours => "Färger",
            Self::Funders => "Finansiärer och EU-emblem",
            Self::Contact => "Kontakt",
            Self::HelpNumbers => "Hjälpnummer",
            Self::FirstText => "Första texten",
            Self::FirstEdition => "Första kalendern",
            Self::Pages => "Sidor och länkar",
            Self::People => "Fler personer",
            Self::Address => "Webbplatsens adress",
            Self::Letters => "Brev",
            Self::Backup => "Säkerhetskopior",
        }
    }

    /// Returns why it matters, in a Swedish sentence.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Self::Name => "Namnet står överst på varje sida, och visionen på startsidan.",
            Self::Logo => "Då känner läsarna igen er, också bland flikarna i webbläsaren.",
            Self::Colours => "Webbplatsen får era färger. Text och länkar går alltid att läsa.",
            Self::Funders => "Den som betalar ska synas. Med stöd från EU är emblemet ett krav.",
            Self::Contact => "Läsarna ska kunna nå er. Det här står längst ner på varje sida.",
            Self::HelpNumbers => "De visas vid texter om våld och annat som är svårt.",
            Self::FirstText => "Bloggen är tom tills ni publicerar något.",
            Self::FirstEdition => "En kalender öppnar en lucka om dagen.",
            Self::Pages => "Lagen kräver sidor om tillgänglighet och om vad ni sparar.",
            Self::People => "Var minst två, så att webbplatsen inte hänger på en person.",
            Self::Address => "Den behövs för flöden, delade länkar och inbjudningar.",
            Self::Letters => "Inbjudningar och nya lösenord skickas med e-post.",
            Self::Backup => "Går servern sönder är kopian allt ni har kvar.",
        }
    }

    /// Returns the address where it is done; none for what is done beside the website.
    pub(crate) fn path(self) -> Option<String> {
        if let Some(section) = self.section() {
            let field = if self == Self::Address { "#address" } else { "" };
            return Some(paths::settings_section(section.slug()) + field);
        }
        Some(match self {
            Self::FirstText => paths::POSTS.to_owned(),
            Self::FirstEdition => paths::NEW_EDITION.to_owned(),
            Self::Pages => paths::PAGES.to_owned(),
            Self::People => paths::STAFF_ACCOUNTS.to_owned(),
            _ => return None,
        })
    }

    /// Returns the section of the settings in which it is done, if it is done there.
    pub(super) const fn section(self) -> Option<Section> {
        match self {
            Self::Name | Self::Address => Some(Section::Site),
            Self::Logo => Some(Section::Brand),
            Self::Colours => Some(Section::Colours),
            Self::Funders => Some(Section::Funders),
            Self::Contact => Some(Section::Contact),
            Self::HelpNumbers => Some(Section::Safety),
            _ => None,
        }
    }
}

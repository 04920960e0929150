//! Who pays: the European Union and other funders.

use crate::media::PictureId;

/// Who pays for what the site is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funding {
    /// The heading above them in the footer.
    pub heading: String,
    /// What the European Union pays; none when it does not.
    pub eu: Option<EuSupport>,
    /// Funders beside the European Union, in their order.
    pub funders: Vec<Funder>,
}

/// An organisation that pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funder {
    /// Name of the organisation; the text of its logo for screen readers.
    pub name: String,
    /// Its logo, a picture of the library; none: the name is shown.
    pub logo: Option<PictureId>,
}

/// What the European Union pays, and the language in which the site says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EuSupport {
    /// Decides which of the two prescribed sentences stands beside the emblem.
    pub share: EuShare,
    /// Whether the sentence is in English, and not in Swedish.
    pub in_english: bool,
}

/// The share of the European Union, which decides the sentence beside its emblem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EuShare {
    /// A part, as from the funds of shared management (regulation (EU) 2021/1060, annex IX).
    CoFunded,
    /// All.
    Funded,
    /// All, from the recovery instrument (regulation (EU) 2021/241, article 34).
    NextGeneration,
}

impl EuShare {
    /// Returns the word for it in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CoFunded => "co_funded",
            Self::Funded => "funded",
            Self::NextGeneration => "next_generation",
        }
    }

    /// Parses the word for it in the database.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::CoFunded, Self::Funded, Self::NextGeneration].into_iter().find(|share| share.as_str() == word)
    }
}

impl EuSupport {
    /// Returns the sentence that stands beside the emblem. It must be these words, spelled out (regulation (EU) 2021/1060,
    /// annex IX, 1.2).
    pub const fn statement(self) -> &'static str {
        match (self.share, self.in_english) {
            (EuShare::CoFunded, false) => "Medfinansieras av Europeiska unionen",
            (EuShare::CoFunded, true) => "Co-funded by the European Union",
            (EuShare::Funded, false) => "Finansieras av Europeiska unionen",
            (EuShare::Funded, true) => "Funded by the European Union",
            (EuShare::NextGeneration, false) => "Finansieras av Europeiska unionen – NextGenerationEU",
            (EuShare::NextGeneration, true) => "Funded by the European Union – NextGenerationEU",
        }
    }

    /// Returns the sentence's language, if it is another than the page's.
    pub(crate) fn lang(self) -> Option<&'static str> {
        self.in_english.then_some("en")
    }
}

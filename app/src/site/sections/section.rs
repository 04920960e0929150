//! What the sections of the settings consist of.

/// A section of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// The site itself.
    Site,
    /// Whom to turn to.
    Contact,
    /// The menu and the links at the foot.
    Links,
    /// Who pays.
    Funders,
    /// Care for readers at risk.
    Safety,
    /// Words that the owner would rather not read.
    Wordings,
}

/// Something to fill in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// Its name in the form.
    pub(crate) name: &'static str,
    /// What stands beside it.
    pub(crate) label: &'static str,
    /// What to know; may be empty.
    pub(crate) hint: &'static str,
    /// What may stand there.
    pub(crate) rule: Rule,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Up to so many characters, or nothing.
    Text(usize),
    /// Up to so many characters.
    Needed(usize),
    /// An e-mail address, or nothing.
    Email,
    /// A telephone number, or nothing.
    Phone,
    /// A telephone number.
    NeededPhone,
    /// A page of this site.
    Path,
    /// A logo among the files of this site.
    Logo,
    /// Where this site is, or nothing.
    Address,
    /// A page of another site.
    Elsewhere,
    /// A day that has come.
    Day,
}

/// Rows of fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List {
    /// Its name in the form.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) title: &'static str,
    /// One of it: "länk".
    pub(crate) one: &'static str,
    /// Whether the order of its rows matters.
    pub(crate) is_ordered: bool,
    /// What each row consists of. The first field is what the row is called.
    pub(crate) entries: &'static [Entry],
}

const fn entry(name: &'static str, label: &'static str, rule: Rule, hint: &'static str) -> Entry {
    Entry { name, label, hint, rule }
}

const SITE: &[Entry] = &[
    entry("name", "Namn", Rule::Needed(60), ""),
    entry("vision", "Vision", Rule::Text(200), "En eller två meningar. Står överst på startsidan."),
    entry("description", "Beskrivning", Rule::Text(300), "För sökmotorer och delade länkar."),
    entry(
        "address",
        "Webbplatsens adress",
        Rule::Address,
        "Till exempel https://www.example.se. Behövs för flöden, delade länkar och inbjudningar.",
    ),
    entry("notice", "Rad längst ner på varje sida", Rule::Text(200), "Får vara tom."),
];
const CONTACT: &[Entry] = &[
    entry("name", "Person eller kontor", Rule::Text(100), ""),
    entry("email", "E-post", Rule::Email, ""),
    entry("phone", "Telefon", Rule::Phone, ""),
    entry("address", "Postadress", Rule::Text(200), ""),
];
const SAFETY: &[Entry] = &[
    entry(
        "exit_address",
        "”Lämna sidan” leder till",
        Rule::Elsewhere,
        "En helt vanlig sida någon annanstans, till exempel https://www.smhi.se/",
    ),
    entry(
        "safe_title",
        "Känsliga inlägg heter i webbläsarens flik",
        Rule::Needed(60),
        "Något som inte avslöjar vad texten handlar om.",
    ),
];
const LINK: &[Entry] = &[
    entry("label", "Text", Rule::Needed(40), ""),
    entry("path", "Sida", Rule::Path, "På den här webbplatsen, till exempel /om"),
];
const LINKS: &[List] = &[
    List { name: "head", title: "Menyn", one: "länk i menyn", is_ordered: true, entries: LINK },
    List {
        name: "foot",
        title: "Länkar längst ner",
        one: "länk längst ner",
        is_ordered: true,
        entries: LINK,
    },
];
const FUNDERS: &[List] = &[List {
    name: "funders",
    title: "Finansiärer",
    one: "finansiär",
    is_ordered: true,
    entries: &[
        entry("name", "Namn", Rule::Needed(100), ""),
        entry(
            "logo",
            "Logotyp",
            Rule::Logo,
            "En fil som ligger under /funders/, till exempel /funders/norr.svg",
        ),
    ],
}];
const NUMBERS: &[List] = &[List {
    name: "numbers",
    title: "Hjälpnummer",
    one: "hjälpnummer",
    is_ordered: true,
    entries: &[
        entry("name", "Vem svarar", Rule::Needed(100), ""),
        entry("number", "Nummer", Rule::NeededPhone, ""),
        entry("hours", "När", Rule::Text(60), "Till exempel ”Dygnet runt”. Får vara tomt."),
        entry("note", "Bra att veta", Rule::Text(200), "Får vara tomt."),
        entry("checked", "Kontrollerat den", Rule::Day, "Den dag då någon senast ringde eller såg efter."),
    ],
}];
const WORDS: &[List] = &[List {
    name: "words",
    title: "Ord",
    one: "ord",
    is_ordered: false,
    entries: &[entry("word", "Inte", Rule::Needed(60), ""), entry("instead", "Utan", Rule::Needed(100), "")],
}];

impl Section {
    /// All of them, in the order of the overview.
    pub(crate) const ALL: [Self; 6] =
        [Self::Site, Self::Contact, Self::Links, Self::Funders, Self::Safety, Self::Wordings];

    /// The last part of its address.
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Self::Site => "webbplatsen",
            Self::Contact => "kontakt",
            Self::Links => "lankar",
            Self::Funders => "finansiarer",
            Self::Safety => "trygghet",
            Self::Wordings => "ordval",
        }
    }

    /// Reads [`slug`](Self::slug) back.
    pub(crate) fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Its title.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Site => "Webbplatsen",
            Self::Contact => "Kontakt",
            Self::Links => "Meny och länkar",
            Self::Funders => "Finansiärer",
            Self::Safety => "Trygghet",
            Self::Wordings => "Ordval",
        }
    }

    /// What it is about.
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::Site => "Namn, vision, adress och raden längst ner på varje sida.",
            Self::Contact => "Står längst ner på varje sida. Det som är tomt visas inte.",
            Self::Links => "Menyn högst upp och länkarna längst ner.",
            Self::Funders => "Logotyperna längst ner på varje sida, bredvid EU-emblemet.",
            Self::Safety => "Hjälpnummer vid känsliga texter, och dit knappen ”Lämna sidan” leder.",
            Self::Wordings => {
                "Ord som vi undviker, och vad vi skriver i stället. Den som skriver får ett tips."
            }
        }
    }

    /// Its fields.
    pub(crate) const fn entries(self) -> &'static [Entry] {
        match self {
            Self::Site => SITE,
            Self::Contact => CONTACT,
            Self::Safety => SAFETY,
            Self::Links | Self::Funders | Self::Wordings => &[],
        }
    }

    /// Its lists.
    pub(crate) const fn lists(self) -> &'static [List] {
        match self {
            Self::Site | Self::Contact => &[],
            Self::Links => LINKS,
            Self::Funders => FUNDERS,
            Self::Safety => NUMBERS,
            Self::Wordings => WORDS,
        }
    }
}

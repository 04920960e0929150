//! The sections of the settings, with their fields and lists.

/// A section of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// The site itself.
    Site,
    /// The contact at the foot of every page.
    Contact,
    /// The menu and the links at the foot.
    Links,
    /// The funders.
    Funders,
    /// Care for readers at risk.
    Safety,
    /// Words to avoid, each with what to write instead.
    Wordings,
}

/// A field of a section or of a list's rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SettingField {
    /// The name in the form.
    pub(crate) name: &'static str,
    /// The label, in Swedish.
    pub(crate) label: &'static str,
    /// The hint, in Swedish; may be empty.
    pub(crate) hint: &'static str,
    /// Which values are valid.
    pub(crate) rule: Rule,
}

/// Which values of a field are valid. `validate` has the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// At most so many characters, or nothing.
    Text(usize),
    /// At least one and at most so many characters.
    Needed(usize),
    /// Lines of text, at most so many characters in all.
    Lines(usize),
    /// Yes, or no when it is empty.
    Switch,
    /// An e-mail address, or nothing.
    Email,
    /// A telephone number, or nothing.
    Phone,
    /// A telephone number.
    NeededPhone,
    /// A page of this site that exists, or an address elsewhere.
    Link,
    /// A logo among the files of this site.
    Logo,
    /// The address of this site, or nothing.
    Address,
    /// The address of a page on another site.
    Elsewhere,
    /// A day, today or earlier.
    Day,
}

/// The value of a switch that is on.
pub(crate) const SWITCH_ON: &str = "ja";

/// A list of rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SettingList {
    /// The name in the form.
    pub(crate) name: &'static str,
    /// The heading, in Swedish.
    pub(crate) title: &'static str,
    /// What one row is, in Swedish: "länk i menyn".
    pub(crate) one: &'static str,
    /// Whether the order of its rows matters.
    pub(crate) is_ordered: bool,
    /// The fields of each row. The value of the first names the row.
    pub(crate) fields: &'static [SettingField],
}

const fn field(name: &'static str, label: &'static str, rule: Rule, hint: &'static str) -> SettingField {
    SettingField { name, label, hint, rule }
}

const SITE: &[SettingField] = &[
    field("name", "Namn", Rule::Needed(60), ""),
    field("vision", "Vision", Rule::Text(200), "En eller två meningar. Står överst på startsidan."),
    field("description", "Beskrivning", Rule::Text(300), "För sökmotorer och delade länkar."),
    field(
        "address",
        "Webbplatsens adress",
        Rule::Address,
        "Till exempel https://www.example.se. Behövs för flöden, delade länkar och inbjudningar.",
    ),
    field("notice", "Rad längst ner på varje sida", Rule::Text(200), "Får vara tom."),
    field(
        "weekly_guldkorn",
        "Visa ett guldkorn i veckan på startsidan",
        Rule::Switch,
        "När ingen kalender pågår. Guldkornen kommer från tidigare kalendrar, ett nytt varje måndag. Känsliga texter visas \
         aldrig där.",
    ),
];
const CONTACT: &[SettingField] = &[
    field("name", "Person eller kontor", Rule::Text(100), ""),
    field("email", "E-post", Rule::Email, ""),
    field("phone", "Telefon", Rule::Phone, ""),
    field("address", "Postadress", Rule::Text(200), ""),
];
const SAFETY: &[SettingField] = &[
    field(
        "exit_address",
        "”Lämna sidan” leder till",
        Rule::Elsewhere,
        "En helt vanlig sida någon annanstans, till exempel https://www.smhi.se/",
    ),
    field(
        "safe_title",
        "Känsliga inlägg heter i webbläsarens flik",
        Rule::Needed(60),
        "Något som inte avslöjar vad texten handlar om.",
    ),
    field(
        "sensitive_words",
        "Ord som tyder på känsligt innehåll",
        Rule::Lines(5_000),
        "Den som skriver ett av dem får frågan om texten är känslig. Ett ord, några ord eller ett telefonnummer på varje \
         rad. En stjärna står för vilka bokstäver som helst: våld* är också våldsam.",
    ),
];
const LINK: &[SettingField] = &[
    field("label", "Text", Rule::Needed(40), ""),
    field(
        "path",
        "Leder till",
        Rule::Link,
        "Välj en sida i listan, eller skriv en hel adress: https://www.example.se/",
    ),
];
const LINKS: &[SettingList] = &[
    SettingList { name: "head", title: "Menyn", one: "länk i menyn", is_ordered: true, fields: LINK },
    SettingList {
        name: "foot",
        title: "Länkar längst ner",
        one: "länk längst ner",
        is_ordered: true,
        fields: LINK,
    },
];
const FUNDING: &[SettingField] = &[field(
    "eu_emblem",
    "Visa EU-emblemet och ”Medfinansieras av Europeiska unionen”",
    Rule::Switch,
    "Står högst upp och längst ner på varje sida.",
)];
const FUNDERS: &[SettingList] = &[SettingList {
    name: "funders",
    title: "Finansiärer",
    one: "finansiär",
    is_ordered: true,
    fields: &[
        field("name", "Namn", Rule::Needed(100), ""),
        field(
            "logo",
            "Logotyp",
            Rule::Logo,
            "Välj en av bilderna i listan. Den som sköter servern kan lägga fler i mappen funders.",
        ),
    ],
}];
const NUMBERS: &[SettingList] = &[SettingList {
    name: "numbers",
    title: "Hjälpnummer",
    one: "hjälpnummer",
    is_ordered: true,
    fields: &[
        field("name", "Vem svarar", Rule::Needed(100), ""),
        field("number", "Nummer", Rule::NeededPhone, ""),
        field("hours", "När", Rule::Text(60), "Till exempel ”Dygnet runt”. Får vara tomt."),
        field("cost", "Vad det kostar", Rule::Text(60), "Till exempel ”Gratis”. Får vara tomt."),
        field("note", "Bra att veta", Rule::Text(200), "Får vara tomt."),
        field("checked", "Kontrollerat den", Rule::Day, "Den dag då någon senast ringde eller såg efter."),
    ],
}];
const WORDS: &[SettingList] = &[SettingList {
    name: "words",
    title: "Ord",
    one: "ord",
    is_ordered: false,
    fields: &[field("word", "Inte", Rule::Needed(60), ""), field("instead", "Utan", Rule::Needed(100), "")],
}];

impl Section {
    /// All sections, in the order of the overview.
    pub(crate) const ALL: [Self; 6] =
        [Self::Site, Self::Contact, Self::Links, Self::Funders, Self::Safety, Self::Wordings];

    /// Returns the last part of the page's address, which also names the section in the database.
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

    /// Finds the section of a slug.
    pub(crate) fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Returns the title, in Swedish.
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

    /// Returns what the section is about, in Swedish.
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::Site => "Namn, vision, adress och raden längst ner på varje sida.",
            Self::Contact => "Står längst ner på varje sida. Det som är tomt visas inte.",
            Self::Links => "Menyn högst upp och länkarna längst ner.",
            Self::Funders => "EU-emblemet, och logotyperna längst ner på varje sida.",
            Self::Safety => {
                "Hjälpnummer vid känsliga texter, vilka texter som är det, och dit knappen ”Lämna sidan” leder."
            }
            Self::Wordings => {
                "Ord som vi undviker, och vad vi skriver i stället. Den som skriver får ett tips."
            }
        }
    }

    /// Returns the fields that are no part of a list.
    pub(crate) const fn fields(self) -> &'static [SettingField] {
        match self {
            Self::Site => SITE,
            Self::Contact => CONTACT,
            Self::Funders => FUNDING,
            Self::Safety => SAFETY,
            Self::Links | Self::Wordings => &[],
        }
    }

    /// Returns the lists.
    pub(crate) const fn lists(self) -> &'static [SettingList] {
        match self {
            Self::Site | Self::Contact => &[],
            Self::Links => LINKS,
            Self::Funders => FUNDERS,
            Self::Safety => NUMBERS,
            Self::Wordings => WORDS,
        }
    }
}

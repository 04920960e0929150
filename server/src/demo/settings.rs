//! `site.toml`: the settings of the site.

use app::safety::HelpNumber;
use app::site::brand::Brand;
use app::site::colours::BrandColours;
use app::site::{Contact, EuShare, EuSupport, Funder, Funding, MenuItem, Settings};
use serde::Deserialize;
use sqlx::sqlite::SqliteConnection;

use super::DemoError;
use super::accessibility::AccessibilityTable;
use super::files::read_toml;
use super::pictures::Pictures;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    name: String,
    vision: String,
    description: String,
    /// Empty by default: the demo is served under any address.
    #[serde(default)]
    address: String,
    notice: Option<String>,
    exit_address: String,
    safe_title: String,
    eu_support: String,
    funding_heading: String,
    brand: BrandTable,
    contact: ContactTable,
    accessibility: AccessibilityTable,
    menu: Vec<ItemTable>,
    foot: Vec<ItemTable>,
    funders: Vec<FunderTable>,
    help_numbers: Vec<NumberTable>,
    wordings: Vec<WordingTable>,
}

/// Pictures by their names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BrandTable {
    logo_on_dark: String,
    icon: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactTable {
    name: String,
    email: String,
    phone: String,
    address: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemTable {
    label: String,
    path: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FunderTable {
    name: String,
    /// Name of a picture of the demo.
    logo: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberTable {
    name: String,
    number: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    note: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingTable {
    word: String,
    instead: String,
}

pub(super) async fn add(writer: &mut SqliteConnection, pictures: &Pictures) -> Result<(), DemoError> {
    let site: SiteFile = read_toml("site.toml")?;
    let items = |items: Vec<ItemTable>| {
        items.into_iter().map(|ItemTable { label, path }| MenuItem { label, path }).collect()
    };
    let funder =
        |FunderTable { name, logo }| Funder { name, logo: pictures.get(&logo).map(|logo| logo.row.id) };
    let settings = Settings {
        name: site.name,
        vision: site.vision,
        description: site.description,
        address: site.address,
        notice: site.notice,
        contact: Contact {
            name: site.contact.name,
            email: site.contact.email,
            phone: site.contact.phone,
            address: site.contact.address,
        },
        exit_address: site.exit_address,
        safe_title: site.safe_title,
        sensitive_words: None,
        brand: Brand {
            logo_on_dark: Some(pictures.id("site.toml", &site.brand.logo_on_dark)?),
            icon: Some(pictures.id("site.toml", &site.brand.icon)?),
            ..Brand::default()
        },
        time_zone: app::time::DEFAULT_ZONE.into(),
        weekly_guldkorn: true,
        colours: BrandColours::default(),
        menu: items(site.menu),
        foot: items(site.foot),
        funding: Funding {
            heading: site.funding_heading,
            eu: EuShare::parse(&site.eu_support).map(|share| EuSupport { share, in_english: false }),
            funders: site.funders.into_iter().map(funder).collect(),
        },
        accessibility: site.accessibility.into(),
    };
    let numbers: Vec<_> = site
        .help_numbers
        .into_iter()
        .map(|NumberTable { name, number, hours, cost, note, checked }| {
            (HelpNumber { name, number, hours, cost, note }, checked)
        })
        .collect();
    let words: Vec<_> =
        site.wordings.into_iter().map(|WordingTable { word, instead }| (word, instead)).collect();
    app::site::store::replace_settings(writer, &settings).await?;
    app::site::store::mark_as_demo(writer).await?;
    app::site::store::replace_wordings(writer, &words).await?;
    app::safety::store::replace_help_numbers(writer, &numbers).await?;
    Ok(())
}

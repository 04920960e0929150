use std::collections::BTreeSet;

use super::{declared, privacy};
use crate::staff::testing::TestSite;

/// Tables without personal data: the site's own content and what is made of it. A contact in the settings is published by
/// its owner.
const NOT_PERSONAL: &[&str] = &[
    "_sqlx_migrations",
    "accessibility",
    "accessibility_faults",
    "brand",
    "brand_colours",
    "copied_posts",
    "doors",
    "edition_changes",
    "edition_redirects",
    "editions",
    "erased_marks",
    "erasures",
    "example_posts",
    "first_hour_steps",
    "funders",
    "help_numbers",
    "last_post_id",
    "maintenance",
    "menu_items",
    "move_ins",
    "nightly_backups",
    "pending_erasures",
    "post_documents",
    "post_pictures",
    "post_redirects",
    "imported_items",
    "path_redirects",
    "post_tags",
    "rendering",
    "scene_doors",
    "scene_pictures",
    "search_unread",
    "settings_sections",
    "site_settings",
    "starter_site",
    "tag_redirects",
    "tags",
    "wordings",
];

/// A new table has to be declared by its room, in its `retention`, or listed above.
#[tokio::test]
async fn every_table_is_declared_or_holds_nothing_about_people() {
    let site = TestSite::new().await;
    let tables: Vec<String> = site.tables().await;
    let declared = declared();
    let told: BTreeSet<&str> = declared.iter().flat_map(|stored| stored.tables).copied().collect();
    for table in &tables {
        let is_told = told.contains(table.as_str());
        let is_free = NOT_PERSONAL.contains(&table.as_str());
        assert!(
            is_told != is_free,
            "{table}: declare in a room's retention, or say that it holds nothing about people"
        );
    }
    for table in told.iter().chain(NOT_PERSONAL) {
        assert!(tables.iter().any(|there| there == table), "{table} is no table");
    }
}

#[test]
fn the_page_says_all_that_is_declared() {
    let page = privacy().replace('\u{ad}', "").replace("&nbsp;", " ");
    for stored in declared() {
        let first = stored.how_long.split(['.', '”']).next().unwrap_or_default();
        assert!(page.contains(first), "{first} in {page}");
    }
    for span in ["8 timmar", "7 dagar", "30 dagar", "12 månader"] {
        assert!(page.contains(span), "{span}");
    }
}

//! Every column of the database is exported, or left out for a reason.

use std::collections::BTreeSet;

use sqlx::sqlite::SqlitePool;

use crate::test_app::TestApp;

/// Tables with the columns that an export holds, or that decide what it holds.
const EXPORTED: [(&str, &str); 31] = [
    (
        "site_settings",
        "name vision description notice contact_name contact_email contact_phone contact_address exit_address
         safe_title address sensitive_words weekly_guldkorn eu_support eu_language funding_heading time_zone",
    ),
    ("menu_items", "place position label path"),
    ("funders", "position name logo"),
    ("help_numbers", "position name number hours note checked_on cost"),
    ("brand", "logo logo_on_dark logo_has_name icon initials shared_picture"),
    ("brand_colours", "main accent"),
    (
        "accessibility",
        "organisation is_public_actor compliance assessed_on updated_on reviewed_on method assessor tests",
    ),
    (
        "accessibility_faults",
        "position what place situation reason assessment alternative criterion planned",
    ),
    ("wordings", "word instead"),
    (
        "pictures",
        "id width height created_at alt file_hash name caption credit focal_x focal_y crop_left crop_top crop_width
         crop_height trashed_at",
    ),
    ("picture_variants", "picture_id name media_type width bytes"),
    ("documents", "id title language file_id created_at deleted_at"),
    ("document_files", "id document_id name format bytes hash added_at"),
    (
        "posts",
        "uid kind slug title form quote source teaser author body_markdown picture_id picture_alt picture_alt_mode
         picture_caption documents sensitive language state published_at created_at updated_at published_revision original_id
         easy_read",
    ),
    ("consents", "post_id"),
    ("recordings", "id post_id format bytes millis hash transcript is_verbatim added_at removed_at"),
    ("revisions", "post_id number content"),
    ("tags", "slug name introduction drawing"),
    ("post_tags", "post_id tag_id"),
    (
        "editions",
        "uid slug title lead lead_before lead_last lead_after introduction_markdown first_day days opens_at time_zone
         reminds_at shows_reads scene door_order seed best_doors state reschedulings rescheduled_at",
    ),
    ("doors", "edition_id day post_id label"),
    ("scene_pictures", "edition_id layout picture_id"),
    ("scene_doors", "edition_id layout day x y width height"),
    ("reserves", "edition_id post_id position revision"),
    ("reserve_switches", "edition_id"),
    ("post_redirects", "slug post_id"),
    ("edition_redirects", "slug edition_id"),
    ("tag_redirects", "slug tag_id"),
    ("path_redirects", "path query post_id to_path created_at"),
    ("post_documents", "document_id post_id"),
    ("post_pictures", "picture_id post_id"),
];

/// Tables with the columns that are left out, `*` for all, and why. What a person wants to know of it is in `lasmig.txt`.
pub(super) const LEFT_OUT: [(&str, &str, &str); 66] = [
    ("site_settings", "id", "there is one row"),
    ("site_settings", "machine_key", "a secret"),
    ("site_settings", "is_demo", "each site's own"),
    ("site_settings", "framed_by_anyone framers", "a permission, which each site gives anew"),
    ("brand", "id", "there is one row"),
    ("brand_colours", "id", "there is one row"),
    ("accessibility", "id", "there is one row"),
    ("accessibility", "reminded_of", "which letters were sent"),
    ("pictures", "added_by", "accounts"),
    ("pictures", "unused_since", "maintenance"),
    ("pictures", "tone tone_known", "follows from the files"),
    ("pictures", "replaced_by", "the trash"),
    ("picture_renditions", "*", "follows from files, focus and crop"),
    ("documents", "added_by", "accounts"),
    ("document_files", "pages is_tagged", "follows from the file"),
    ("document_files", "added_by", "accounts"),
    ("document_files", "replaced_at", "history"),
    ("recordings", "added_by", "accounts"),
    ("post_documents", "position", "follows from the post"),
    ("posts", "id", "each site's own"),
    ("posts", "body_html public_from public_until", "follows from other columns"),
    (
        "consents",
        "state on_site in_social_media in_print in_embeds given_how given_on ends_at withdrawn_at sealed version changed_at",
        "consent of a person, and who that is: personal data, and given to this site; it is asked for anew on another one",
    ),
    (
        "consent_papers",
        "post_id sealed added_at",
        "signed by a person: personal data, and given to this site",
    ),
    ("posts", "original_revision", "revisions begin anew on each site"),
    ("posts", "version", "each site's own"),
    ("posts", "created_by", "accounts"),
    ("posts", "trashed_at trashed_from", "the trash"),
    ("revisions", "staff_id", "accounts"),
    ("revisions", "saved_at restored_from", "history"),
    ("tags", "id", "each site's own"),
    ("editions", "id version", "each site's own"),
    ("editions", "introduction_html", "follows from other columns"),
    ("editions", "changed_by", "accounts"),
    ("doors", "opens_at", "follows from the edition"),
    ("scene_doors", "number", "follows from picture and place"),
    ("drafts", "*", "what somebody has not saved"),
    ("staff", "*", "accounts"),
    ("staff_sessions", "*", "accounts"),
    ("ended_sessions", "*", "accounts"),
    ("password_links", "*", "accounts"),
    ("log_in_failures", "*", "accounts"),
    ("staff_networks", "*", "accounts"),
    ("first_account_link", "*", "accounts"),
    ("flashes", "*", "messages of a moment"),
    ("review_links", "*", "links for outsiders"),
    ("audit_log", "*", "who did what"),
    ("comments", "*", "what staff say among themselves about a text; accounts"),
    ("readings", "*", "accounts"),
    ("reading_requests", "*", "accounts"),
    ("review_news", "*", "which letters are due"),
    ("review_letters", "*", "which letters were sent"),
    ("reserve_switches", "settled_until", "each site's own"),
    ("foresight_letters", "*", "who wants letters"),
    ("reserve_fillings", "*", "what happened here"),
    ("board_moves", "*", "what somebody can still undo"),
    ("edition_changes", "*", "what somebody can still undo"),
    ("copied_posts", "*", "history"),
    ("feedback", "*", "messages of the public"),
    ("settings_sections", "*", "who saved settings"),
    ("imported_items", "*", "which texts moved in once"),
    ("move_ins", "*", "imports under way, and their reports"),
    ("erasures", "*", "what was erased here"),
    ("erased_marks", "*", "what was erased here"),
    ("pending_erasures", "*", "what somebody can still undo"),
    ("title_words", "*", "follows from titles"),
    ("text_reads", "*", "what happened here: how often this site was read says nothing of another"),
];

/// Tables of the program's own housekeeping, without a word of anybody's.
const HOUSEKEEPING: [&str; 8] = [
    "example_posts",
    "starter_site",
    "first_hour_steps",
    "last_post_id",
    "maintenance",
    "nightly_backups",
    "rendering",
    "search_unread",
];

/// Returns the tables with their columns, each with its type; without those of the search index and of SQLite.
pub(super) async fn columns(reader: &SqlitePool) -> Vec<(String, String, String)> {
    sqlx::query_as(
        "select t.name, c.name, c.type from pragma_table_list t join pragma_table_info(t.name) c
         where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' and t.name <> '_sqlx_migrations'
         order by 1, 2",
    )
    .fetch_all(reader)
    .await
    .unwrap()
}

/// Whether an entry of a list names a column.
pub(super) fn names(entry: &str, column: &str) -> bool {
    entry == "*" || entry.split_whitespace().any(|name| name == column)
}

#[tokio::test]
async fn every_column_is_exported_or_left_out_for_a_reason() {
    let app = TestApp::empty("2026-12-07T08:00+01:00").await;
    let mut known = BTreeSet::new();
    for (table, column, _) in columns(app.state.db.reader()).await {
        let is_of = |(of, columns): (&str, &str)| of == table && names(columns, &column);
        let exported = EXPORTED.into_iter().filter(|entry| is_of(*entry)).count();
        let left_out = LEFT_OUT.into_iter().filter(|(of, columns, _)| is_of((of, columns))).count();
        let kept_here = HOUSEKEEPING.into_iter().filter(|of| *of == table).count();
        assert_eq!(
            exported + left_out + kept_here,
            1,
            "{table}.{column}: export it (app/src/export), or say here why it is left out"
        );
        known.insert(format!("{table}.{column}"));
        known.insert(format!("{table}.*"));
    }
    let listed = EXPORTED.into_iter().chain(LEFT_OUT.into_iter().map(|(table, columns, _)| (table, columns)));
    for (table, columns) in listed.chain(HOUSEKEEPING.into_iter().map(|table| (table, "*"))) {
        for column in columns.split_whitespace() {
            assert!(known.contains(&format!("{table}.{column}")), "{table}.{column} is no column");
        }
    }
}

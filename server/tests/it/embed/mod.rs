//! The calendar on other sites and on walls.

mod frame;
mod oembed;
mod staff;
mod wall;

use app::site::Framers;
use app::site::store::replace_framers;

use crate::test_app::TestApp;

/// Lets these sites show the calendar, one a line; `*` for all.
async fn allow(app: &TestApp, origins: &str) {
    let framers = Framers { anyone: origins == "*", origins: origins.replace('*', "") };
    let mut writer = app.state.db.write_content().await.unwrap();
    replace_framers(&mut writer, &framers).await.unwrap();
    writer.commit().await.unwrap();
}

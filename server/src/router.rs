//! The routes.

use app::paths;
use app::state::AppState;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{any, get};
use tower::util::MapResponseLayer;

use crate::metrics::{Metrics, MetricsRoute, MetricsToken};
use crate::pages::{self, Site};
use crate::site_files::SiteFiles;
use crate::{
    api, colours, consent_paper, documents, embed, feedback, health, letters, media, metrics, middleware,
    moving_in, presence, preview_frame, quick_exit, recordings, redirects, scene_style, site_icons,
    statistics, syndication, uploads,
};

/// Returns the whole site over HTTP, with its middleware.
pub fn router(state: AppState, site_files: &SiteFiles, metrics_token: MetricsToken) -> Router {
    routed(Site::new(state, site_files, Metrics::default()), metrics_token)
}

/// Returns a site over HTTP, with its middleware.
pub(crate) fn routed(site: Site, metrics_token: MetricsToken) -> Router {
    // Leptos spawns through this; a second call, as in tests, changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    let Site { state, metrics, error_pages, .. } = site.clone();
    let metrics_route = MetricsRoute {
        state: state.clone(),
        metrics: metrics.clone(),
        token: metrics_token,
        error_pages: error_pages.clone(),
    };
    let routes = routes()
        .with_state(site)
        .layer(from_fn_with_state(state.clone(), middleware::reserves::settle))
        .route(paths::HEALTH, get(health::health).with_state(state.clone()))
        .route(paths::READINESS, get(health::readiness).with_state(state.clone()))
        .route(paths::QUICK_EXIT, get(quick_exit::leave).with_state(state.clone()))
        .route(paths::METRICS, get(metrics::show).with_state(metrics_route))
        .layer(from_fn_with_state(state.clone(), redirects::redirect))
        .layer(from_fn_with_state(state.clone(), middleware::site_address::redirect));
    middleware::apply(routes, &error_pages).layer(from_fn_with_state(state, middleware::hsts::add)).layer(
        MapResponseLayer::new(move |response: Response| {
            metrics.responded(response.status());
            response
        }),
    )
}

/// Returns the routes of the site's own content, without middleware.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(&format!("{}/{{*function}}", paths::API), any(api::call))
        .route(&paths::picture("{id}", "{variant}"), get(media::picture))
        .route(&format!("{}/{{id}}/{{name}}", paths::DOCUMENTS), get(documents::document))
        .route(paths::STAFF_DOCUMENTS, documents::route())
        .route(&paths::consent_paper("{id}"), consent_paper::route())
        .route(&format!("{}/{{id}}/{{name}}", paths::RECORDINGS), get(recordings::recording))
        .route(&paths::recording_of_post("{id}"), recordings::route())
        .route(paths::MOVE_IN, moving_in::files_route())
        .route(&paths::move_in_act("{id}", "{act}"), moving_in::acts_route())
        .route(paths::FEEDBACK, any(feedback::message))
        .route(paths::FEEDBACK_ANSWER, any(feedback::answer))
        .route(paths::UPLOADS, uploads::route())
        .route(&paths::replace_picture("{id}"), uploads::replacement_route())
        .route(&paths::end_letters("{code}"), letters::route())
        .route(paths::STATISTICS_FILE, get(statistics::file))
        .route(presence::POST, presence::of_post())
        .route(presence::BOARD, presence::of_board())
        .route(&paths::colours("{hash}").replace(".css", ""), get(colours::style_sheet))
        .route(&paths::scene_style("{edition}", "{hash}").replace(".css", ""), get(scene_style::style_sheet))
        .merge(embed::routes())
        .merge(preview_frame::routes())
        .merge(site_icons::routes())
        .merge(syndication::routes())
        .fallback(pages::page)
}

//! `/kalender/qr.svg` and `.png`: a QR code that leads to today's door, for posters and printed pages.

use std::fmt::Write as _;

use app::error::AppError;
use app::paths;
use app::state::AppState;
use axum::extract::State;
use axum::response::Response;
use fast_qr::{ECL, QRBuilder, QRCode};
use http::HeaderMap;

use crate::drawing;
use crate::generated_files::{self, GeneratedFile};
use crate::pages::Site;

/// What must stay empty around a code, in modules.
const QUIET_ZONE: usize = 4;
/// A quarter of the code may be covered or worn away.
const ERROR_CORRECTION: ECL = ECL::Q;
/// Side of the PNG in pixels: 17 cm at the 300 dots per inch of printers.
const SIDE: u32 = 2000;
/// The darkest colour of the site; telephones ask for far less contrast.
const DARK: &str = "#0e2433";

/// `/kalender/qr.svg`
pub(crate) async fn as_svg(State(site): State<Site>, headers: HeaderMap) -> Response {
    let generate = async |state| Ok(GeneratedFile::Text(svg(&code(&state).await?)));
    generated_files::serve(&site, paths::QR_CODE.to_owned(), &headers, "image/svg+xml", generate).await
}

/// `/kalender/qr.png`
pub(crate) async fn as_png(State(site): State<Site>, headers: HeaderMap) -> Response {
    let generate = async |state| {
        let svg = svg(&code(&state).await?);
        let image = drawing::one_at_a_time(move || drawing::png(&svg, SIDE, SIDE)).await?;
        Ok(GeneratedFile::Download { image, file_name: "qr-kod-kalendern.png".to_owned() })
    };
    generated_files::serve(&site, paths::QR_CODE_PNG.to_owned(), &headers, "image/png", generate).await
}

/// Makes the code of the calendar's address as it is written in the settings: what is printed outlives a request.
async fn code(state: &AppState) -> Result<QRCode, AppError> {
    let address = format!("{}{}", app::site::address(state).await?, paths::TODAY);
    QRBuilder::new(address).ecl(ERROR_CORRECTION).build().map_err(|error| {
        tracing::error!(%error, "the QR code could not be made");
        AppError::Internal
    })
}

/// Writes a code as SVG: one unit a module, on white.
fn svg(code: &QRCode) -> String {
    let side = code.size + 2 * QUIET_ZONE;
    let mut modules = String::new();
    for row in 0..code.size {
        for (column, module) in code[row].iter().enumerate() {
            if module.value() {
                // Writing to a string cannot fail.
                _ = write!(modules, "M{} {}h1v1h-1z", column + QUIET_ZONE, row + QUIET_ZONE);
            }
        }
    }
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{SIDE}" height="{SIDE}" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path fill="{DARK}" d="{modules}"/></svg>"##
    )
}

//! The funders' logos among the files of the site.

use std::path::Path;

use crate::paths;

/// Formats that every browser shows.
const ENDINGS: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];
/// More files than any site has funders.
const MOST: usize = 200;

/// Returns the addresses of the logos in the site folder, such as `/funders/norr.svg`, by name.
pub(crate) fn logos(site_folder: &Path) -> Vec<String> {
    let folder = site_folder.join(paths::FUNDERS.trim_start_matches('/'));
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut logos: Vec<String> = files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|name| {
            let is_picture = name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending));
            is_picture && !name.starts_with('.') && name.bytes().all(|byte| byte.is_ascii_graphic())
        })
        .take(MOST)
        .map(|name| format!("{}/{name}", paths::FUNDERS))
        .collect();
    logos.sort_unstable();
    logos
}

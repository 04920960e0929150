//! The colours of a wall, as the style sheet has them.

use app::calendar::Facade;

/// Where the colours are written once, for pages and pictures.
const STYLE: &str = include_str!("../../../style/parts/facade.css");

/// The colours of a wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wall {
    pub(super) colour: &'static str,
    /// Text on the wall.
    pub(super) ink: &'static str,
    /// The wall's side in the shadow.
    pub(super) shade: &'static str,
    /// The frames of windows.
    pub(super) trim: &'static str,
}

impl Wall {
    /// Returns the colours of a façade.
    pub(super) fn of(facade: Facade) -> Self {
        let rule = STYLE.split_once(&format!(".{} {{", facade.class()));
        let rule = rule.and_then(|(_, rule)| Some(rule.split_once('}')?.0)).unwrap_or_default();
        let colour = |name: &str, otherwise| {
            let value = rule.split(';').find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'));
            value.map_or(otherwise, str::trim)
        };
        Self {
            colour: colour("--facade", "#8f2f24"),
            ink: colour("--facade-ink", "#fff6e4"),
            shade: colour("--facade-shade", "#77271e"),
            trim: colour("--facade-trim", "#f5edda"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wall_has_its_colours_in_the_style_sheet() {
        for facade in Facade::ALL {
            let Wall { colour: wall, ink, shade, trim } = Wall::of(facade);
            for colour in [wall, ink, shade, trim] {
                assert!(colour.len() == 7 && colour.starts_with('#'), "{facade:?}: {colour}");
                let defined = format!(": {colour};");
                let rule = STYLE.split_once(facade.class()).unwrap().1.split_once('}').unwrap().0;
                assert!(rule.contains(&defined), "{facade:?}: {colour}");
            }
        }
    }
}

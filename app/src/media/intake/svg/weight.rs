//! Estimates how long a drawing takes to draw, before it is drawn: a thread cannot be stopped.

use resvg::usvg::{ClipPath, Group, Mask, Node, Path, Rect, Tree};

use crate::media::PictureError;

/// Most pixels that are painted over in all: about two seconds.
const MOST_PIXELS: f64 = 2e9;
/// Most layers that lie open at once. Each has as many bytes as the picture.
const MOST_LAYERS: u32 = 8;
/// What an outline's point or a dash costs, in pixels.
const POINT: f64 = 256.0;

/// Refuses a drawing that takes too long or too much memory in a size.
pub(super) fn weigh(tree: &Tree, width: u32, height: u32) -> Result<(), PictureError> {
    let scale = f64::from(width) / f64::from(tree.size().width());
    let canvas = f64::from(width) * f64::from(height);
    Weight { scale, canvas, pixels: 0.0 }.group(tree.root(), 0, false)
}

struct Weight {
    /// Pixels to a unit of the drawing.
    scale: f64,
    canvas: f64,
    pixels: f64,
}

impl Weight {
    fn add(&mut self, pixels: f64) -> Result<(), PictureError> {
        self.pixels += pixels;
        // Not a number is too much as well.
        if self.pixels <= MOST_PIXELS { Ok(()) } else { Err(PictureError::SvgTooDetailed) }
    }

    /// Adds a group. What is hidden (in a mask or a clip path) has coordinates of its own and counts as the whole picture.
    fn group(&mut self, group: &Group, layers: u32, is_hidden: bool) -> Result<(), PictureError> {
        if layers > MOST_LAYERS {
            return Err(PictureError::SvgTooDetailed);
        }
        if let Some(mask) = group.mask() {
            self.mask(mask, layers + 1)?;
        }
        if let Some(clip) = group.clip_path() {
            self.clip_path(clip, layers + 1)?;
        }
        let layers = layers + u32::from(group.should_isolate());
        if group.should_isolate() {
            self.add(self.canvas)?;
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, layers, is_hidden)?,
                Node::Path(path) => self.path(path, is_hidden)?,
                // Neither is left in a drawing that was checked.
                Node::Image(_) | Node::Text(_) => return Err(PictureError::SvgParts),
            }
        }
        Ok(())
    }

    fn mask(&mut self, mask: &Mask, layers: u32) -> Result<(), PictureError> {
        self.add(self.canvas)?;
        mask.mask().map_or(Ok(()), |outer| self.mask(outer, layers + 1))?;
        self.group(mask.root(), layers, true)
    }

    fn clip_path(&mut self, clip: &ClipPath, layers: u32) -> Result<(), PictureError> {
        self.add(self.canvas)?;
        clip.clip_path().map_or(Ok(()), |outer| self.clip_path(outer, layers + 1))?;
        self.group(clip.root(), layers, true)
    }

    fn path(&mut self, path: &Path, is_hidden: bool) -> Result<(), PictureError> {
        let points = path.data().points();
        self.add(POINT * count(points.len()))?;
        if let Some(dashes) = path.stroke().and_then(|stroke| stroke.dasharray()) {
            let steps = points.windows(2).map(|pair| match pair {
                [from, to] => f64::from((from.x - to.x).hypot(from.y - to.y)),
                _ => 0.0,
            });
            let period: f64 = dashes.iter().copied().map(f64::from).sum();
            self.add(POINT * count(dashes.len()) * steps.sum::<f64>() / period)?;
        }
        self.add(if is_hidden { self.canvas } else { self.area(path.abs_stroke_bounding_box()) })
    }

    fn area(&self, of: Rect) -> f64 {
        let area = f64::from(of.width()) * f64::from(of.height()) * self.scale * self.scale;
        area.min(self.canvas)
    }
}

#[expect(clippy::cast_precision_loss, reason = "an estimate")]
const fn count(number: usize) -> f64 {
    number as f64
}

//! Makes a picture smaller by a whole number while its rows come in: each square becomes its mean colour.

use image::{DynamicImage, GrayAlphaImage, GrayImage, RgbImage, RgbaImage};

/// Rows of 8 bits per channel; the last of two or four channels is the opacity.
pub(super) struct Shrink {
    width: u32,
    height: u32,
    channels: u32,
    factor: u32,
    /// Sums over the squares of the present row; colours are weighed by their opacity.
    sums: Vec<u64>,
    /// How many rows are in the sums.
    rows: u32,
    out: Vec<u8>,
}

impl Shrink {
    pub(super) fn new(width: u32, height: u32, channels: u32, factor: u32) -> Self {
        let line = width.div_ceil(factor) as usize * channels as usize;
        let out = Vec::with_capacity(line * height.div_ceil(factor) as usize);
        Self { width, height, channels, factor, sums: vec![0; line], rows: 0, out }
    }

    /// Takes a whole picture that keeps its size.
    pub(super) fn take(&mut self, pixels: Vec<u8>) {
        self.out = pixels;
    }

    pub(super) fn add_row(&mut self, row: &[u8]) {
        if self.factor == 1 {
            self.out.extend_from_slice(row);
            return;
        }
        let channels = self.channels as usize;
        let square = self.factor as usize * channels;
        for (pixels, sums) in row.chunks(square).zip(self.sums.chunks_exact_mut(channels)) {
            for pixel in pixels.chunks_exact(channels) {
                add(pixel, sums);
            }
        }
        self.rows += 1;
        if self.rows == self.factor {
            self.close_row();
        }
    }

    fn close_row(&mut self) {
        let channels = self.channels as usize;
        for (at, sums) in (0_u32..).zip(self.sums.chunks_exact_mut(channels)) {
            let across = self.factor.min(self.width.saturating_sub(at * self.factor));
            mean(sums, u64::from(across) * u64::from(self.rows), &mut self.out);
            sums.fill(0);
        }
        self.rows = 0;
    }

    /// Returns the picture; none when rows are missing.
    pub(super) fn finish(mut self) -> Option<DynamicImage> {
        if self.rows > 0 {
            self.close_row();
        }
        let (width, height) = (self.width.div_ceil(self.factor), self.height.div_ceil(self.factor));
        match self.channels {
            1 => GrayImage::from_raw(width, height, self.out).map(DynamicImage::ImageLuma8),
            2 => GrayAlphaImage::from_raw(width, height, self.out).map(DynamicImage::ImageLumaA8),
            3 => RgbImage::from_raw(width, height, self.out).map(DynamicImage::ImageRgb8),
            _ => RgbaImage::from_raw(width, height, self.out).map(DynamicImage::ImageRgba8),
        }
    }
}

fn add(pixel: &[u8], sums: &mut [u64]) {
    if let ([colours @ .., opacity], [colour_sums @ .., opacity_sum]) = (pixel, &mut *sums)
        && matches!(pixel.len(), 2 | 4)
    {
        *opacity_sum += u64::from(*opacity);
        for (colour, sum) in colours.iter().zip(colour_sums) {
            *sum += u64::from(*colour) * u64::from(*opacity);
        }
    } else {
        for (colour, sum) in pixel.iter().zip(sums) {
            *sum += u64::from(*colour);
        }
    }
}

fn mean(sums: &[u64], count: u64, out: &mut Vec<u8>) {
    let rounded = |sum: u64, count: u64| u8::try_from((sum + count / 2) / count.max(1)).unwrap_or(u8::MAX);
    match sums {
        [colours @ .., opacity] if matches!(sums.len(), 2 | 4) => {
            out.extend(colours.iter().map(|sum| rounded(*sum, *opacity)));
            out.push(rounded(*opacity, count));
        }
        colours => out.extend(colours.iter().map(|sum| rounded(*sum, count))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_becomes_its_mean() {
        let mut shrink = Shrink::new(3, 3, 1, 2);
        for row in [[0, 100, 7], [0, 100, 9], [40, 60, 11]] {
            shrink.add_row(&row);
        }
        assert_eq!(shrink.finish().unwrap().as_bytes(), [50, 8, 50, 11]);
    }

    #[test]
    fn what_is_transparent_has_no_colour() {
        let mut shrink = Shrink::new(2, 1, 4, 2);
        shrink.add_row(&[200, 100, 0, 255, 0, 255, 255, 0]);
        assert_eq!(shrink.finish().unwrap().as_bytes(), [200, 100, 0, 128]);
    }

    #[test]
    fn a_picture_without_all_rows_is_none() {
        let mut shrink = Shrink::new(2, 2, 3, 1);
        shrink.add_row(&[0; 6]);
        assert!(shrink.finish().is_none());
    }
}

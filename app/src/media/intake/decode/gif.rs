//! GIF: the one frame of a picture that does not move.

use std::io::Cursor;

use gif::{ColorOutput, DecodeOptions, DecodingError, Frame, MemoryLimit};
use image::metadata::Orientation;

use super::shrink::Shrink;
use super::{DecodedPicture, MOST_MEMORY, broken, check_size, shrink_factor};
use crate::media::PictureError;

pub(super) fn decode(bytes: &[u8]) -> Result<DecodedPicture, PictureError> {
    let mut options = DecodeOptions::new();
    // A byte for each pixel; colours come row by row, when they are made smaller.
    options.set_color_output(ColorOutput::Indexed);
    options.set_memory_limit(MemoryLimit::Bytes(MOST_MEMORY.try_into().map_err(|_| PictureError::Internal)?));
    let mut decoder = options.read_info(Cursor::new(bytes)).map_err(reason)?;
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    check_size(width, height)?;
    let frame = decoder.read_next_frame().map_err(reason)?.ok_or(PictureError::Broken)?.to_owned();
    // What is behind a whole frame and cannot be read is no frame.
    if matches!(decoder.next_frame_info(), Ok(Some(_))) {
        return Err(PictureError::Moving);
    }
    // A byte says which; one that the palette does not reach is transparent.
    let mut colours = [[0; 4]; 256];
    let palette =
        frame.palette.as_deref().or_else(|| decoder.global_palette()).ok_or(PictureError::Broken)?;
    for (colour, [red, green, blue]) in colours.iter_mut().zip(palette.as_chunks().0) {
        *colour = [*red, *green, *blue, u8::MAX];
    }
    if let Some(index) = frame.transparent {
        colours[usize::from(index)] = [0; 4];
    }
    let orientation = Orientation::NoTransforms;
    let mut shrink = Shrink::new(width, height, 4, shrink_factor(width, height, orientation, 2));
    let mut row = vec![0; 4 * width as usize];
    for y in 0..height {
        paint(&mut row, &frame, &colours, y);
        shrink.add_row(&row);
    }
    let pixels = shrink.finish().ok_or(PictureError::Broken)?;
    Ok(DecodedPicture { pixels, width, height, orientation, profile: None })
}

/// Fills a row of the picture. Where the frame does not reach it is transparent.
fn paint(row: &mut [u8], frame: &Frame<'_>, colours: &[[u8; 4]; 256], y: u32) {
    row.fill(0);
    let width = usize::from(frame.width);
    let indexes = y.checked_sub(u32::from(frame.top)).and_then(|line| {
        let start = line as usize * width;
        frame.buffer.get(start..start + width)
    });
    let pixels = row.chunks_exact_mut(4).skip(usize::from(frame.left));
    for (pixel, index) in pixels.zip(indexes.unwrap_or_default()) {
        pixel.copy_from_slice(&colours[usize::from(*index)]);
    }
}

fn reason(error: DecodingError) -> PictureError {
    match error {
        DecodingError::OutOfMemory => PictureError::TooManyPixels,
        error => broken(&error),
    }
}

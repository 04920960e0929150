//! PNG, read row by row and made smaller on the way.

use std::io::Cursor;

use image::metadata::Orientation;
use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::shrink::Shrink;
use super::{DecodedPicture, LARGEST_PROFILE, MOST_MEMORY, broken, check_size, shrink_factor};
use crate::media::PictureError;

pub(super) fn decode(bytes: &[u8]) -> Result<DecodedPicture, PictureError> {
    // A profile is compressed: a few bytes may claim to be gigabytes. One that is larger is left out.
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: 2 * LARGEST_PROFILE });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let header = decoder.read_header_info().map_err(reason)?;
    let (width, height) = (header.width, header.height);
    check_size(width, height)?;
    let mut reader = decoder.read_info().map_err(reason)?;
    if reader.info().animation_control().is_some() {
        return Err(PictureError::Moving);
    }
    let exif = reader.info().exif_metadata.as_deref();
    let orientation = exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
    let profile = reader.info().icc_profile.as_deref().filter(|profile| profile.len() <= LARGEST_PROFILE);
    let profile = profile.map(<[u8]>::to_vec);
    let channels = match reader.output_color_type().0 {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return Err(PictureError::Broken),
    };
    let pixels = if reader.info().interlaced {
        let size = u64::from(width) * u64::from(height) * u64::from(channels);
        let size = usize::try_from(size).ok().filter(|_| size <= MOST_MEMORY);
        let mut whole = vec![0; size.ok_or(PictureError::TooManyPixels)?];
        reader.next_frame(&mut whole).map_err(reason)?;
        let mut shrink = Shrink::new(width, height, channels, 1);
        shrink.take(whole);
        shrink.finish()
    } else {
        let mut shrink = Shrink::new(width, height, channels, shrink_factor(width, height, orientation, 2));
        while let Some(row) = reader.next_row().map_err(reason)? {
            shrink.add_row(row.data());
        }
        shrink.finish()
    };
    let pixels = pixels.ok_or(PictureError::Broken)?;
    Ok(DecodedPicture { pixels, width, height, orientation, profile })
}

fn reason(error: DecodingError) -> PictureError {
    match error {
        DecodingError::LimitsExceeded => PictureError::TooManyPixels,
        error => broken(&error),
    }
}

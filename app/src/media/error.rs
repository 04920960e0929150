//! Reasons for which a picture is refused, with the sentence that tells its sender what to do.

use crate::error::AppError;

/// The reason for which a picture was not taken in. Its text is shown to the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// 401: there is no staff session, or no longer.
    #[error("Du är inte inloggad längre. Logga in och skicka bilden igen.")]
    LogInFirst,
    /// 403: the account may not add pictures.
    #[error("Ditt konto får inte lägga till bilder. Be den som sköter webbplatsen om hjälp.")]
    Forbidden,
    /// 400: the request is no form.
    #[error("Det gick inte att läsa det som skickades. Ladda om sidan och försök igen.")]
    Unreadable,
    /// 408: the file was sent too slowly.
    #[error("Det tog för lång tid att skicka bilden. Kontrollera att du har nät och försök igen.")]
    Slow,
    /// 422: there is no file in the form.
    #[error("Välj en bild.")]
    NoFile,
    /// 422: neither alternative text nor "decorative".
    #[error("Beskriv bilden för den som inte ser den, eller kryssa i ”Bilden är bara dekoration”.")]
    NoAlt,
    /// 422: the alternative text is too long.
    #[error("Beskrivningen är för lång. Skriv högst 500 tecken.")]
    LongAlt,
    /// 413: too many bytes.
    #[error("Bildfilen är för stor: den får vara högst 40 MB. Gör bilden mindre och försök igen.")]
    TooLarge,
    /// 413: more pictures at once than a form may have.
    #[error("Högst 20 bilder kan skickas åt gången. Skicka de sista för sig.")]
    TooMany,
    /// 422: too many pixels, however few the bytes.
    #[error(
        "Bilden har för många bildpunkter: högst 110 miljoner (i WebP 30), och högst 20 000 på bredden och på höjden. \
         Gör bilden mindre och försök igen."
    )]
    TooManyPixels,
    /// 415: no picture, or one of another kind.
    #[error(
        "Filen är ingen bild som går att använda här. Välj en bild i formatet JPEG, PNG, WebP, GIF eller SVG."
    )]
    WrongKind,
    /// 415: the format of iPhones, where neither the browser nor the server decodes it.
    #[error(
        "Bilden är i formatet HEIC, som inte går att använda här: det är patenterat, och den som driver webbplatsen har \
         inte slagit på det. Spara bilden som JPEG och försök igen. En iPhone tar JPEG om du väljer Inställningar, \
         Kamera, Format och Mest kompatibelt."
    )]
    Heic,
    /// 415: a format that our encoders do not read. Browsers do, and send it as another.
    #[error("Bilden är i formatet AVIF. Spara den som JPEG och försök igen.")]
    Avif,
    /// 422: an animation.
    #[error(
        "Bilden rör sig, och det stör många som läser. Spara en bild ur den som stillbild, till exempel med en \
         skärmbild, och försök igen med den."
    )]
    Moving,
    /// 422: the file is truncated or damaged.
    #[error("Bildfilen är trasig eller ofullständig. Öppna bilden, spara den på nytt och försök igen.")]
    Broken,
    /// 413: an SVG file of too many bytes.
    #[error(
        "SVG-filen är för stor: den får vara högst 1 MB. Förenkla den, eller spara bilden som PNG och försök igen."
    )]
    SvgTooLarge,
    /// 422: an SVG that takes too long to draw.
    #[error("SVG-bilden har för många delar. Förenkla den, eller spara bilden som PNG och försök igen.")]
    SvgTooDetailed,
    /// 422: an SVG with text, whose font only its sender has.
    #[error(
        "SVG-bilden har text som bara visas rätt med sitt eget typsnitt. Gör om texten till kurvor i ritprogrammet, \
         eller spara bilden som PNG, och försök igen."
    )]
    SvgText,
    /// 422: an SVG with something that we do not draw.
    #[error(
        "SVG-bilden har delar som inte går att ta emot, till exempel ett foto, ett mönster eller en skugga. Spara \
         bilden som PNG och försök igen."
    )]
    SvgParts,
    /// 503: the queue is full.
    #[error("Vi tar emot många bilder just nu. Vänta en stund och försök igen.")]
    Busy,
    /// 500: our fault. The log says more.
    #[error("Något gick fel hos oss. Vänta en stund och försök igen.")]
    Internal,
}

impl PictureError {
    /// Returns a name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LogInFirst => "log_in_first",
            Self::Forbidden => "forbidden",
            Self::Unreadable => "unreadable",
            Self::Slow => "slow",
            Self::NoFile => "no_file",
            Self::NoAlt => "no_alt",
            Self::LongAlt => "long_alt",
            Self::TooLarge => "too_large",
            Self::TooMany => "too_many",
            Self::TooManyPixels => "too_many_pixels",
            Self::WrongKind => "wrong_kind",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Moving => "moving",
            Self::Broken => "broken",
            Self::SvgTooLarge => "svg_too_large",
            Self::SvgTooDetailed => "svg_too_detailed",
            Self::SvgText => "svg_text",
            Self::SvgParts => "svg_parts",
            Self::Busy => "busy",
            Self::Internal => "fault",
        }
    }

    /// Returns the HTTP status of the response.
    pub const fn status(self) -> u16 {
        match self {
            Self::LogInFirst => 401,
            Self::Forbidden => 403,
            Self::Unreadable => 400,
            Self::Slow => 408,
            Self::NoFile
            | Self::NoAlt
            | Self::LongAlt
            | Self::TooManyPixels
            | Self::Moving
            | Self::Broken
            | Self::SvgTooDetailed
            | Self::SvgText
            | Self::SvgParts => 422,
            Self::TooLarge | Self::TooMany | Self::SvgTooLarge => 413,
            Self::WrongKind | Self::Heic | Self::Avif => 415,
            Self::Busy => 503,
            Self::Internal => 500,
        }
    }
}

impl From<AppError> for PictureError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::LogInFirst => Self::LogInFirst,
            AppError::Forbidden => Self::Forbidden,
            _ => Self::Internal,
        }
    }
}

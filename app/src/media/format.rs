//! Formats of files that are served as they are stored.

/// The ending is no format's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no format of such a file")]
pub struct UnknownFormat;

/// Defines the formats that a kind of file may have, each with its ending, its label and its media type.
macro_rules! file_formats {
    (
        $(#[$meta:meta])* $name:ident:
        $($(#[$of_one:meta])* $format:ident($extension:literal, $label:literal, $media_type:literal)),+ $(,)?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of_one])* $format,)+
        }

        impl $name {
            /// Every format.
            pub const ALL: [Self; [$(Self::$format),+].len()] = [$(Self::$format),+];

            /// Returns the ending of its files' names, which is also its name in the database.
            pub const fn extension(self) -> &'static str {
                match self {
                    $(Self::$format => $extension,)+
                }
            }

            /// Returns what a reader is told: "PDF".
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$format => $label,)+
                }
            }

            /// Returns the media type.
            pub const fn media_type(self) -> &'static str {
                match self {
                    $(Self::$format => $media_type,)+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::media::UnknownFormat;

            fn from_str(extension: &str) -> Result<Self, Self::Err> {
                let format = Self::ALL.into_iter().find(|format| format.extension() == extension);
                format.ok_or($crate::media::UnknownFormat)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::media::UnknownFormat;

            fn try_from(extension: String) -> Result<Self, Self::Error> {
                extension.parse()
            }
        }
    };
}
pub(crate) use file_formats;

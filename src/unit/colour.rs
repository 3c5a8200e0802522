//! A colour, how light it is, and how far it is from another, also for those who see fewer colours.

use std::fmt;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

/// How colours are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// With all three kinds of cones.
    Full,
    /// Without the cones for long waves.
    Protanopia,
    /// Without the cones for middle waves; the most frequent.
    Deuteranopia,
}

impl Sight {
    /// Every way, the full one first.
    pub const ALL: [Sight; 3] = [Sight::Full, Sight::Protanopia, Sight::Deuteranopia];

    /// What becomes of linear red, green and blue.
    /// Source: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009,
    /// severity 1.0.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Sight::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Sight::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Sight::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        }
    }
}

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);

    /// Reads `#1F6FB2`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour(channel(0)?, channel(2)?, channel(4)?))
    }

    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Relative luminance, 0 to 1. Source: WCAG 2.2, "relative luminance".
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast with another colour, 1 to 21. Source: WCAG 2.2, "contrast ratio".
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The grey that is as light, so that every contrast stays what it was.
    #[must_use]
    pub fn grey(self) -> Colour {
        let luminance = self.luminance();
        let value =
            if luminance <= 0.003_130_8 { luminance * 12.92 } else { 1.055 * luminance.powf(1.0 / 2.4) - 0.055 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a channel is 0 to 255")]
        let channel = (value * 255.0).round() as u8;
        Colour(channel, channel, channel)
    }

    /// The colour mixed with white; `part` of it is left, 0 to 1.
    #[must_use]
    pub fn tinted(self, part: f64) -> Colour {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a channel is 0 to 255")]
        let mixed = |channel: u8| (255.0 - part * (255.0 - f64::from(channel))).round() as u8;
        Colour(mixed(self.0), mixed(self.1), mixed(self.2))
    }

    /// How far apart two colours look to somebody, 0 to about 1.
    /// Source: distance in Oklab (Ottosson, A perceptual color space for image processing, 2020).
    pub fn distance(self, other: Colour, sight: Sight) -> f64 {
        let (a, b) = (self.oklab(sight), other.oklab(sight));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    fn oklab(self, sight: Sight) -> [f64; 3] {
        const TO_CONES: [[f64; 3]; 3] = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        const TO_LAB: [[f64; 3]; 3] = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        let seen = times(sight.matrix(), self.linear()).map(|channel| channel.clamp(0.0, 1.0));
        times(TO_LAB, times(TO_CONES, seen).map(f64::cbrt))
    }
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// `#1f6fb2`
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_back() {
        assert_eq!(Colour::parse("#1F6FB2"), Some(Colour(0x1F, 0x6F, 0xB2)));
        assert_eq!(Colour(0x1F, 0x6F, 0xB2).to_string(), "#1f6fb2");
        for wrong in ["1F6FB2", "#1F6FB", "#1F6FBG", "#ж6FB2", ""] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn black_on_white_has_the_contrast_of_the_guidelines() {
        assert!((Colour(0, 0, 0).contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        // Given in Understanding WCAG 2.2 as the lightest grey that passes 4.5 on white.
        assert!(Colour(0x76, 0x76, 0x76).contrast(Colour::WHITE) >= 4.5);
        assert!(Colour(0x77, 0x77, 0x77).contrast(Colour::WHITE) < 4.5);
    }

    #[test]
    fn grey_keeps_how_light_a_colour_is() {
        for colour in [Colour(0xE0, 0xA2, 0x1B), Colour(0x0B, 0x4A, 0x7F), Colour(0xB5, 0x40, 0x1A)] {
            assert!((colour.grey().luminance() - colour.luminance()).abs() < 0.005, "{colour}");
        }
    }

    #[test]
    fn red_and_green_are_near_for_those_who_see_fewer_colours() {
        let (red, green) = (Colour(0xC0, 0x39, 0x2B), Colour(0x6B, 0x8E, 0x23));
        assert!(red.distance(green, Sight::Deuteranopia) < 0.5 * red.distance(green, Sight::Full));
        assert!(Colour(0, 0, 0).distance(Colour::WHITE, Sight::Full) > 0.99);
    }

    #[test]
    fn distances_are_those_of_oklab() {
        // Oklab of the primaries, from the figures published with it: 0.628, 0.225, 0.126 and so on.
        let (red, green, blue) = (Colour(0xFF, 0, 0), Colour(0, 0xFF, 0), Colour(0, 0, 0xFF));
        for (a, b, distance) in [(red, green, 0.519_81), (green, blue, 0.673_37), (red, Colour::WHITE, 0.452_57)] {
            assert!((a.distance(b, Sight::Full) - distance).abs() < 1e-4, "{a} {b} {}", a.distance(b, Sight::Full));
        }
    }

    #[test]
    fn greys_look_the_same_to_everybody() {
        let (dark, light) = (Colour(0x40, 0x40, 0x40), Colour(0x80, 0x80, 0x80));
        for sight in Sight::ALL {
            assert!((dark.distance(light, sight) - 0.228_376).abs() < 1e-6, "{sight:?}");
        }
    }

    #[test]
    fn a_grey_is_its_own_grey_down_to_black() {
        for channel in 0..=u8::MAX {
            let grey = Colour(channel, channel, channel);
            assert_eq!(grey.grey(), grey);
        }
        assert!((Colour(0xFF, 0, 0).luminance() - 0.2126).abs() < 1e-9);
        assert!((Colour(0, 0, 8).luminance() - 0.0722 * 0.002_428_216).abs() < 1e-9);
    }

    #[test]
    fn a_tint_lies_between_the_colour_and_white() {
        let colour = Colour(0, 100, 0xFF);
        assert_eq!(colour.tinted(1.0), colour);
        assert_eq!(colour.tinted(0.0), Colour::WHITE);
        assert_eq!(colour.tinted(0.4), Colour(153, 193, 0xFF));
    }
}

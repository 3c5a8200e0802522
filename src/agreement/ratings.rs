//! Codes of units by coders, some missing: what every coefficient is made from.

use std::collections::BTreeSet;

/// Codes by unit and coder, as places among the categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    /// Number of coders.
    pub n_coders: usize,
    /// The value of each category: the number that a code is, else its rank from 1. Ascending.
    pub values: Vec<f64>,
    /// For each unit the category of each coder.
    pub units: Vec<Vec<Option<usize>>>,
}

impl Ratings {
    /// Codes as texts. `order` names the categories from low to high; without one, numbers stand in their order and names in
    /// that of the alphabet. A category that nobody used is none, and its place in the order counts for nothing.
    pub fn of_texts(units: &[Vec<Option<String>>], order: Option<&[String]>) -> Ratings {
        let used: BTreeSet<&String> = units.iter().flatten().flatten().collect();
        let numbers: Option<Vec<(f64, &String)>> =
            used.iter().map(|text| Some((text.parse::<f64>().ok().filter(|n| n.is_finite())?, *text))).collect();
        let mut categories: Vec<(f64, &String)> = match (order, numbers) {
            (None, Some(numbers)) => numbers,
            (order, _) => {
                let place = |text: &String| order.and_then(|order| order.iter().position(|known| known == text));
                let mut texts: Vec<&String> = used.into_iter().collect();
                texts.sort_by_key(|text| (place(text).unwrap_or(usize::MAX), (*text).clone()));
                texts.into_iter().zip(1_u32..).map(|(text, rank)| (f64::from(rank), text)).collect()
            }
        };
        categories.sort_by(|a, b| a.0.total_cmp(&b.0));
        // `1` and `1.0` are one category.
        let mut values: Vec<f64> = categories.iter().map(|(value, _)| *value).collect();
        values.dedup_by(|a, b| a.total_cmp(b).is_eq());
        let place = |text: &String| {
            let (value, _) = categories.iter().find(|(_, known)| *known == text)?;
            values.iter().position(|known| known.total_cmp(value).is_eq())
        };
        let known: std::collections::HashMap<&String, usize> =
            categories.iter().filter_map(|(_, text)| Some((*text, place(text)?))).collect();
        let unit = |unit: &Vec<Option<String>>| unit.iter().map(|code| known.get(code.as_ref()?).copied()).collect();
        Ratings { n_coders: units.first().map_or(0, Vec::len), values, units: units.iter().map(unit).collect() }
    }

    /// Codes as whole numbers: milliseconds, mm².
    pub fn of_wholes(units: &[Vec<Option<i64>>]) -> Ratings {
        let used: BTreeSet<i64> = units.iter().flatten().flatten().copied().collect();
        let used: Vec<i64> = used.into_iter().collect();
        let unit = |unit: &Vec<Option<i64>>| {
            unit.iter().map(|code| code.and_then(|code| used.binary_search(&code).ok())).collect()
        };
        #[expect(clippy::cast_precision_loss, reason = "an amount that a person coded")]
        let values = used.iter().map(|whole| *whole as f64).collect();
        Ratings { n_coders: units.first().map_or(0, Vec::len), values, units: units.iter().map(unit).collect() }
    }

    /// Numbers of coders by unit and category, for tables that do not tell coders apart.
    pub fn of_counts(counts: &[Vec<u32>]) -> Ratings {
        let n_coders = counts.iter().map(|unit| unit.iter().sum::<u32>()).max().unwrap_or(0) as usize;
        let unit = |counts: &Vec<u32>| {
            let codes = counts.iter().enumerate().flat_map(|(place, n)| std::iter::repeat_n(Some(place), *n as usize));
            let mut codes: Vec<Option<usize>> = codes.collect();
            codes.resize(n_coders, None);
            codes
        };
        let values = counts.first().map_or(0, Vec::len);
        let values = (1_u32..).take(values).map(f64::from).collect();
        Ratings { n_coders, values, units: counts.iter().map(unit).collect() }
    }

    /// Categories.
    pub fn n_categories(&self) -> usize {
        self.values.len()
    }

    /// Two coders only.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Ratings {
        self.with_units(2, self.units.iter().map(|unit| vec![unit[a], unit[b]]))
    }

    /// One coder's codes beside those of each other coder of the same unit.
    #[must_use]
    pub fn against_rest(&self, coder: usize) -> Ratings {
        let pairs = self.units.iter().flat_map(|unit| {
            let others = unit.iter().enumerate().filter(move |(other, code)| *other != coder && code.is_some());
            others.map(move |(_, code)| vec![unit[coder], *code])
        });
        self.with_units(2, pairs)
    }

    /// Units with two codes or more; a unit that one person coded says nothing of agreement.
    #[must_use]
    pub fn coded_twice(&self) -> Ratings {
        let units = self.units.iter().filter(|unit| unit.iter().flatten().count() > 1).cloned();
        self.with_units(self.n_coders, units)
    }

    fn with_units(&self, n_coders: usize, units: impl Iterator<Item = Vec<Option<usize>>>) -> Ratings {
        let units: Vec<Vec<Option<usize>>> = units.collect();
        let used: BTreeSet<usize> = units.iter().flatten().flatten().copied().collect();
        let used: Vec<usize> = used.into_iter().collect();
        let place = |code: &Option<usize>| code.and_then(|code| used.binary_search(&code).ok());
        Ratings {
            n_coders,
            values: used.iter().map(|place| self.values[*place]).collect(),
            units: units.iter().map(|unit| unit.iter().map(place).collect()).collect(),
        }
    }

    /// How many coders gave each category, by unit.
    pub(super) fn counts(&self) -> Vec<Vec<f64>> {
        let unit = |unit: &Vec<Option<usize>>| {
            let mut counts = vec![0.0; self.n_categories()];
            for code in unit.iter().flatten() {
                counts[*code] += 1.0;
            }
            counts
        };
        self.units.iter().map(unit).collect()
    }
}

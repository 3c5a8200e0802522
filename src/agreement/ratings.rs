//! Codes of units by coders, some missing: what every coefficient is made from.

use std::collections::{BTreeSet, HashMap};

/// Codes by unit and coder, as places among the categories.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    /// Number of coders.
    pub n_coders: usize,
    /// The value of each category: the number that a code is, else its rank from 1. Ascending.
    pub values: Vec<f64>,
    /// For each unit the category of each coder.
    pub units: Vec<Vec<Option<usize>>>,
    /// How many units each of these stands for: 1, unless those coded alike were put together.
    pub times: Vec<f64>,
}

impl Ratings {
    /// Units as categories among `values`.
    pub fn new(n_coders: usize, values: Vec<f64>, units: Vec<Vec<Option<usize>>>) -> Ratings {
        let times = vec![1.0; units.len()];
        Ratings { n_coders, values, units, times }
    }

    /// Codes as texts. `order` names the categories from low to high; without one, numbers stand in their order and names in
    /// that of the alphabet. A category that nobody used is none, and its place in the order counts for nothing.
    pub fn of_texts<T: AsRef<str>>(units: &[Vec<Option<T>>], order: Option<&[String]>) -> Ratings {
        let used: BTreeSet<&str> = distinct(units).into_iter().collect();
        let numbers: Option<Vec<(f64, &str)>> =
            used.iter().map(|text| Some((text.parse::<f64>().ok().filter(|n| n.is_finite())?, *text))).collect();
        let mut categories: Vec<(f64, &str)> = match (order, numbers) {
            (None, Some(numbers)) => numbers,
            (order, _) => {
                let place = |text: &str| order.and_then(|order| order.iter().position(|known| known == text));
                let mut texts: Vec<&str> = used.into_iter().collect();
                texts.sort_by_key(|text| (place(text).unwrap_or(usize::MAX), *text));
                texts.into_iter().zip(1_u32..).map(|(text, rank)| (f64::from(rank), text)).collect()
            }
        };
        categories.sort_by(|a, b| a.0.total_cmp(&b.0));
        // `1` and `1.0` are one category.
        let mut values: Vec<f64> = categories.iter().map(|(value, _)| *value).collect();
        values.dedup_by(|a, b| a.total_cmp(b).is_eq());
        let place = |value: &f64| values.binary_search_by(|known| known.total_cmp(value)).ok();
        let known: HashMap<&str, usize> =
            categories.iter().filter_map(|(value, text)| Some((*text, place(value)?))).collect();
        let unit =
            |unit: &Vec<Option<T>>| unit.iter().map(|code| known.get(code.as_ref()?.as_ref()).copied()).collect();
        Ratings::new(units.first().map_or(0, Vec::len), values, units.iter().map(unit).collect())
    }

    /// The same, where each unit stands for several.
    #[must_use]
    pub(super) fn standing_for(mut self, times: Vec<f64>) -> Ratings {
        self.times = times;
        self
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
        Ratings::new(units.first().map_or(0, Vec::len), values, units.iter().map(unit).collect())
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
        Ratings::new(n_coders, values, counts.iter().map(unit).collect())
    }

    /// Categories.
    pub fn n_categories(&self) -> usize {
        self.values.len()
    }

    /// How many units.
    pub fn n_units(&self) -> f64 {
        self.times.iter().sum()
    }

    /// The units with how many each stands for.
    pub(super) fn each(&self) -> impl Iterator<Item = (&Vec<Option<usize>>, f64)> {
        self.units.iter().zip(self.times.iter().copied())
    }

    /// Units that were coded alike put together: every coefficient is a sum over units, and few are unlike. In the order of their
    /// codes, so that the order of a sheet moves no digit.
    #[must_use]
    pub fn alike(&self) -> Ratings {
        let mut times: HashMap<&Vec<Option<usize>>, f64, foldhash::fast::FixedState> = HashMap::default();
        for (unit, n) in self.each() {
            *times.entry(unit).or_default() += n;
        }
        let mut alike: Vec<(&Vec<Option<usize>>, f64)> = times.into_iter().collect();
        alike.sort_by(|a, b| a.0.cmp(b.0));
        let (units, times) = alike.into_iter().map(|(unit, n)| (unit.clone(), n)).unzip();
        Ratings { n_coders: self.n_coders, values: self.values.clone(), units, times }
    }

    /// Two coders only.
    #[must_use]
    pub fn pair(&self, a: usize, b: usize) -> Ratings {
        self.with_units(2, self.each().map(|(unit, n)| (vec![unit[a], unit[b]], n)))
    }

    /// One coder's codes beside those of each other coder of the same unit.
    #[must_use]
    pub fn against_rest(&self, coder: usize) -> Ratings {
        let pairs = self.each().flat_map(|(unit, n)| {
            let others = unit.iter().enumerate().filter(move |(other, code)| *other != coder && code.is_some());
            others.map(move |(_, code)| (vec![unit[coder], *code], n))
        });
        self.with_units(2, pairs)
    }

    /// Units with two codes or more; a unit that one person coded says nothing of agreement.
    #[must_use]
    pub fn coded_twice(&self) -> Ratings {
        let units = self.each().filter(|(unit, _)| unit.iter().flatten().count() > 1);
        self.with_units(self.n_coders, units.map(|(unit, n)| (unit.clone(), n)))
    }

    fn with_units(&self, n_coders: usize, units: impl Iterator<Item = (Vec<Option<usize>>, f64)>) -> Ratings {
        let (units, times): (Vec<Vec<Option<usize>>>, Vec<f64>) = units.unzip();
        let mut is_used = vec![false; self.values.len()];
        units.iter().flatten().flatten().for_each(|code| is_used[*code] = true);
        let used: Vec<usize> = (0..is_used.len()).filter(|place| is_used[*place]).collect();
        let place = |code: &Option<usize>| code.and_then(|code| used.binary_search(&code).ok());
        Ratings {
            n_coders,
            values: used.iter().map(|place| self.values[*place]).collect(),
            units: units.iter().map(|unit| unit.iter().map(place).collect()).collect(),
            times,
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

/// The distinct texts.
fn distinct<T: AsRef<str>>(units: &[Vec<Option<T>>]) -> std::collections::HashSet<&str, foldhash::fast::FixedState> {
    units.iter().flatten().flatten().map(AsRef::as_ref).collect()
}

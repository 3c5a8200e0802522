//! Agreement on every variable: for all coders, each pair, and each coder against the rest, with a verdict.
//!
//! In: [`Variable`]s. Out: one [`VariableAgreement`] per variable and scope. Coefficients of an ordered variable are weighted, and
//! the weights named; amounts have alpha of their ratios, the mean absolute difference and the relative one.
//! Verdicts: alpha from .800 on is reliable, from .667 tentative, below unreliable, as the study sets them.
//! Source of the marks: Krippendorff, Content Analysis, 4th ed., 2019, ch. 12.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::alpha::{Alpha, Scheme, alpha, alpha_interval};
use super::chance::{Coefficient, Kind, coefficient, cohen, full_agreement, holsti, whole, within};
use super::ratings::Ratings;
use super::variables::Variable;
use super::weights::{Weighting, weights};
use crate::study::{Level, Study};
use crate::unit::Unit as Measured;

/// Whose agreement it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// That of all coders.
    All,
    /// That of two.
    Pair(String, String),
    /// That of one coder with each other one of the same unit.
    AgainstRest(String),
}

/// What the study makes of a coefficient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Conclusions may rest on it.
    Reliable,
    /// Tentative ones only.
    Tentative,
    /// None.
    Unreliable,
    /// One category only: there was nothing to disagree on.
    OneCategory,
}

impl Verdict {
    /// The word of tables.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Reliable => "reliable",
            Verdict::Tentative => "tentative",
            Verdict::Unreliable => "unreliable",
            Verdict::OneCategory => "undefined: one category",
        }
    }
}

/// How far two amounts lie apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Mean over pairs of codes of the absolute difference, in ms or mm²; in units of the code for a sheet of codes.
    pub mean_absolute: f64,
    /// Sum of the absolute differences over the sum of the pairs' means.
    pub relative: f64,
    /// Part of the units whose codes lie within the study's tolerance.
    pub within: Option<f64>,
}

/// Agreement on one variable.
#[derive(Debug, Clone)]
pub struct VariableAgreement {
    /// The variable.
    pub variable: String,
    /// What its codes are.
    pub level: Level,
    /// What amounts are counted in.
    pub measured: Option<Measured>,
    /// Whose agreement it is.
    pub scope: Scope,
    /// Units with two codes or more.
    pub n_units: usize,
    /// Coders of these units.
    pub n_coders: usize,
    /// Part of the units on which all agree.
    pub full: Option<f64>,
    /// Mean over pairs of coders of the part of units on which they agree.
    pub holsti: Option<f64>,
    /// Coefficients by name, with the weights named.
    pub coefficients: Vec<(String, Option<Coefficient>)>,
    /// Krippendorff's alpha; `None` where one category occurs.
    pub alpha: Option<Alpha>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// Of amounts, how far apart.
    pub difference: Option<Difference>,
    /// What the study makes of it.
    pub verdict: Verdict,
}

/// Agreement on every variable of a study.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// By variable and scope.
    pub rows: Vec<VariableAgreement>,
    /// How the intervals of alpha were drawn.
    pub scheme: Scheme,
}

/// What is known of the agreement on a variable, for whoever prints a figure of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// `actor`, `tone`, `amount/airtime` ...
    pub variable: String,
    /// Alpha; `None` where all codes were the same.
    pub alpha: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// The level of that, in percent.
    pub level: u8,
    /// Units coded twice.
    pub n_units: usize,
    /// What the study makes of it.
    pub verdict: Verdict,
}

/// What is known of the agreement on every variable.
#[derive(Debug, Clone, Default)]
pub struct Reliability {
    known: Vec<Known>,
}

impl Reliability {
    /// The verdict on a variable; `None` where it was not coded twice.
    pub fn verdict(&self, variable: &str) -> Option<Verdict> {
        self.of(variable).map(|known| known.verdict)
    }

    /// What is known of a variable; `None` where it was not coded twice.
    pub fn of(&self, variable: &str) -> Option<&Known> {
        self.known.iter().find(|known| known.variable == variable)
    }
}

impl Agreement {
    /// What is known of each variable, of all coders together.
    pub fn known(&self) -> Reliability {
        let all = self.rows.iter().filter(|row| row.scope == Scope::All);
        let known = all.map(|row| Known {
            variable: row.variable.clone(),
            alpha: row.alpha.map(|alpha| alpha.value),
            interval: row.interval,
            level: self.scheme.level,
            n_units: row.n_units,
            verdict: row.verdict,
        });
        Reliability { known: known.collect() }
    }
}

/// Agreement of all coders together on every variable.
pub fn overall(variables: &[Variable], study: &Study) -> Agreement {
    let scheme = scheme_of(study);
    let rows = variables.iter().map(|variable| row(variable, Scope::All, &variable.ratings, study, scheme));
    Agreement { rows: rows.filter(|row| row.n_units > 0).collect(), scheme }
}

fn scheme_of(study: &Study) -> Scheme {
    let (plan, choices) = (&study.agreement, &study.uncertainty);
    Scheme { n_replicates: plan.replicates, seed: choices.seed, level: choices.level }
}

/// Computes agreement on every variable.
pub fn reliability(variables: &[Variable], study: &Study) -> Agreement {
    let scheme = scheme_of(study);
    let alike: Vec<(&Variable, Ratings)> = variables.iter().map(|of| (of, of.ratings.alike())).collect();
    let mut asked: Vec<(&Variable, &Ratings, Scope, Coders)> = Vec::new();
    for (variable, ratings) in &alike {
        let coders = &variable.coders;
        asked.push((variable, ratings, Scope::All, Coders::All));
        for (place, coder) in coders.iter().enumerate().filter(|_| coders.len() > 2) {
            asked.push((variable, ratings, Scope::AgainstRest(coder.clone()), Coders::AgainstRest(place)));
        }
        for (a, first) in coders.iter().enumerate() {
            for (b, second) in coders.iter().enumerate().skip(a + 1) {
                asked.push((variable, ratings, Scope::Pair(first.clone(), second.clone()), Coders::Pair(a, b)));
            }
        }
    }
    // Each draws its replicates from the seed alone, so that threads change nothing.
    let rows = asked.into_par_iter().map(|(variable, ratings, scope, coders)| match coders {
        Coders::All => row(variable, scope, ratings, study, scheme),
        Coders::AgainstRest(coder) => row(variable, scope, &ratings.against_rest(coder), study, scheme),
        Coders::Pair(a, b) => row(variable, scope, &ratings.pair(a, b), study, scheme),
    });
    let mut rows: Vec<VariableAgreement> = rows.collect();
    // A coder or pair without a common unit has nothing to say.
    rows.retain(|row| row.n_units > 0);
    Agreement { rows, scheme }
}

/// The places of the coders of a scope.
enum Coders {
    All,
    AgainstRest(usize),
    Pair(usize, usize),
}

fn row(variable: &Variable, scope: Scope, ratings: &Ratings, study: &Study, scheme: Scheme) -> VariableAgreement {
    let twice = ratings.coded_twice().alike();
    let n_coders = (0..twice.n_coders).filter(|coder| twice.units.iter().any(|unit| unit[*coder].is_some())).count();
    let alpha = alpha(&twice, variable.level);
    let interval = alpha.filter(|alpha| alpha.n_units > 1).and_then(|_| alpha_interval(&twice, variable.level, scheme));
    let verdict = match alpha {
        None => Verdict::OneCategory,
        Some(alpha) if alpha.value >= thousandths(study.agreement.reliable) => Verdict::Reliable,
        Some(alpha) if alpha.value >= thousandths(study.publishing.least_alpha) => Verdict::Tentative,
        Some(_) => Verdict::Unreliable,
    };
    VariableAgreement {
        variable: variable.name.clone(),
        level: variable.level,
        measured: variable.measured,
        n_units: whole(twice.n_units()),
        n_coders,
        full: full_agreement(&twice),
        holsti: holsti(&twice),
        coefficients: coefficients(&scope, &twice, variable.level, n_coders),
        scope,
        alpha,
        interval,
        difference: (variable.level == Level::Ratio).then(|| difference(&twice, variable.measured, study)).flatten(),
        verdict,
    }
}

fn thousandths(n: i64) -> f64 {
    f64::from(i32::try_from(n).unwrap_or(i32::MAX)) / 1_000.0
}

/// Chance-corrected coefficients; those of amounts are alpha and the differences.
fn coefficients(scope: &Scope, ratings: &Ratings, level: Level, n_coders: usize) -> Vec<(String, Option<Coefficient>)> {
    if level == Level::Ratio {
        return Vec::new();
    }
    let identity = weights(Weighting::Identity, &ratings.values);
    let (name, weighted) = match level {
        Level::Interval => ("quadratic", weights(Weighting::Quadratic, &ratings.values)),
        Level::Ordinal => ("ordinal", weights(Weighting::Ordinal, &ratings.values)),
        _ => ("", identity.clone()),
    };
    let is_pair = matches!(scope, Scope::Pair(..)) || (*scope == Scope::All && n_coders == 2);
    let mut found = Vec::new();
    if is_pair {
        found.push(("cohen".to_owned(), cohen(ratings, &identity)));
        found.push(("scott".to_owned(), coefficient(Kind::Fleiss, ratings, &identity)));
    } else {
        found.push(("fleiss".to_owned(), coefficient(Kind::Fleiss, ratings, &identity)));
        if *scope == Scope::All {
            found.push(("conger".to_owned(), coefficient(Kind::Conger, ratings, &identity)));
        }
    }
    found.push(("ac1".to_owned(), coefficient(Kind::Gwet, ratings, &identity)));
    found.push(("brennan-prediger".to_owned(), coefficient(Kind::BrennanPrediger, ratings, &identity)));
    if !name.is_empty() {
        if is_pair {
            found.push((format!("weighted-kappa ({name})"), cohen(ratings, &weighted)));
        }
        found.push((format!("ac2 ({name})"), coefficient(Kind::Gwet, ratings, &weighted)));
    }
    found
}

fn difference(ratings: &Ratings, measured: Option<Measured>, study: &Study) -> Option<Difference> {
    let (mut apart, mut means, mut n_pairs) = (0.0, 0.0, 0.0);
    for (unit, n) in ratings.each() {
        let values: Vec<f64> = unit.iter().flatten().map(|code| ratings.values[*code]).collect();
        for (place, a) in values.iter().enumerate() {
            for b in &values[place + 1..] {
                apart += n * (a - b).abs();
                means += n * (a + b) / 2.0;
                n_pairs += n;
            }
        }
    }
    let tolerance = match measured {
        Some(Measured::Time) => Some(study.agreement.tolerance_ms),
        Some(Measured::Area) => Some(study.agreement.tolerance_mm2),
        _ => None,
    };
    #[expect(clippy::cast_precision_loss, reason = "a tolerance of seconds")]
    let within = tolerance.and_then(|tolerance| within(ratings, tolerance as f64));
    (n_pairs > 0.0 && means > 0.0).then(|| Difference {
        mean_absolute: apart / n_pairs,
        relative: apart / means,
        within,
    })
}

//! Random studies: what was on air is drawn first, and then written down in the awkward ways of newsrooms.

use std::fmt::Write as _;

use super::words;

/// A generator of random numbers: splitmix64.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap()).unwrap()
    }

    /// An index below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, chance: u64) -> bool {
        self.next() % 100 < chance
    }

    pub(super) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// Some of a list, at least one, in its order.
    pub(super) fn some<T: Clone>(&mut self, from: &[T]) -> Vec<T> {
        let sure = self.below(from.len());
        from.iter().enumerate().filter(|(at, _)| *at == sure || self.percent(60)).map(|(_, one)| one.clone()).collect()
    }
}

/// What is coded as one unit, never added to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quantity {
    Airtime,
    Area,
    Appearances,
}

impl Quantity {
    pub(super) fn word(self) -> &'static str {
        ["airtime", "area", "appearances"][self as usize]
    }
}

#[derive(Debug, Clone)]
pub(super) struct Outlet {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) medium: &'static str,
    pub(super) ownership: &'static str,
}

impl Outlet {
    pub(super) fn quantity(&self) -> Quantity {
        match self.medium {
            "print" => Quantity::Area,
            "online" => Quantity::Appearances,
            _ => Quantity::Airtime,
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) spellings: Vec<String>,
    pub(super) group: &'static str,
    /// The party an office holder is folded into.
    pub(super) party: Option<usize>,
    /// In which capacity the person counts for which party, from which day and to which.
    pub(super) office: Vec<(usize, usize, i64, i64)>,
}

/// One appearance as it was, whatever the sheet makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) day: i64,
    pub(super) outlet: usize,
    pub(super) quantity: Quantity,
    pub(super) item: usize,
    pub(super) actor: usize,
    pub(super) capacity: Option<usize>,
    pub(super) genre: usize,
    pub(super) voice: Option<usize>,
    pub(super) tone: Option<usize>,
    pub(super) programme: Option<usize>,
    pub(super) daypart: Option<usize>,
    pub(super) pass: u8,
    /// Milliseconds, square millimetres or a count.
    pub(super) amount: i128,
}

/// A line of a sheet: one appearance, or several that share a cell.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) rows: Vec<Row>,
    /// What stands in the amount's cell, in base units.
    pub(super) written: i128,
    pub(super) minute: i64,
}

#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) quantity: Quantity,
    pub(super) format: &'static str,
    pub(super) delimiter: char,
    pub(super) decimal: char,
    pub(super) date_order: &'static str,
    pub(super) header_row: usize,
    pub(super) has: Columns,
    pub(super) allocation: Option<&'static str>,
    pub(super) encoding: &'static str,
    pub(super) lines: Vec<Line>,
}

/// Which columns a sheet has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) item: bool,
    pub(super) capacity: bool,
    pub(super) voice: bool,
    pub(super) tone: bool,
    pub(super) programme: bool,
    pub(super) start: bool,
    pub(super) pass: bool,
    pub(super) fill_down: bool,
    pub(super) totals: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Pool {
    pub(super) id: String,
    pub(super) groups: Vec<&'static str>,
    pub(super) actors: Vec<usize>,
    pub(super) genre_kinds: Vec<&'static str>,
    pub(super) genres: Vec<usize>,
    pub(super) media: Vec<&'static str>,
    pub(super) ownership: Vec<&'static str>,
    pub(super) outlets: Vec<usize>,
    pub(super) capacities: Vec<usize>,
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
    pub(super) office_holders: &'static str,
    pub(super) hostile_left_out: bool,
    /// `pooled`, `mean` or `weighted`.
    pub(super) weighting: &'static str,
    pub(super) weights: Vec<i128>,
}

/// A study: the codebook, the sheets, and the choices that change a number.
#[derive(Debug, Clone)]
pub(super) struct Study {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) outlets: Vec<Outlet>,
    pub(super) actors: Vec<Actor>,
    pub(super) tones: Vec<(&'static str, i128)>,
    pub(super) sources: Vec<Source>,
    pub(super) pools: Vec<Pool>,
    pub(super) rule: &'static str,
    pub(super) decimals: u32,
    pub(super) level: u32,
    pub(super) least_clusters: usize,
    pub(super) cluster: &'static str,
    /// Of how many days those monitored were drawn.
    pub(super) drawn_from: Option<i64>,
    /// Id, first day, last day.
    pub(super) periods: Vec<(String, i64, i64)>,
    /// Actor and whole percent of the one benchmark with shares.
    pub(super) seats: Vec<i128>,
}

pub(super) const GENRES: [(&str, &str, &str); 4] = [
    ("news", "News", "editorial"),
    ("debate", "Debate; live", "editorial"),
    ("advert", "Paid \"advert\"", "campaign"),
    ("free-time", "Free airtime", "campaign"),
];
pub(super) const CAPACITIES: [(&str, &str); 2] = [("candidate", "Candidate"), ("office-holder", "Office holder")];
pub(super) const VOICES: [(&str, &str); 2] = [("direct", "Direct"), ("reported", "Reported")];
pub(super) const PROGRAMMES: [(&str, &str); 2] = [("the-day", "The day"), ("late-news", "Late, news")];
/// From which hour to which.
pub(super) const DAYPARTS: [(&str, i64, i64); 3] = [("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 24)];

impl Study {
    /// The appearances of all sheets, as they were.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sources.iter().flat_map(|source| &source.lines).flat_map(|line| &line.rows)
    }

    /// A study that belongs to a seed.
    pub(super) fn drawn(seed: u64) -> Study {
        let dice = &mut Dice::new(seed);
        let from = words::day_number(2019, 1, 1) + dice.between(0, 2_400);
        let to = from + dice.between(0, 15);
        let outlets = drawn_outlets(dice);
        let actors = drawn_actors(dice, from, to);
        let tones = dice.pick(&[
            vec![("negative", -1), ("neutral", 0), ("positive", 1)],
            vec![("very-bad", -2), ("bad", -1), ("neutral", 0), ("good", 1), ("very-good", 2)],
        ]);
        let parties: Vec<usize> = (0..actors.len()).filter(|at| actors[*at].group == "party").collect();
        let mut study = Study {
            from,
            to,
            tones,
            sources: Vec::new(),
            pools: Vec::new(),
            rule: dice.pick(&["half-up", "half-up", "half-even", "truncate", "largest-remainder"]),
            decimals: u32::try_from(dice.between(0, 3)).unwrap(),
            level: dice.pick(&[80, 90, 95, 99]),
            least_clusters: dice.pick(&[2, 4, 8]),
            cluster: dice.pick(&["day", "day", "programme"]),
            drawn_from: None,
            periods: drawn_periods(dice, from, to),
            seats: parties.iter().map(|_| dice.between(0, 9).into()).collect(),
            outlets,
            actors,
        };
        if study.seats.iter().sum::<i128>() == 0 {
            study.seats[0] = 3;
        }
        if study.cluster == "day" && dice.percent(25) {
            study.drawn_from = Some((to - from + 1 + dice.between(0, 20)).max(2));
        }
        study.pools = (0..2).map(|at| drawn_pool(dice, &study, at)).collect();
        super::sheets::fill(dice, &mut study);
        study
    }
}

fn drawn_outlets(dice: &mut Dice) -> Vec<Outlet> {
    const NAMES: [&str; 5] = ["Channel One", "Первый, канал", "Gazette", "The \"Site\"", "Радио FM"];
    (0..usize::try_from(dice.between(1, 5)).unwrap())
        .map(|at| Outlet {
            id: format!("outlet-{}", (b'e' - u8::try_from(at).unwrap()) as char),
            name: NAMES[at],
            medium: dice.pick(&["television", "television", "radio", "print", "online"]),
            ownership: dice.pick(&["state", "private"]),
        })
        .collect()
}

fn drawn_actors(dice: &mut Dice, from: i64, to: i64) -> Vec<Actor> {
    const NAMES: [[&str; 2]; 6] = [
        ["Reds", "The Reds"],
        ["Синие", "синий блок"],
        ["+Europa", "Più Europa"],
        ["Greens, United", "Verdi; uniti"],
        ["L'Ulivo \"Nord\"", "Ulivo"],
        ["Ақ жол", "Ak Zhol"],
    ];
    let n = usize::try_from(dice.between(2, 6)).unwrap();
    let actor = |id: String, spellings: &[&str], group| Actor {
        id,
        spellings: spellings.iter().map(|name| (*name).to_owned()).collect(),
        group,
        party: None,
        office: Vec::new(),
    };
    let mut actors: Vec<Actor> = (0..n)
        .map(|at| {
            let group = if at < 2 || dice.percent(75) { "party" } else { "movement" };
            // The order of ids is neither that of the codebook nor that of names.
            actor(format!("a{}-{at}", (at * 7 + 3) % 10), &NAMES[at], group)
        })
        .collect();
    if dice.percent(70) {
        let mut president = actor("president".to_owned(), &["President", "Head of state"], "office");
        president.party = Some(dice.below(2));
        if dice.percent(70) {
            let (first, last) = dice.pick(&[(from, to), (from + (to - from) / 2, to), (from - 90, from)]);
            president.office = vec![(0, dice.below(2), first, last)];
        }
        actors.push(president);
    }
    actors
}

fn drawn_periods(dice: &mut Dice, from: i64, to: i64) -> Vec<(String, i64, i64)> {
    let cut = from + (to - from) * dice.between(2, 8) / 10;
    if cut == to {
        return vec![("whole".to_owned(), from, to)];
    }
    vec![("second-half".to_owned(), cut + 1, to), ("first-half".to_owned(), from, cut)]
}

fn drawn_pool(dice: &mut Dice, study: &Study, at: usize) -> Pool {
    let office_holders = dice.pick(&["separate", "separate", "folded", "by-capacity"]);
    let mut pool = Pool {
        id: ["z-main", "b-other"][at].to_owned(),
        office_holders,
        weighting: dice.pick(&["pooled", "pooled", "mean", "weighted"]),
        hostile_left_out: dice.percent(20),
        ..Pool::default()
    };
    pool.groups = match dice.below(4) {
        0 => vec!["party"],
        1 => vec!["party", "movement"],
        2 => vec!["party", "office"],
        _ => Vec::new(),
    };
    if pool.groups.is_empty() {
        pool.actors = dice.some(&(0..study.actors.len()).collect::<Vec<_>>());
    }
    match dice.below(4) {
        0 => pool.genre_kinds = vec!["editorial"],
        1 => pool.genres = dice.some(&[0, 1, 2, 3]),
        2 => pool.genre_kinds = vec!["campaign"],
        _ => {}
    }
    match dice.below(6) {
        0 => pool.media = dice.some(&study.outlets.iter().map(|outlet| outlet.medium).collect::<Vec<_>>()),
        1 => pool.ownership = vec![dice.pick(&study.outlets).ownership],
        2 => pool.outlets = dice.some(&(0..study.outlets.len()).collect::<Vec<_>>()),
        3 => pool.capacities = dice.some(&[0, 1]),
        _ => {}
    }
    if dice.percent(15) {
        let third = (study.to - study.from) / 3;
        (pool.from, pool.to) = (Some(study.from + third * dice.between(0, 1)), Some(study.to - third));
    }
    if pool.weighting == "weighted" {
        pool.weights = study.outlets.iter().map(|_| dice.between(1, 12).into()).collect();
    }
    pool
}

/// The text of codebook.toml.
pub(super) fn codebook(study: &Study) -> String {
    let mut text = "version = \"1\"\nownership = [\"state\", \"private\"]\n".to_owned();
    let quoted = words::toml_text;
    for outlet in &study.outlets {
        let (name, medium, owner) = (quoted(outlet.name), outlet.medium, outlet.ownership);
        write!(text, "[[outlet]]\nid = \"{}\"\nname = {name}\nmedium = \"{medium}\"\n", outlet.id).unwrap();
        write!(text, "ownership = \"{owner}\"\ncolumn_cm = 4.5\npage_cm2 = 1000\n").unwrap();
    }
    for (id, name) in [("party", "Parties"), ("movement", "Movements"), ("office", "Office holders")] {
        write!(text, "[[group]]\nid = \"{id}\"\nname = \"{name}\"\n").unwrap();
    }
    for actor in &study.actors {
        let [name, alias] = [0, 1].map(|at| quoted(&actor.spellings[at]));
        write!(
            text,
            "[[actor]]\nid = \"{}\"\nname = {name}\naliases = [{alias}]\ngroup = \"{}\"\n",
            actor.id, actor.group
        )
        .unwrap();
        if let Some(party) = actor.party {
            writeln!(text, "party = \"{}\"", study.actors[party].id).unwrap();
        }
        for (capacity, party, from, to) in &actor.office {
            let (capacity, party) = (CAPACITIES[*capacity].0, &study.actors[*party].id);
            let [from, to] = [from, to].map(|day| words::date(*day));
            write!(text, "[[actor.office]]\ncapacity = \"{capacity}\"\ncounts_for = \"{party}\"\n").unwrap();
            write!(text, "from = {from}\nto = {to}\n").unwrap();
        }
    }
    for (kind, list) in [("capacity", &CAPACITIES[..]), ("voice", &VOICES), ("programme", &PROGRAMMES)] {
        for (id, name) in list {
            write!(text, "[[{kind}]]\nid = \"{id}\"\nname = \"{name}\"\n").unwrap();
        }
    }
    for (id, name, kind) in GENRES {
        write!(text, "[[genre]]\nid = \"{id}\"\nname = {}\nkind = \"{kind}\"\n", quoted(name)).unwrap();
    }
    for (id, value) in &study.tones {
        write!(text, "[[tone]]\nid = \"{id}\"\nname = \"Tone {id}\"\nvalue = {value}\naliases = [\"{value}\"]\n")
            .unwrap();
    }
    for (id, from, to) in DAYPARTS {
        write!(text, "[[daypart]]\nid = \"{id}\"\nname = \"{id}\"\nfrom = \"{from:02}:00\"\nto = \"{to:02}:00\"\n")
            .unwrap();
        writeln!(text, "prime = {}", id == "evening").unwrap();
    }
    text
}

/// The text of study.toml.
pub(super) fn settings(study: &Study) -> String {
    let mut text = format!(
        "title = \"T\"\npublisher = \"P\"\n[window]\nfrom = {}\nto = {}\noutside = \"leave-out\"\n",
        words::date(study.from),
        words::date(study.to)
    );
    for source in &study.sources {
        text += &super::sheets::declared(source);
    }
    for pool in &study.pools {
        text += &declared_pool(study, pool);
    }
    write!(text, "[rounding]\nrule = \"{}\"\ndecimals = {}\n", study.rule, study.decimals).unwrap();
    write!(text, "[uncertainty]\nlevel = {}\ncluster = \"{}\"\n", study.level, study.cluster).unwrap();
    if let Some(days) = study.drawn_from {
        writeln!(text, "drawn_from = {days}").unwrap();
    }
    // Who is on air twice at once is not asked here.
    text += "[severity]\nE405 = \"warning\"\n";
    write!(text, "[publishing]\nleast_clusters = {}\n", study.least_clusters).unwrap();
    for (id, from, to) in &study.periods {
        let [from, to] = [from, to].map(|day| words::date(*day));
        write!(text, "[[period]]\nid = \"{id}\"\nfrom = {from}\nto = {to}\n").unwrap();
    }
    let before = words::date(study.from - 1);
    for (id, kind) in [("even", "equal"), ("seats", "seats")] {
        write!(
            text,
            "[[benchmark]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"{kind}\"\nsource = \"s\"\ndate = {before}\n"
        )
        .unwrap();
    }
    let parties = study.actors.iter().filter(|actor| actor.group == "party");
    let counts: Vec<String> = parties.zip(&study.seats).map(|(actor, n)| format!("{} = {n}", actor.id)).collect();
    writeln!(text, "counts = {{ {} }}\npartial = true", counts.join(", ")).unwrap();
    text
}

fn declared_pool(study: &Study, pool: &Pool) -> String {
    let ids = |list: &[usize], of: &dyn Fn(usize) -> String| list.iter().map(|at| of(*at)).collect::<Vec<_>>();
    let plain = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let lists = [
        ("groups", plain(&pool.groups)),
        ("actors", ids(&pool.actors, &|at| study.actors[at].id.clone())),
        ("genre_kinds", plain(&pool.genre_kinds)),
        ("genres", ids(&pool.genres, &|at| GENRES[at].0.to_owned())),
        ("media", plain(&pool.media)),
        ("ownership", plain(&pool.ownership)),
        ("outlets", ids(&pool.outlets, &|at| study.outlets[at].id.clone())),
        ("capacities", ids(&pool.capacities, &|at| CAPACITIES[at].0.to_owned())),
    ];
    let mut text = format!("[[pool]]\nid = \"{0}\"\nname = \"{0}\"\n", pool.id);
    for (key, values) in lists {
        if !values.is_empty() {
            writeln!(text, "{key} = {values:?}").unwrap();
        }
    }
    for (key, day) in [("from", pool.from), ("to", pool.to)] {
        if let Some(day) = day {
            writeln!(text, "{key} = {}", words::date(day)).unwrap();
        }
    }
    writeln!(text, "office_holders = \"{}\"\nweighting = \"{}\"", pool.office_holders, pool.weighting).unwrap();
    if pool.hostile_left_out {
        text += "hostile_time = \"leave-out\"\n";
    }
    if pool.weighting == "weighted" {
        let weights: Vec<String> = study
            .outlets
            .iter()
            .zip(&pool.weights)
            .map(|(outlet, weight)| format!("{} = {weight}", outlet.id))
            .collect();
        write!(text, "weights = {{ {} }}\nweights_source = \"audience\"\n", weights.join(", ")).unwrap();
    }
    text
}

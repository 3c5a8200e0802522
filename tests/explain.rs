//! Figures traced to their rows: every cell of the samples re-adds to its numerator and denominator.

use evenhand::agreement::Reliability;
use evenhand::measure::{
    Behind, Dimension, Figure, FigureTable, Form, Key, MeasureRequest, made_from, recount, way_between,
};
use evenhand::measure::{concentration, gap, lead, pools, prominence, share, tone, trend, voice};
use evenhand::study::{Study, load};
use evenhand::tally::Tally;
use evenhand::unit::Share;

use crate::support::{CODEBOOK, STUDY, SmallStudy, evenhand, root, stderr, stdout, sum_row};

fn tables(study: &Study, tally: &Tally) -> Vec<FigureTable> {
    let mut tables = Vec::new();
    for pool in &study.pools {
        for by in [&[][..], &[Dimension::Medium], &[Dimension::Medium, Dimension::Outlet], &[Dimension::Genre]] {
            let request = MeasureRequest::new(pool, by);
            tables.push(share(tally, study, &request).unwrap().figures(request.who()));
            tables.extend(tone(tally, study, &request));
            tables.extend(voice(tally, study, &request));
            tables.extend(lead(tally, study, &request));
            tables.extend(prominence(tally, study, &request));
            tables.extend(concentration(tally, study, &request));
            tables.extend(gap(tally, study, &request));
            tables.extend(pools(tally, study, &request));
        }
        for time in [Dimension::Day, Dimension::Week, Dimension::Period] {
            tables.extend(trend(tally, study, &MeasureRequest::new(pool, &[Dimension::Medium, time])));
        }
        let groups = MeasureRequest::new(pool, &[Dimension::Medium, Dimension::Group]);
        tables.push(share(tally, study, &groups).unwrap().figures(groups.who()));
    }
    tables
}

/// The sums of the rows behind a figure; `None` where it is made from others.
fn re_added(study: &Study, key: &Key, frames: &[polars::prelude::DataFrame]) -> Option<(i64, i64)> {
    let behind = Behind::new(study, key).unwrap()?;
    let rows: Vec<_> = frames.iter().flat_map(|frame| behind.rows(frame).unwrap()).collect();
    let above = rows.iter().map(|row| row.above * row.row.amount).sum();
    Some((above, rows.iter().filter(|row| row.below).map(|row| row.row.amount).sum()))
}

#[test]
fn a_narrowed_figure_has_a_key_of_its_own() {
    let measure = |sample: &str, words: &[&str]| {
        let all = [&["measure", "share", sample, "--format", "csv"], words].concat();
        let csv = stdout(&evenhand(root(), &all));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let headings = reader.headers().unwrap().clone();
        let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
        let row = reader.records().map(Result::unwrap).find(|row| !row[at("actor")].is_empty()).unwrap();
        [row[at("key")].to_owned(), row[at("numerator")].to_owned(), row[at("denominator")].to_owned()]
    };
    let (print, television) = (("samples/kazakhstan-2012", "cm2"), ("samples/four-weeks", "s"));
    for ((sample, unit), words) in [
        (print, &["--where", "outlet=apta-uni"][..]),
        (print, &["--where", "outlet=apta-uni", "--by", "medium"]),
        (print, &["--where", "outlet=apta-uni,vosmaya-polosa", "--where", "medium=print"]),
        (television, &["--where", "outlet=news-24,river-tv", "--common-days"]),
        (television, &["--where", "week=2016-W09", "--by", "outlet"]),
    ] {
        let [key, above, below] = measure(sample, words);
        let explained = stdout(&evenhand(root(), &["explain", &key, sample]));
        assert!(explained.contains(&format!("{above} {unit} / {below} {unit}")), "{key}: {explained}");
    }
}

#[test]
fn every_cell_of_the_samples_re_adds_from_its_rows() {
    for sample in ["kazakhstan-2012", "four-weeks"] {
        let study = load(&root().join("samples").join(sample)).unwrap().product.unwrap();
        let tally = evenhand::run(&study).product.0;
        let mut frames = Vec::new();
        evenhand::each_placed(&study, |frame| frames.push(frame.clone()));
        let tables = tables(&study, &tally);
        let keys: Vec<String> =
            tables.iter().flat_map(|table| table.figures.iter().map(|figure| table.key(&study, figure))).collect();
        let (mut n_re_added, mut n_made) = (0, 0);
        for table in &tables {
            // Not every cell: each takes a walk over all rows.
            let step = if table.figures.len() > 60 { 29 } else { 3 };
            for figure in table.figures.iter().step_by(step).filter(|figure| !figure.actor.is_empty()) {
                let text = table.key(&study, figure);
                let key = Key::parse(&text).unwrap();
                assert_eq!(key.text(), text);
                match re_added(&study, &key, &frames) {
                    Some(sums) => {
                        n_re_added += 1;
                        assert_eq!(sums, wholes(figure), "{text}");
                    }
                    None => {
                        n_made += 1;
                        for part in made_from(&study, &key, table, figure) {
                            assert!(keys.contains(&part) || part.contains(':'), "{text} is made from {part}");
                        }
                    }
                }
            }
        }
        assert!(n_re_added > 100 && n_made > 5, "{sample}: {n_re_added} {n_made}");
    }
}

fn wholes(figure: &Figure) -> (i64, i64) {
    (figure.estimate.numerator.whole(), figure.estimate.denominator.whole())
}

const KEY: &str = "share/editorial/area/medium=print/nur-otan";

#[test]
fn the_figure_that_started_it_is_traced_to_lines_of_a_sheet() {
    let said = stdout(&evenhand(root(), &["explain", KEY, "samples/kazakhstan-2012"]));
    assert!(said.contains("= 52.0%\n") && said.contains("11185.2 cm2 / 21510 cm2"), "{said}");
    assert!(said.contains("Left out by genres") && said.contains("data/print.csv:"), "{said}");
    assert!(said.ends_with("sum: 11185.2 cm2\n"), "{said}");
    // The lines say what the sheet says.
    let sheet = std::fs::read_to_string(root().join("samples/kazakhstan-2012/data/print.csv")).unwrap();
    let lines: Vec<&str> = sheet.lines().collect();
    let csv = stdout(&evenhand(root(), &["explain", KEY, "samples/kazakhstan-2012", "--format", "csv"]));
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let mut hundredths = 0;
    for record in reader.records().map(Result::unwrap) {
        let line: usize = record[at("line")].parse().unwrap();
        let amount = &record[at("amount")];
        assert!(lines[line - 1].contains(&amount.replace('.', ",")), "{amount} in {}", lines[line - 1]);
        let item = &record[at("item")];
        assert!(!item.is_empty() && lines[line - 1].contains(item), "`{item}` in {}", lines[line - 1]);
        let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
        hundredths += whole.parse::<i64>().unwrap() * 100 + format!("{part:0<2}").parse::<i64>().unwrap();
    }
    assert_eq!(hundredths, 1_118_520);
    let json = stdout(&evenhand(
        root(),
        &["explain", KEY, "samples/kazakhstan-2012", "--format", "json", "--open", "denominator"],
    ));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "evenhand.explain/1");
    assert_eq!((json["sum_above"].as_i64(), json["sum_below"].as_i64()), (Some(1_118_520), Some(2_151_000)));
    assert!(json["rows"].as_array().unwrap().iter().all(|row| row["below"] == true));
}

#[test]
fn what_is_no_key_is_said_with_the_nearest() {
    for (key, words) in [
        ("share/editorial/area", "is no key of a figure"),
        ("share/editorial/area/medium=prnt/nur-otan", "did you mean `share/editorial/area/medium=print/nur-otan`"),
        ("share/editorail/area/nur-otan", "did you mean `editorial`?"),
        ("week-9:share/editorial/area/nur-otan", "period"),
    ] {
        let output = evenhand(root(), &["explain", key, "samples/kazakhstan-2012"]);
        assert_eq!(output.status.code(), Some(2), "{key}");
        assert!(stderr(&output).contains(words), "{key}: {}", stderr(&output));
    }
}

#[test]
fn a_figure_made_from_others_names_them() {
    let key = "change/main/airtime/medium=television/week=2016-W09/river-party";
    let known = stdout(&evenhand(
        root(),
        &["measure", "trend", "samples/four-weeks", "--by", "medium,week", "--format", "csv"],
    ));
    let key =
        known.lines().find_map(|line| line.split(',').next().filter(|key| key.starts_with("change/"))).unwrap_or(key);
    let said = stdout(&evenhand(root(), &["explain", key, "samples/four-weeks"]));
    assert!(said.contains("Made from these figures") && said.contains("  share/"), "{said}");
    for made in said.lines().filter(|line| line.starts_with("  share/")) {
        let output = evenhand(root(), &["explain", made.trim(), "samples/four-weeks"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
}

#[test]
fn every_measure_is_found_by_its_key() {
    let study = load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    let mut seen = std::collections::BTreeSet::new();
    for table in tables(&study, &tally) {
        for figure in &table.figures {
            assert_eq!(figure.group.len(), table.by.len(), "{figure:?}");
            if figure.actor.is_empty() && figure.form == Form::Percent || !seen.insert(figure.measure) {
                continue;
            }
            let key = Key::parse(&table.key(&study, figure)).unwrap();
            let found = key.find(&tally, &study, &Reliability::default()).unwrap();
            assert_eq!(found.map(|(_, found)| found), Some(figure.clone()), "{}", key.text());
        }
    }
    for measure in
        ["share", "tone", "tone-mean", "voice", "voice-coded", "lead", "gap", "rae", "gini", "rank", "moving"]
    {
        assert!(seen.contains(measure), "{measure}: {seen:?}");
    }
}

#[test]
fn a_figure_made_from_others_says_how() {
    let key = "change/parties/airtime/medium=television/week=2016-W09/harvest-union";
    let said = stdout(&evenhand(root(), &["explain", key, "samples/four-weeks"]));
    assert!(said.contains("this share less the share of the time before, in points"), "{said}");
    let key = "change-of-ends/parties/airtime/medium=television/day=2016-03-18/harvest-union";
    let said = stdout(&evenhand(root(), &["explain", key, "samples/four-weeks"]));
    assert!(said.contains("the share of the last seven days less that of the first seven"), "{said}");
    for day in ["2016-02-26", "2016-03-18"] {
        let part = format!("  moving/parties/airtime/medium=television/day={day}/harvest-union");
        assert!(said.lines().any(|line| line.starts_with(&part)), "{part}: {said}");
    }
    let actors = ["harvest-union", "civic-bloc", "green-shore", "new-course", "labour-list", "free-forum"];
    let share = |place: &str, actor: &str, behind: &str| format!("share/parties/airtime/{place}{actor}{behind}");
    let one = || vec![share("", actors[0], "")];
    let all = |place: &str, behind: &str| actors.map(|actor| share(place, actor, behind)).to_vec();
    let ranked = "how many shares of the same pool and weighting are larger";
    for (key, how, made_from) in [
        (
            "change/parties/airtime/medium=television/week=2016-W10/harvest-union",
            "this share less the share of the time before, in points",
            ["medium=television/week=2016-W09/", "medium=television/week=2016-W10/"]
                .map(|place| share(place, actors[0], ""))
                .to_vec(),
        ),
        ("gap/parties/airtime/harvest-union/equal", "the share less what the benchmark gives the actor", one()),
        ("ratio/parties/airtime/harvest-union/equal", "the share over what the benchmark gives the actor", one()),
        ("rank/parties/airtime/harvest-union/parties:mean", ranked, all("", "/parties:mean")),
        (
            "rank/parties/airtime/outlet=river-tv/harvest-union/parties:pooled",
            ranked,
            all("outlet=river-tv/", "/parties:pooled"),
        ),
        (
            "range/parties/airtime/harvest-union",
            "the largest of the actor's shares under the study's pools",
            ["/parties:pooled", "/parties:mean"].map(|behind| share("", actors[0], behind)).to_vec(),
        ),
        ("hhi-normalised/parties/airtime/-", "an index of the shares of all actors of the pool", all("", "")),
        ("rae/parties/airtime/-/equal", "an index of the shares of all actors of the pool", all("", "")),
    ] {
        let said = stdout(&evenhand(root(), &["explain", key, "samples/four-weeks"]));
        assert!(said.contains(how), "{key}: {said}");
        let (_, parts) = said.split_once("which `explain` opens:\n").unwrap();
        assert_eq!(parts.lines().map(str::trim).collect::<Vec<_>>(), made_from, "{key}: {said}");
    }
}

/// The television desk of the small study alone, with these lines of its sheet, more of the study and more of the codebook.
fn desk(lines: &[&str], edit: impl Fn(String) -> String, codebook: &str) -> SmallStudy {
    let (print, pools) = (STUDY.find("[[source]]\nid = \"print\"").unwrap(), STUDY.find("[[pool]]").unwrap());
    let head = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass\n";
    SmallStudy::new()
        .with("study.toml", edit(format!("{}{}", &STUDY[..print], &STUDY[pools..])))
        .with("codebook.toml", format!("{CODEBOOK}\n{codebook}"))
        .with("data/television.csv", format!("{head}{}\n", lines.join("\n")))
}

#[test]
fn a_share_of_a_stated_whole_is_of_its_rows() {
    let pool =
        "\n[[pool]]\nid = \"stated\"\nname = \"of what was stated\"\ngroups = [\"party\"]\nwhole = \"everybody\"\n";
    let everybody = "[[actor]]\nid = \"everybody\"\nname = \"Everybody\"\ngroup = \"office\"\n";
    let lines = [
        "2020-03-01,Channel One,A,Reds,candidate,news,direct,30,0,1",
        "2020-03-01,Channel One,B,Blues,candidate,news,direct,20,0,1",
        "2020-03-01,Channel One,C,Everybody,candidate,news,direct,80,0,1",
    ];
    let study = desk(&lines, |text| text + pool, everybody);
    let said = stdout(&study.run(&["explain", "share/stated/airtime/reds"]));
    assert!(said.contains("30 s / 80 s"), "{said}");
    let study = load(study.path()).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    // A recount knows the whole as the sum of all, and counts nothing twice.
    let request = MeasureRequest::new(study.pool("stated").unwrap(), &[]);
    let found = recount(&tally, &tally, &study, &request).unwrap();
    let declared = found.rows.iter().map(|row| (row.actor.as_str(), row.declared.whole()));
    let declared: std::collections::BTreeMap<&str, i64> = declared.collect();
    assert_eq!(declared, [("", 80_000), ("blues", 20_000), ("reds", 30_000)].into());
}

#[test]
fn a_figure_of_a_period_is_of_the_statements_of_it() {
    let periods = "\n[[period]]\nid = \"first\"\nfrom = 2020-03-01\nto = 2020-03-01\n\n[[period]]\nid = \"second\"\n\
                   from = 2020-03-02\nto = 2020-03-03\n";
    let lines = [
        "first,Channel One,A,Reds,candidate,news,direct,30,0,1",
        "first,Channel One,B,Blues,candidate,news,direct,20,0,1",
        "second,Channel One,C,Reds,candidate,news,direct,70,0,1",
    ];
    let study = desk(&lines, |text| text.replace("date = \"date\"", "period = \"date\"") + periods, "");
    for (key, sums) in
        [("first:share/editorial/airtime/reds", "30 s / 50 s"), ("second:share/editorial/airtime/reds", "70 s / 70 s")]
    {
        let output = study.run(&["explain", key]);
        assert!(stdout(&output).contains(sums), "{key}: {}{}", stdout(&output), stderr(&output));
    }
}

/// Rows of the Reds, the Blues and the president, with a pool of everybody beside that of the parties.
fn of_pools() -> (SmallStudy, Study) {
    let everybody = "\n[[pool]]\nid = \"everybody\"\nname = \"everybody\"\ngroups = [\"party\", \"office\"]\n";
    let lines = [
        "2020-03-01,Channel One,A,Reds,candidate,news,direct,30,0,1",
        "2020-03-01,Channel One,B,Blues,candidate,news,direct,20,0,1",
        "2020-03-02,Channel One,C,President,office-holder,news,direct,40,0,1",
        "2020-03-02,Channel One,D,Reds,candidate,advert,direct,15,0,1",
        "2020-03-03,Channel One,E,Reds,candidate,advert,direct,5,0,1",
    ];
    let folder = desk(&lines, |text| text + everybody, "");
    let study = load(folder.path()).unwrap().product.unwrap();
    (folder, study)
}

#[test]
fn what_a_pool_leaves_out_is_counted_respect_by_respect() {
    let (_folder, study) = of_pools();
    let key = Key::parse("share/editorial/airtime/reds").unwrap();
    let behind = Behind::new(&study, &key).unwrap().unwrap();
    let mut found = Vec::new();
    evenhand::each_placed(&study, |frame| found.push(behind.left_out(frame).unwrap()));
    let [(n_here, left_out)] = found.try_into().unwrap();
    let left_out: Vec<_> = left_out.iter().map(|one| (one.what.word(), one.n_rows, one.amount)).collect();
    assert_eq!((n_here, left_out), (5, vec![("actors", 1, 40_000), ("genres", 2, 20_000)]));
}

#[test]
fn the_way_between_two_pools_is_that_of_one_actor_and_one_quantity() {
    let (_folder, study) = of_pools();
    let area = |actor: &str, amount: i64| {
        let values = [("quantity", "area"), ("outlet", "gazette"), ("genre", "news"), ("actor", actor)];
        sum_row(amount, &values)
    };
    let print = Tally::of_sums(&[area("reds", 300), area("blues", 100), area("president", 100)]);
    let tally = evenhand::run(&study).product.0.plus(&print);
    let [first, second] = ["editorial", "everybody"].map(|id| study.pool(id).unwrap());
    let steps = |quantity: &str, actor: &str| {
        let steps = way_between(&tally, &study, (first, second), &[], (quantity, actor)).unwrap();
        steps.into_iter().map(|step| (step.what.word(), step.estimate.unwrap().share.unwrap())).collect::<Vec<_>>()
    };
    let of = |above: i64, below: i64| Share::of(above, below).unwrap();
    assert_eq!(steps("airtime", "reds"), [("actors", of(30, 90)), ("genres", of(50, 110))]);
    assert_eq!(steps("area", "blues"), [("actors", of(1, 5)), ("genres", of(1, 5))]);
}

#[test]
fn a_mean_position_is_of_items_and_has_no_rows_of_amounts() {
    let lines = [
        "2020-03-01,Channel One,A,Reds,candidate,news,direct,30,1,1",
        "2020-03-01,Channel One,B,Reds,candidate,news,direct,60,4,1",
        "2020-03-02,Channel One,C,Blues,candidate,news,direct,20,,1",
    ];
    // The place in the bulletin stands where the tone stood.
    let study = desk(&lines, |text| text.replace("tone = \"tone\"", "position = \"tone\""), "");
    let output = study.run(&["explain", "mean-position/editorial/airtime/reds"]);
    let said = stdout(&output);
    assert!(
        said.contains("  = 2.5\n  the mean of the places in their bulletins of the items that the actor is in\n"),
        "{said}"
    );
    assert!(!said.contains("rows") && !said.contains("share/"), "{said}{}", stderr(&output));
    let study = load(study.path()).unwrap().product.unwrap();
    let tally = evenhand::run(&study).product.0;
    let request = MeasureRequest::new(study.pool("editorial").unwrap(), &[Dimension::Outlet]);
    let groups: Vec<_> = prominence(&tally, &study, &request).unwrap().figures.into_iter().map(|f| f.group).collect();
    assert_eq!(groups, [["one"]]);
}

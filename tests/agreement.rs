//! Agreement on a small study: who is compared with whom, what it does to figures, and sheets of codes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use evenhand::agreement::{reliability, variables};
use evenhand::measure::{
    Dimension, Findings, Flag, MeasureRequest, coder_hours, coder_intervals, coder_limits, coder_variance, share,
};
use evenhand::study::load;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::support::{CODEBOOK, STUDY, SmallStudy, root, says, shared, stderr, stdout};

type Row = BTreeMap<String, String>;

/// Ten items on one channel, each coded by two people; what the second makes of the tone and the length is asked.
fn study(second: impl Fn(u32) -> (i32, u32), more: &str) -> SmallStudy {
    let mut text = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass,coder\n".to_owned();
    for item in 1..=10 {
        let tone = i32::try_from(item % 3).unwrap() - 1;
        writeln!(text, "2020-03-02,Channel One,A{item},Reds,candidate,news,direct,{},{tone},1,C1", 40 + item).unwrap();
        writeln!(text, "2020-03-02,Channel One,A{item},Blues,candidate,news,direct,{},0,1,C1", 40 + 2 * item).unwrap();
        let (tone, seconds) = second(item);
        writeln!(text, "2020-03-02,Channel One,A{item},Reds,candidate,news,direct,{seconds},{tone},2,C2").unwrap();
        writeln!(text, "2020-03-02,Channel One,A{item},Blues,candidate,news,direct,{},0,2,C2", 40 + 2 * item).unwrap();
    }
    let (television, pools) = (STUDY.find("[[source]]\nid = \"print\"").unwrap(), STUDY.find("[[pool]]").unwrap());
    let base = format!("{}{}", &STUDY[..television], &STUDY[pools..])
        .replace("pass = \"pass\"", "pass = \"pass\"\ncoder = \"coder\"");
    SmallStudy::new().with("study.toml", format!("{base}\n{more}\n")).with("data/television.csv", text)
}

fn alike(item: u32) -> (i32, u32) {
    (i32::try_from(item % 3).unwrap() - 1, 40 + item)
}

fn rows(study: &SmallStudy) -> Vec<Row> {
    let output = study.run(&["agree", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    csv::Reader::from_reader(stdout(&output).as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn of<'a>(rows: &'a [Row], variable: &str, coefficient: &str) -> &'a Row {
    let is_it = |row: &&Row| row["variable"] == variable && row["coefficient"] == coefficient && row["scope"] == "all";
    rows.iter().find(is_it).unwrap_or_else(|| panic!("{variable} {coefficient}"))
}

#[test]
fn coders_who_code_alike_agree_and_one_category_is_undefined() {
    let found = rows(&study(alike, ""));
    assert_eq!(
        (of(&found, "tone", "alpha")["value"].as_str(), of(&found, "tone", "alpha")["verdict"].as_str()),
        ("1", "reliable")
    );
    assert_eq!(of(&found, "amount/airtime", "mean-absolute-difference")["value"], "0");
    let genre = of(&found, "genre", "alpha");
    assert_eq!((genre["value"].as_str(), genre["verdict"].as_str()), ("", "undefined: one category"));
    assert_eq!(of(&found, "genre", "holsti")["value"], "1");
}

#[test]
fn a_variable_that_coders_disagree_on_marks_every_figure_of_it() {
    let differing = study(|item| (i32::try_from((item + 1) % 3).unwrap() - 1, 40 + item), "");
    assert_eq!(of(&rows(&differing), "tone", "alpha")["verdict"], "unreliable");
    let tone = differing.run(&["measure", "tone", "--format", "csv"]);
    assert!(stdout(&tone).lines().skip(1).all(|line| line.contains("unreliable")), "{}", stdout(&tone));
    assert!(stdout(&differing.run(&["measure", "tone"])).contains("Coder agreement: "));
    // Shares rest on amounts, which were coded alike.
    assert!(!stdout(&differing.run(&["measure", "share", "--format", "csv"])).contains("unreliable"));
    let output = differing.run(&["report", "--out", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let report = std::fs::read_to_string(differing.path().join("r/report.md")).unwrap();
    assert!(report.contains("Agreement between coders") && report.contains("| tone | ordinal | all |"));
    let withheld = study(
        |item| (i32::try_from((item + 1) % 3).unwrap() - 1, 40 + item),
        "[publishing]\npolicy = \"withhold\"\nleast_items = 0",
    );
    assert!(
        stdout(&withheld.run(&["measure", "tone", "--format", "csv"]))
            .lines()
            .skip(1)
            .all(|line| line.contains("withheld"))
    );
}

#[test]
fn the_worklist_begins_with_what_moves_a_figure_most() {
    let one_far = study(
        |item| match item {
            3 => (alike(3).0, 400),
            4 => (-1, 44),
            7 => (alike(7).0, 48),
            other => alike(other),
        },
        "",
    );
    let output = one_far.run(&["agree", "--worklist", "settle.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = std::fs::read_to_string(one_far.path().join("settle.csv")).unwrap();
    let rows: Vec<Row> = csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!((rows[0]["item"].as_str(), rows[0]["variable"].as_str()), ("A3", "amount/airtime"));
    assert_eq!(rows[0]["codes"], "C1: 43 s; C2: 400 s");
    assert_eq!(rows[0]["places"], "data/television.csv:10; data/television.csv:12");
    // 455 of 965 s, and 357 s more of each.
    let moved = (812.0 / 1322.0 - 455.0 / 965.0) * 100.0;
    assert!((rows[0]["points"].parse::<f64>().unwrap() - moved).abs() < 1e-3, "{}", rows[0]["points"]);
    assert_eq!(rows[1]["figure"], "tone/editorial/airtime/medium=television/reds/neutral");
    assert_eq!(rows[0]["figure"], "share/editorial/airtime/medium=television/reds");
    // By so much alpha would rise, were they settled: all together to one.
    let found = self::rows(&one_far);
    for variable in ["tone", "amount/airtime"] {
        let rises = rows.iter().filter(|row| row["variable"] == variable);
        let rises: f64 = rises.map(|row| row["alpha_rise"].parse::<f64>().unwrap()).sum();
        let alpha: f64 = of(&found, variable, "alpha")["value"].parse().unwrap();
        assert!((rises - (1.0 - alpha)).abs() < 1e-5, "{variable}: {rises} and {alpha}");
    }
    assert!(
        rows.windows(2)
            .all(|pair| pair[0]["points"].parse::<f64>().unwrap() >= pair[1]["points"].parse::<f64>().unwrap())
    );
}

#[test]
fn what_a_coder_does_otherwise_is_said_without_accusing() {
    let mut text = "date,channel,item,actor,capacity,genre,voice,seconds,tone,pass,coder\n".to_owned();
    for item in 0..60_u32 {
        let day = 1 + item % 2;
        let (round, odd) = (5 * (item + 1), 3 + 7 * item);
        let tone = if item % 4 == 0 { 1 } else { 0 };
        writeln!(text, "2020-03-{day:02},Channel One,A{item},Reds,candidate,news,direct,{round},{},1,C1", tone - 1)
            .unwrap();
        writeln!(text, "2020-03-{day:02},Channel Two,B{item},Reds,candidate,news,direct,{odd},{tone},1,C2").unwrap();
    }
    text.push_str("2020-03-01,Channel One,A0,Reds,candidate,news,direct,5,0,2,C2\n");
    let study = study(alike, "").with("data/television.csv", text);
    let said = stdout(&study.run(&["agree"]));
    assert!(
        said.contains("C1: 100.0% of 60\u{a0}durations are multiples of 5 s, 20% expected: rounded by hand?"),
        "{said}"
    );
    assert!(
        said.contains("C1: mean tone -0.75, 0.25 with the others; other outlets, or another reading of the scale?"),
        "{said}"
    );
    assert!(!said.lines().any(|line| line.starts_with("C2:") && line.contains("multiples")), "{said}");
}

#[test]
fn nothing_coded_twice_is_said_with_its_remedy() {
    let small = SmallStudy::new();
    let one = std::fs::read_to_string(small.path().join("data/television.csv")).unwrap();
    let first: String = one.lines().filter(|line| !line.ends_with(",2")).map(|line| format!("{line}\n")).collect();
    let output = small.with("data/television.csv", first).run(&["agree"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("nothing was coded twice: map `pass` in study.toml"), "{}", stderr(&output));
}

#[test]
fn a_sheet_of_codes_is_read_wide_and_long() {
    let more = "[[reliability]]\nid = \"long\"\nfile = \"data/long.csv\"\nunit = \"post\"\ncoder = \"who\"\n\
                variables = { mood = \"ordinal\" }\norder = [\"low\", \"mid\", \"high\"]\n\n[[reliability]]\nid = \"wide\"\n\
                file = \"data/wide.csv\"\ncoders = [\"a\", \"b\"]\nvariable = \"mood\"\nlevel = \"ordinal\"\n\
                order = [\"low\", \"mid\", \"high\"]\n";
    let long = "post,who,mood\n1,a,low\n1,b,low\n2,a,mid\n2,b,high\n3,a,high\n3,b,high\n4,b,low\n5,a,mid\n5,b,mid\n";
    let wide = "a,b\nlow,low\nmid,high\nhigh,high\n,low\nmid,mid\n";
    let study = study(alike, more).with("data/long.csv", long).with("data/wide.csv", wide);
    let found = rows(&study);
    let [a, b] = ["long/mood", "wide/mood"].map(|variable| of(&found, variable, "alpha"));
    assert_eq!((&a["value"], &a["n_units"], &a["low"]), (&b["value"], &b["n_units"], &b["low"]));
    assert_eq!(a["n_units"], "4");
    let missing = SmallStudy::new().with("study.toml", format!("{STUDY}\n{more}")).with("data/long.csv", long);
    let output = missing.with("data/wide.csv", "x,b\n1,2\n").run(&["agree"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no column has the heading `a`"), "{}", stderr(&output));
}

#[test]
fn rows_of_a_long_sheet_of_codes_come_in_any_order() {
    let layouts = "[[reliability]]\nid = \"long\"\nfile = \"data/long.csv\"\nunit = \"post\"\ncoder = \"who\"\n\
                   variables = { mood = \"nominal\", kind = \"nominal\" }\n\n[[reliability]]\nid = \"first\"\n\
                   file = \"data/mood.csv\"\ncoders = [\"a\", \"b\"]\nvariable = \"mood\"\nlevel = \"nominal\"\n\n\
                   [[reliability]]\nid = \"second\"\nfile = \"data/kind.csv\"\ncoders = [\"a\", \"b\"]\nvariable = \"kind\"\n\
                   level = \"nominal\"\n";
    // Coder a has no mood of post 4, and no kind of post 6.
    let long = "post,who,mood,kind\n1,b,low,x\n2,a,mid,y\n3,a,high,x\n1,a,low,x\n2,b,high,y\n3,b,high,z\n4,b,low,x\n4,a,,x\n\
                5,a,mid,y\n5,b,mid,y\n6,a,low,\n6,b,low,y\n";
    let (mood, kind) =
        ("a,b\nlow,low\nmid,high\nhigh,high\n,low\nmid,mid\nlow,low\n", "a,b\nx,x\ny,y\nx,z\nx,x\ny,y\n,y\n");
    let study =
        study(alike, layouts).with("data/long.csv", long).with("data/mood.csv", mood).with("data/kind.csv", kind);
    let found = rows(&study);
    for (long, wide) in [("long/mood", "first/mood"), ("long/kind", "second/kind")] {
        for coefficient in ["alpha", "cohen", "holsti"] {
            let [long, wide] = [long, wide].map(|variable| of(&found, variable, coefficient).clone());
            let said = |row: &Row| ["value", "n_units", "low", "high"].map(|column| row[column].clone());
            assert_eq!((said(&long), long["n_units"].as_str()), (said(&wide), "5"));
        }
    }
}

#[test]
fn an_order_is_that_of_ordinal_variables_alone() {
    let more = "[[reliability]]\nid = \"both\"\nfile = \"data/both.csv\"\nunit = \"post\"\ncoder = \"who\"\n\
                variables = { mood = \"ordinal\", score = \"interval\" }\norder = [\"low\", \"mid\", \"high\"]\n\n\
                [[reliability]]\nid = \"score\"\nfile = \"data/score.csv\"\ncoders = [\"a\", \"b\"]\nvariable = \"score\"\n\
                level = \"interval\"\n";
    let both = "post,who,mood,score\n1,a,low,9\n1,b,low,10\n2,a,mid,2\n2,b,high,2\n3,a,high,30\n3,b,high,10\n";
    let study = study(alike, more).with("data/both.csv", both).with("data/score.csv", "a,b\n9,10\n2,2\n30,10\n");
    let found = rows(&study);
    assert_eq!(of(&found, "both/score", "alpha")["value"], of(&found, "score/score", "alpha")["value"]);
}

#[test]
fn each_sheet_of_a_workbook_of_codes_has_headings_of_its_own() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in
        [("First", [["a", "b"], ["x", "x"], ["x", "y"]]), ("Second", [["b", "a"], ["y", "x"], ["y", "y"]])]
    {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            sheet.write_row(row, 0, cells).unwrap();
        }
    }
    let of_file = |id: &str, file: &str, sheet: &str| {
        format!(
            "[[reliability]]\nid = \"{id}\"\nfile = \"data/{file}\"\n{sheet}coders = [\"a\", \"b\"]\nvariable = \"kind\"\n\
             level = \"nominal\"\n\n"
        )
    };
    let more = of_file("book", "book.xlsx", "sheet = \"*\"\n") + &of_file("text", "text.csv", "");
    let study = study(alike, &more)
        .with("data/book.xlsx", book.save_to_buffer().unwrap())
        .with("data/text.csv", "a,b\nx,x\nx,y\nx,y\ny,y\n");
    let found = rows(&study);
    let [book, text] = ["book/kind", "text/kind"].map(|variable| of(&found, variable, "alpha"));
    assert_eq!((&book["value"], &book["n_units"]), (&text["value"], &text["n_units"]));
}

#[test]
fn a_column_of_units_is_no_column_of_coders() {
    let more = "[[reliability]]\nid = \"long\"\nfile = \"data/long.csv\"\nunit = \"who\"\ncoder = \"post\"\n\
                variables = { mood = \"nominal\" }\n";
    let long: String = (1..=201).map(|post| format!("{post},a,low\n{post},b,low\n")).collect();
    let output = study(alike, more).with("data/long.csv", format!("post,who,mood\n{long}")).run(&["agree"]);
    assert_eq!(output.status.code(), Some(2));
    says(&stderr(&output), &["X137", "the sheet names 201 coders, and 200 at most are compared", "data/long.csv"]);
}

#[test]
fn published_reliability_samples_come_out_as_their_packages_print_them() {
    let Some(data) = shared("data/reliability") else { return };
    let more = "[[reliability]]\nid = \"tidycomm-fbposts\"\nfile = \"data/tidycomm_fbposts.csv\"\nunit = \"post_id\"\n\
                coder = \"coder_id\"\nvariables = { type = \"nominal\", n_pictures = \"nominal\", pop_elite = \"nominal\", \
                pop_people = \"nominal\", pop_othering = \"nominal\" }\n\n[[reliability]]\nid = \"irr-diagnoses\"\n\
                file = \"data/irr_diagnoses.csv\"\ncoders = [\"rater1\", \"rater2\", \"rater3\", \"rater4\", \"rater5\", \"rater6\"]\n\
                variable = \"diagnosis\"\nlevel = \"nominal\"\n\n[[reliability]]\nid = \"irr-anxiety\"\n\
                file = \"data/irr_anxiety.csv\"\ncoders = [\"rater1\", \"rater2\", \"rater3\"]\nvariable = \"anxiety\"\nlevel = \"LEVEL\"\n";
    let truth: Vec<Row> =
        csv::Reader::from_path(data.join("truth.csv")).unwrap().deserialize().map(Result::unwrap).collect();
    for (level, column) in [("nominal", "alpha_nominal"), ("ordinal", "alpha_ordinal"), ("interval", "alpha_interval")]
    {
        let more =
            more.replace("LEVEL", level).replace("n_pictures = \"nominal\"", &format!("n_pictures = \"{level}\""));
        let study = study(alike, &more);
        for file in ["tidycomm_fbposts.csv", "irr_diagnoses.csv", "irr_anxiety.csv"] {
            std::fs::copy(data.join(file), study.path().join("data").join(file)).unwrap();
        }
        let found = rows(&study);
        for line in &truth {
            let name = format!("{}/{}", line["dataset"].replace('_', "-"), line["variable"]);
            let near = |coefficient: &str, column: &str| {
                let value = &of(&found, &name, coefficient)["value"];
                let (value, expected): (f64, f64) = (value.parse().unwrap(), line[column].parse().unwrap());
                assert!((value - expected).abs() < 1e-6, "{name} {coefficient}: {value} is not {expected}");
            };
            near("all-agree", "agreement_all");
            near("holsti", "holsti_mean_pairwise");
            assert_eq!(of(&found, &name, "alpha")["n_units"], line["units"]);
            near("fleiss", "fleiss_kappa_complete");
            near("conger", "conger_or_cohen_complete");
            let is_of_level = ["n_pictures", "anxiety"].contains(&line["variable"].as_str());
            let column = if is_of_level { column } else { "alpha_nominal" };
            near("alpha", column);
        }
    }
}

#[test]
fn the_interval_of_coding_covers_the_truth_of_known_errors() {
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let mut uniform = || f64::from(random.next_u32()) / f64::from(u32::MAX);
    let (n_items, n_double) = (200_usize, 40_usize);
    let n_holds = (0..400).filter(|_| {
        let truth: Vec<(f64, f64)> = (0..n_items).map(|_| (20.0 + 60.0 * uniform(), 20.0 + 40.0 * uniform())).collect();
        // A coder is off by up to six seconds either way, whatever the item.
        let mut code = |(a, b): (f64, f64)| (a + 12.0 * uniform() - 6.0, b + 12.0 * uniform() - 6.0);
        let coded: Vec<(f64, f64)> = truth.iter().map(|item| code(*item)).collect();
        let again: Vec<(f64, f64)> = truth[..n_double].iter().map(|item| code(*item)).collect();
        let share = |items: &[(f64, f64)]| {
            let (a, b) = items.iter().fold((0.0, 0.0), |sum, item| (sum.0 + item.0, sum.1 + item.1));
            (a / (a + b), a + b)
        };
        let (found, total) = share(&coded);
        let z = |(a, b): (f64, f64)| (a - found * (a + b)) / total;
        let differences: Vec<f64> = coded.iter().zip(&again).map(|(first, second)| z(*first) - z(*second)).collect();
        let variance = coder_variance(&differences, i64::try_from(n_items).unwrap()).unwrap();
        let (low, high) = coder_limits(found, variance, 95).unwrap();
        let (true_share, _) = share(&truth);
        low <= true_share && true_share <= high
    });
    let covered = n_holds.count() as f64 / 4.0;
    assert!((90.0..=98.0).contains(&covered), "{covered} %");
}

#[test]
fn the_interval_of_coding_is_that_done_by_hand() {
    // The second coder heard the Reds six seconds longer in one item and three shorter in another.
    let study = study(
        |item| match item {
            3 => (alike(3).0, 49),
            7 => (alike(7).0, 44),
            other => alike(other),
        },
        "",
    );
    let mut text = std::fs::read_to_string(study.path().join("data/television.csv")).unwrap();
    for (place, genre, seconds, coded) in [
        // Two items that were coded once, one that neither coder counts, and one that only the second does.
        ("Channel One,B1,Reds", "news", 35, "1,C1"),
        ("Channel One,B2,Blues", "news", 25, "1,C1"),
        ("Channel One,B3,Reds", "advert", 30, "1,C1"),
        ("Channel One,B3,Reds", "advert", 50, "2,C2"),
        ("Channel One,B4,Reds", "advert", 20, "1,C1"),
        ("Channel One,B4,Reds", "news", 20, "2,C2"),
        // A radio whose coders agree.
        ("Channel Two,R1,Reds", "news", 30, "1,C1"),
        ("Channel Two,R1,Reds", "news", 30, "2,C2"),
        ("Channel Two,R2,Blues", "news", 10, "1,C1"),
        ("Channel Two,R2,Blues", "news", 10, "2,C2"),
    ] {
        writeln!(text, "2020-03-03,{place},candidate,{genre},direct,{seconds},0,{coded}").unwrap();
    }
    let television = "name = \"Channel Two\"\nmedium = \"television\"";
    let codebook = CODEBOOK.replace(television, &television.replace("television", "radio"));
    let study = study.with("codebook.toml", codebook).with("data/television.csv", text);
    let study = load(study.path()).unwrap().product.unwrap();
    let (tally, _, codings) = evenhand::run_with_codings(&study, &[]).product;
    let pool = study.pool("editorial").unwrap();
    let shares = share(&tally, &study, &MeasureRequest::new(pool, &[Dimension::Medium])).unwrap();
    let found = coder_intervals(&shares, &codings, &study, pool);
    let of = |medium: &str, actor: &str| {
        let interval = found.iter().find(|one| one.row.group == [medium] && one.row.actor == actor).unwrap();
        (interval.n_double, interval.limits)
    };
    // 12 items, of which 10 and the one that only the second coder counts were coded twice; 490 of 1,025 seconds.
    let share = 490.0 / 1_025.0;
    let squares = (6.0_f64.powi(2) + 3.0_f64.powi(2) + 20.0_f64.powi(2)) * ((1.0 - share) / 1_025.0_f64).powi(2);
    let reach = 1.959_963_984_540_054 * (12.0 / 11.0 * squares / 2.0).sqrt() / (share * (1.0 - share));
    let limit = |reach: f64| 1.0 / (1.0 + (-((share / (1.0 - share)).ln() + reach)).exp());
    for (actor, low, high) in
        [("reds", limit(-reach), limit(reach)), ("blues", 1.0 - limit(reach), 1.0 - limit(-reach))]
    {
        let (n_double, limits) = of("television", actor);
        let limits = limits.unwrap();
        assert!(
            (limits.0 - low).abs() < 1e-12 && (limits.1 - high).abs() < 1e-12,
            "{actor}: {limits:?}, {low} to {high}"
        );
        assert_eq!(n_double, 11);
        assert_eq!(of("radio", actor), (2, None));
    }
    assert_eq!([0.0, 1.0].map(|share| coder_limits(share, 0.01, 95)), [None, None]);
    assert_eq!((coder_variance(&[0.5], 10), coder_variance(&[0.5, 0.5], 10)), (None, Some(1.25)));
}

#[test]
fn hours_of_a_coder_are_those_recorded_on_their_outlet_days() {
    let study = load(&root().join("samples/four-weeks")).unwrap().product.unwrap();
    let coders = evenhand::conduct(&study);
    let hours = coder_hours(&study, &coders);
    assert!(!coders.is_empty() && hours.len() == coders.len());
    for (coder, hours) in coders.iter().zip(hours) {
        // Six hours an evening, of which two were lost at Coast TV on 10 March 2016, day 16,870 since 1970.
        let whole = 6.0 * coder.outlet_days.len() as f64;
        let is_short = coder.outlet_days.iter().any(|(outlet, day)| (outlet.as_str(), *day) == ("coast-tv", 16_870));
        assert!((hours.unwrap() - whole + if is_short { 2.0 } else { 0.0 }).abs() < 1e-9, "{}", coder.coder);
    }
    let study = SmallStudy::new();
    let study = load(study.path()).unwrap().product.unwrap();
    assert!(coder_hours(&study, &evenhand::conduct(&study)).iter().all(Option::is_none));
}

#[test]
fn a_voice_that_coders_hear_otherwise_moves_the_figure_of_the_voice() {
    let study = study(alike, "");
    let sheet = study.path().join("data/television.csv");
    let text = std::fs::read_to_string(&sheet).unwrap();
    let heard = text.replace("A5,Reds,candidate,news,direct,45,1,2,C2", "A5,Reds,candidate,news,reported,45,1,2,C2");
    assert_ne!(heard, text);
    let study = study.with("data/television.csv", heard);
    let output = study.run(&["agree", "--worklist", "settle.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = std::fs::read_to_string(study.path().join("settle.csv")).unwrap();
    let rows: Vec<Row> = csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect();
    let row = rows.iter().find(|row| row["variable"] == "voice").unwrap_or_else(|| panic!("{rows:#?}"));
    assert_eq!(row["figure"], "voice/editorial/airtime/medium=television/reds");
    // 45 of the 455 seconds of the Reds.
    assert!((row["points"].parse::<f64>().unwrap() - 4_500.0 / 455.0).abs() < 1e-3, "{row:?}");
}

/// The disagreements about a variable, of a study whose coders differ as asked, beside a radio with a little more of both parties.
fn worklist(variable: &str, differing: impl Fn(&str) -> String) -> Vec<Row> {
    let study = study(alike, "");
    let text = std::fs::read_to_string(study.path().join("data/television.csv")).unwrap();
    let mut coded: String = text.lines().map(|line| differing(line) + "\n").collect();
    assert_ne!(coded, text);
    for (actor, seconds) in [("Reds", 60), ("Blues", 50)] {
        writeln!(coded, "2020-03-02,Channel Two,B1,{actor},candidate,news,direct,{seconds},0,1,C1").unwrap();
    }
    let television = "name = \"Channel Two\"\nmedium = \"television\"";
    let codebook = CODEBOOK.replace(television, &television.replace("television", "radio"));
    let study = study.with("codebook.toml", codebook).with("data/television.csv", coded);
    let output = study.run(&["agree", "--worklist", "settle.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = std::fs::read_to_string(study.path().join("settle.csv")).unwrap();
    let mut rows: Vec<Row> = csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect();
    rows.retain(|row| row["variable"] == variable);
    rows
}

#[test]
fn a_genre_that_coders_see_otherwise_moves_a_figure_of_its_own_medium() {
    let found = worklist("genre", |line| match line {
        line if line.contains(",A5,") && line.ends_with("C2") => line.replace("news", "advert"),
        line => line.to_owned(),
    });
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0]["figure"].starts_with("share/editorial/airtime/medium=television/"), "{found:#?}");
    // 45 of the 455 seconds of the Reds and 50 of the 510 of the Blues leave the editorial part.
    let moved = (455.0_f64 / 965.0 - 410.0 / 870.0) * 100.0;
    assert!((found[0]["points"].parse::<f64>().unwrap() - moved).abs() < 1e-3, "{found:#?}");
}

#[test]
fn a_disagreement_outside_of_the_pool_names_no_figure() {
    let found = worklist("amount/airtime", |line| match line {
        line if line.contains(",A5,Reds") && line.ends_with("C2") => line.replace("news,direct,45", "advert,direct,95"),
        line if line.contains(",A5,") => line.replace("news", "advert"),
        line => line.to_owned(),
    });
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0]["item"].as_str(), found[0]["figure"].as_str()), ("A5", ""));
    assert_eq!(found[0]["codes"], "C1: 45 s; C2: 95 s");
    assert!(found[0]["points"].parse::<f64>().unwrap() < 1e-12, "{found:#?}");
    assert!(found[0]["alpha_rise"].parse::<f64>().unwrap() > 0.0);
}

#[test]
fn lengths_that_coders_disagree_on_mark_every_share_and_the_tables_of_a_report() {
    let differing = study(|item| (alike(item).0, 400 - 30 * item), "");
    assert_eq!(of(&rows(&differing), "amount/airtime", "alpha")["verdict"], "unreliable");
    let shares = stdout(&differing.run(&["measure", "share", "--format", "csv"]));
    assert!(shares.lines().skip(1).all(|line| line.contains("unreliable")), "{shares}");
    let study = load(differing.path()).unwrap().product.unwrap();
    let (tally, _, codings) = evenhand::run_with_codings(&study, &[]).product;
    let agreement = reliability(&variables(&codings, &study), &study);
    let findings = Findings::compute(&tally, (&codings, &agreement), &study).unwrap();
    let rows = &findings.pool("editorial").unwrap().by_medium.rows;
    assert!(rows.iter().all(|row| row.estimate.flags.contains(&Flag::Unreliable)), "{rows:#?}");
}

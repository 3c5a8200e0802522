//! Layout is tested, not hoped for: texts never overlap, leave the frame, shrink below 5.5 pt or pale.

use evenhand::chart::{
    BenchmarkChart, BenchmarkRow, Lettering, Mark, MatrixChart, MatrixRow, Reference, ShareBar, ShareChart, Size,
    StackChart, StackRow, ToneChart, TonePart, ToneRow, VoiceChart, VoiceRow, png, refuse_missing_glyphs, svg,
};

const NAMES: [&str; 12] = [
    "Ң",
    "Nur Otan",
    "«Жалпыұлттық социал-демократиялық партия»",
    "Manifesta, Potere al Popolo, Partito della Rifondazione Comunista-Sinistra Europea",
    "Коммунистическая народная партия Казахстана",
    "Νέα Δημοκρατία",
    "Đảng Việt Nam",
    "Þjóðvaki – hreyfing fólksins",
    "Donaudampfschifffahrtsgesellschaftspartei",
    "LEWICA",
    "Azione - +Europa",
    "«Әділет»",
];

fn lettering() -> Lettering {
    Lettering {
        title: "Manifesta received more than half of editorial coverage in Gorodskoi Obozrevatel".to_owned(),
        subtitle: vec![
            "Share of airtime among 12 registered parties and their candidates, %".to_owned(),
            "12 channels, 30 November 2011 – 10 December 2011".to_owned(),
        ],
        notice: Some("Made-up data. No item behind these figures exists.".to_owned()),
        notes: vec!["Base: 21,510 cm² in 202 items, 29 outlet-days. ".repeat(5)],
        provenance: "Fig. 1 · evenhand · data sha256 10674926…171a · fig01_share_editorial_print.csv".to_owned(),
        alt: "Bar chart".to_owned(),
    }
}

fn chart(n_bars: usize, share_of: impl Fn(usize) -> f64, reference: Option<f64>) -> ShareChart {
    let bars = (0..n_bars).map(|n| {
        let share = share_of(n);
        ShareBar {
            label: NAMES[n % NAMES.len()].to_owned(),
            beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
            share,
            limits: (n % 3 != 2).then(|| (share * 0.8, (share * 1.2 + 0.01).min(1.0))),
            percent: format!("{:.1}", share * 100.0),
            interval: if n % 3 == 2 { String::new() } else { "100.0–100.0".to_owned() },
            amount: "1,234,567.8".to_owned(),
            is_focus: n == 0,
        }
    });
    ShareChart {
        lettering: lettering(),
        bars: bars.collect(),
        reference: reference.map(|share| Reference { label: "equal share of the registered 14.3%".to_owned(), share }),
        reach: 0.0,
        unit: "appearances".to_owned(),
        interval_heading: "95% interval".to_owned(),
    }
}

#[test]
fn no_share_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_bars in 2..=12 {
            for reference in [None, Some(0.0), Some(0.143), Some(1.0)] {
                let shapes: [fn(usize) -> f64; 4] =
                    [|_| 0.0, |n| if n == 0 { 1.0 } else { 0.0 }, |n| 0.5 / (n as f64 + 1.0), |_| 0.083];
                for share_of in shapes {
                    let scene = chart(n_bars, share_of, reference).scene(size);
                    assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{size:?} {n_bars} {reference:?}");
                    assert_eq!(refuse_missing_glyphs(&scene), Ok(()));
                }
            }
        }
    }
}

#[test]
fn no_tone_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            let shapes: [fn(usize) -> [f64; 3]; 5] = [
                |n| [10.0, 60.0, 30.0].map(|part| part / (n as f64 + 1.0)),
                |n| if n == 0 { [0.0, 1.0, 0.0] } else { [0.0, 0.0, 0.0] },
                |_| [100.0, 0.0, 0.0],
                |_| [0.0, 0.0, 100.0],
                |n| [1_000.0, 90_000.0, 3.0 * n as f64],
            ];
            for parts_of in shapes {
                let rows = (0..n_rows).map(|n| {
                    let part =
                        |amount: f64| TonePart { amount, long: "12,345.6 (100.0%)".into(), short: "100.0%".into() };
                    let [negative, neutral, positive] = parts_of(n).map(part);
                    ToneRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        negative,
                        neutral,
                        positive,
                        total: "123,456.7".to_owned(),
                        is_focus: n == 1,
                    }
                });
                let names = ["negative", "neutral", "positive"].map(str::to_owned);
                let (rows, unit) = (rows.collect(), "appearances".to_owned());
                let scene = ToneChart { lettering: lettering(), rows, names, unit }.scene(size);
                assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_benchmark_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            for pair_of in [|n: usize| (0.5 / (n as f64 + 1.0), 0.1), |_| (0.0, 1.0), |_| (1.0, 0.0), |_| (0.0, 0.0)] {
                let rows = (0..n_rows).map(|n| {
                    let (share, benchmark) = pair_of(n);
                    BenchmarkRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        share,
                        limits: (n % 3 != 2).then(|| (share * 0.8, (share * 1.2 + 0.01).min(1.0))),
                        benchmark,
                        pair: "100.0 vs 100.0".to_owned(),
                        difference: "–100.0".to_owned(),
                        interval: "–100.0 to –100.0".to_owned(),
                        is_below: share < benchmark,
                    }
                });
                let chart = BenchmarkChart {
                    lettering: lettering(),
                    rows: rows.collect(),
                    names: ["share of appearances", "the votes of the parliamentary election of 15 January 2012"]
                        .map(str::to_owned),
                    interval_heading: "95% interval".to_owned(),
                };
                assert_eq!(chart.scene(size).layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_voice_chart_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for n_rows in 2..=12 {
            for parts_of in
                [|n: usize| (30.0 / (n as f64 + 1.0), 20.0), |_| (0.0, 1.0), |_| (1.0, 0.0), |n| (n as f64 * 1e4, 3.0)]
            {
                let rows = (0..n_rows).map(|n| {
                    let (direct, reported) = parts_of(n);
                    let share: f64 = direct / (direct + reported);
                    VoiceRow {
                        label: NAMES[n % NAMES.len()].to_owned(),
                        beside: (n % 2 == 0).then(|| NAMES[(n + 5) % NAMES.len()].to_owned()),
                        direct,
                        reported,
                        long: "12,345.6 (12,345.6 + 12,345.6)".to_owned(),
                        short: "12,345.6".to_owned(),
                        share,
                        limits: (n % 3 != 2).then(|| ((share - 0.3).max(0.0), (share + 0.3).min(1.0))),
                        percent: "100.0%".to_owned(),
                        is_focus: n == 1,
                    }
                });
                let names = ["own words", "talked about"].map(str::to_owned);
                let chart = VoiceChart {
                    lettering: lettering(),
                    rows: rows.collect(),
                    names,
                    percent_heading: "own words, %".into(),
                };
                assert_eq!(chart.scene(size).layout_faults(), Vec::<String>::new(), "{size:?} {n_rows}");
            }
        }
    }
}

#[test]
fn no_matrix_has_a_layout_fault() {
    for n_actors in 2..=12 {
        for n_outlets in [1, 3, 20] {
            let row = |n: usize| MatrixRow {
                label: NAMES[n % NAMES.len()].to_owned(),
                cells: if n % 5 == 4 {
                    Vec::new()
                } else {
                    (0..n_actors).map(|a| (a as f64 / 11.0, "100.0".to_owned())).collect()
                },
                instead: (n % 5 == 4)
                    .then(|| "withheld: fewer than 30 items; the interval is wider than 30 points".repeat(2)),
                total: "1,234,567.8 appearances".to_owned(),
            };
            let actors = (0..n_actors).map(|n| NAMES[n].to_owned()).collect();
            let groups = vec![
                (NAMES[8].to_owned(), (0..n_outlets / 2).map(row).collect()),
                ("Private television".to_owned(), (n_outlets / 2..n_outlets).map(row).collect()),
            ];
            let scene = MatrixChart { lettering: lettering(), actors, groups }.scene();
            assert_eq!(scene.layout_faults(), Vec::<String>::new(), "{n_actors} {n_outlets}");
        }
    }
}

#[test]
fn no_stack_has_a_layout_fault() {
    for size in [Size::Single, Size::Double] {
        for (n_segments, has_rest) in [(2_u8, false), (4, false), (5, true)] {
            for n_outlets in [2, 8, 15] {
                let row = |n: usize| StackRow {
                    label: NAMES[n % NAMES.len()].to_owned(),
                    segments: (0..n_segments)
                        .map(|s| {
                            if n == 0 {
                                (f64::from(u8::from(s == 0)), "100.0".to_owned())
                            } else {
                                (1.0 / f64::from(n_segments), "20.0".to_owned())
                            }
                        })
                        .collect(),
                    total: "1,234,567.8".to_owned(),
                };
                let chart = StackChart {
                    lettering: lettering(),
                    names: (0..n_segments).map(|n| NAMES[usize::from(n) + 2].to_owned()).collect(),
                    has_rest,
                    groups: vec![
                        (String::new(), (0..2).map(row).collect()),
                        (NAMES[3].to_owned(), (2..n_outlets).map(row).collect()),
                    ],
                    unit: "appearances".to_owned(),
                };
                assert_eq!(
                    chart.scene(size).layout_faults(),
                    Vec::<String>::new(),
                    "{size:?} {n_segments} {n_outlets}"
                );
            }
        }
    }
}

#[test]
fn a_layout_fault_would_be_seen() {
    let mut scene = chart(3, |_| 0.3, None).scene(Size::Single);
    let copy = scene.marks.iter().rfind(|mark| matches!(mark, Mark::Text(_))).unwrap().clone();
    scene.marks.push(copy);
    scene.width = 500.0;
    let faults = scene.layout_faults().join("\n");
    assert!(faults.contains("overlap") && faults.contains("leaves the frame"), "{faults}");
}

#[test]
fn the_png_has_its_size_resolution_and_description() {
    let scene = chart(7, |n| 0.5 / (n as f64 + 1.0), Some(0.143)).scene(Size::Double);
    let bytes = png(&scene, &svg(&scene)).unwrap();
    let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let info = reader.info();
    assert_eq!((info.width, f64::from(info.height)), (2_008, scene.height));
    let dims = info.pixel_dims.unwrap();
    assert_eq!((dims.xppu, dims.yppu), (11_811, 11_811), "300 dots per inch");
    let description = info.utf8_text.iter().find(|chunk| chunk.keyword == "Description").unwrap();
    assert_eq!(description.get_text().unwrap(), "Bar chart");
}

#[test]
fn the_svg_draws_every_text_where_the_scene_has_it() {
    let scene = chart(5, |_| 0.2, None).scene(Size::Double);
    let text = svg(&scene);
    for mark in scene.texts().filter(|mark| !mark.text.contains('&')) {
        assert!(
            text.contains(&format!("\n{}\n", mark.text)) || text.contains(&format!(">{}<", mark.text)),
            "{}",
            mark.text
        );
    }
    assert!(text.contains("role=\"img\"") && text.contains("<desc>Bar chart</desc>"));
}

#[test]
fn a_tally_without_what_nobody_asks_for_gives_the_same_table() {
    use evenhand::measure::{Dimension, MeasureRequest, share};
    use evenhand::study::{Field, load};
    let study = load(&crate::support::root().join("samples/kazakhstan-2012")).unwrap().product.unwrap();
    let (whole, _) = evenhand::run(&study).product;
    let dropped = [Field::Programme, Field::Voice, Field::Tone, Field::Capacity];
    let (narrow, _) = evenhand::run_without(&study, &dropped).product;
    assert!(narrow.appearances().height() < whole.appearances().height());
    for pool in &study.pools {
        let request = MeasureRequest::new(pool, &[Dimension::Outlet, Dimension::Day, Dimension::Genre]);
        assert_eq!(share(&whole, &study, &request).unwrap(), share(&narrow, &study, &request).unwrap());
    }
}

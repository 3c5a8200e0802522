//! Cost against size: `cargo bench -- growth` measures shares by outlet of ten thousand to ten million rows, every row checked, and draws
//! `tests/bench/growth.svg` with its numbers beside it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use plotters::prelude::*;

const SIZES: [u64; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
const ROUNDS: usize = 3;

/// Rows, milliseconds.
type Point = (f64, f64);

/// Measures and draws.
pub(crate) fn run(folder: &Path) {
    let points: Vec<Point> = SIZES.iter().map(|n_rows| (*n_rows as f64, measured(folder, *n_rows))).collect();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench");
    let mut csv = String::from("rows,milliseconds,microseconds_per_row\n");
    for (n_rows, time) in &points {
        writeln!(csv, "{n_rows},{time:.0},{:.2}", time * 1_000.0 / n_rows).unwrap();
        println!("{n_rows:>10} rows {time:>8.0} ms");
    }
    fs::write(own.join("growth.csv"), csv).unwrap();
    draw(&own.join("growth.svg"), &points);
}

/// The median time of the whole program.
fn measured(folder: &Path, n_rows: u64) -> f64 {
    let place = folder.join("growth");
    super::study(&place, n_rows);
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let words = ["measure", "share", ".", "--by", "outlet"];
            let mut program = Command::new(env!("CARGO_BIN_EXE_evenhand"));
            let done = program.args(words).current_dir(&place).stdout(Stdio::null()).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn draw(path: &Path, points: &[Point]) {
    let area = SVGBackend::new(path, (900, 520)).into_drawing_area();
    area.fill(&WHITE).unwrap();
    let caption = "Shares by outlet, every row checked: time against rows";
    let mut chart = ChartBuilder::on(&area)
        .caption(caption, ("sans-serif", 22))
        .margin(24)
        .x_label_area_size(46)
        .y_label_area_size(72)
        .build_cartesian_2d((7_000.0..20_000_000.0).log_scale(), (5.0..30_000.0).log_scale())
        .unwrap();
    let rows = |n: &f64| format!("{n:.0}");
    let mesh = &mut chart.configure_mesh();
    mesh.x_desc("rows").y_desc("milliseconds, whole program").label_style(("sans-serif", 15));
    mesh.x_label_formatter(&rows).y_label_formatter(&rows).light_line_style(TRANSPARENT).draw().unwrap();
    let blue = RGBColor(23, 78, 128);
    chart.draw_series([PathElement::new(points.to_vec(), blue.stroke_width(2))]).unwrap();
    let style = ("sans-serif", 16).into_font().color(&blue);
    let marks = points.iter().map(|point| {
        let label = format!("{:.0} ms", point.1);
        EmptyElement::at(*point) + Circle::new((0, 0), 5, blue.filled()) + Text::new(label, (10, 8), style.clone())
    });
    chart.draw_series(marks).unwrap();
    area.present().unwrap();
}

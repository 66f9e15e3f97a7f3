// Times fasrt's zero-copy parsers on a file in memory: parse FILE SECONDS, as the parse.cpp of ours.
use std::hint::black_box;

unsafe extern "C" {
    fn clock() -> std::ffi::c_long;
}

/// Processor time, in which POSIX counts a million to the second.
fn used() -> f64 {
    unsafe { clock() as f64 / 1e6 }
}

fn measure(name: &str, seconds: f64, text: &str, mut work: impl FnMut(&str) -> usize) {
    let mut times = Vec::new();
    let mut found = 0;
    let begin = used();
    while times.len() < 3 || used() - begin < seconds {
        let start = used();
        found = work(black_box(text));
        times.push(used() - start);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{{\"name\": \"{name}\", \"seconds\": {:.9}, \"bytes\": {}, \"found\": {found}}}",
        times[times.len() / 2],
        text.len()
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[1]).expect("a UTF-8 file");
    let seconds: f64 = arguments[2].parse().expect("a number of seconds");
    if text.starts_with("WEBVTT") {
        measure("fasrt", seconds, &text, |t| fasrt::vtt::Parser::new(t).inspect(|x| drop(black_box(x))).count());
    } else {
        measure("fasrt, lossy", seconds, &text, |t| {
            fasrt::srt::Parser::lossy(t).inspect(|x| drop(black_box(x))).count()
        });
        measure("fasrt, strict", seconds, &text, |t| {
            fasrt::srt::Parser::strict(t).inspect(|x| drop(black_box(x))).count()
        });
    }
}

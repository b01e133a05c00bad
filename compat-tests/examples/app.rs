//! The program of Dockerfile.examples: says that it is ready, waits to be stopped, and stops in order.
//!
//! `app [--name NAME] [--status N] [--for SECONDS]`: N is its status when a signal stops it (0), SECONDS how long it runs.

use std::sync::atomic::{AtomicI32, Ordering};
use std::time::{Duration, Instant};

static STOPPED: AtomicI32 = AtomicI32::new(0);

unsafe extern "C" {
    fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
}

extern "C" fn stop(number: i32) {
    STOPPED.store(number, Ordering::Relaxed);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |option: &str| arguments.iter().position(|one| one == option).and_then(|at| arguments.get(at + 1));
    let name = value("--name").map_or("app", String::as_str);
    let status = value("--status").and_then(|text| text.parse().ok()).unwrap_or(0);
    let end = value("--for").and_then(|text| text.parse().ok()).map(|seconds| Instant::now() + Duration::from_secs_f64(seconds));
    for number in [1, 2, 3, 15] {
        // SAFETY: the handler only stores a number.
        unsafe { signal(number, stop) };
    }
    println!("{name}: ready");
    loop {
        std::thread::sleep(Duration::from_millis(10));
        let number = STOPPED.load(Ordering::Relaxed);
        if number != 0 {
            println!("{name}: stopped in order by signal {number}");
            std::process::exit(status);
        }
        if end.is_some_and(|end| Instant::now() >= end) {
            println!("{name}: done");
            return;
        }
    }
}

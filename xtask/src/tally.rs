//! Adding up what the test runners say.

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    /// A check that is not a test runner counts as one.
    pub fn one(passed: bool) -> Tally {
        if passed { Tally { passed: 1, ..Tally::default() } } else { Tally { failed: 1, ..Tally::default() } }
    }

    /// Adds another runner. A runner that failed without naming a failed test still counts as a failure.
    pub fn add(&mut self, succeeded: bool, other: Tally) {
        self.passed += other.passed;
        self.failed += if succeeded { other.failed } else { other.failed.max(1) };
        self.skipped += other.skipped;
    }

    /// cargo: `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.00s`.
    pub fn of_cargo(text: &str) -> Tally {
        let mut tally = Tally::default();
        for line in text.lines().filter(|line| line.starts_with("test result: ")) {
            tally.passed += before(line, " passed");
            tally.failed += before(line, " failed");
            tally.skipped += before(line, " ignored");
        }
        tally
    }

    /// vitest's JSON report: `"numPassedTests":5,"numFailedTests":0,"numPendingTests":1,"numTodoTests":0`.
    pub fn of_vitest(json: &str) -> Tally {
        Tally {
            passed: after(json, "\"numPassedTests\":"),
            failed: after(json, "\"numFailedTests\":"),
            skipped: after(json, "\"numPendingTests\":") + after(json, "\"numTodoTests\":"),
        }
    }

    /// node --test in TAP: `# pass 5`, `# fail 0`, `# cancelled 0`, `# skipped 1`, `# todo 0`.
    pub fn of_node(tap: &str) -> Tally {
        let count = |mark: &str| {
            let line = tap.lines().rev().find(|line| line.starts_with(mark));
            line.map_or(0, |line| line[mark.len()..].trim().parse().unwrap_or(0))
        };
        Tally {
            passed: count("# pass "),
            failed: count("# fail ") + count("# cancelled "),
            skipped: count("# skipped ") + count("# todo "),
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

fn before(line: &str, mark: &str) -> u64 {
    let head = line.find(mark).map_or("", |end| &line[..end]);
    head.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn after(json: &str, mark: &str) -> u64 {
    let tail = json.find(mark).map_or("", |start| json[start + mark.len()..].trim_start());
    tail.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn every_runner_is_read() {
        let cargo = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured\nx\ntest result: FAILED. 2 passed; 3 failed; 0 ignored;";
        assert_eq!(Tally::of_cargo(cargo), Tally { passed: 7, failed: 3, skipped: 1 });
        let vitest = r#"{"numPassedTests": 4,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}"#;
        assert_eq!(Tally::of_vitest(vitest), Tally { passed: 4, failed: 1, skipped: 3 });
        let node = "# tests 9\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n";
        assert_eq!(Tally::of_node(node), Tally { passed: 5, failed: 2, skipped: 2 });
    }

    #[test]
    fn a_runner_that_breaks_is_a_failure() {
        let mut tally = Tally::default();
        tally.add(false, Tally::of_cargo("error: could not compile"));
        assert_eq!(tally.to_string(), "0 passed, 1 failed, 0 skipped");
    }
}

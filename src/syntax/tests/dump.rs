//! The tree as a line of text, to be compared with what a test expects.

use super::super::*;

/// `command` as text.
pub(super) fn command(command: &Command, names: &Names) -> String {
    Dump { names }.command(command)
}

/// `word` as text.
pub(super) fn word(word: &Word, names: &Names) -> String {
    Dump { names }.word(word)
}

struct Dump<'a> {
    names: &'a Names,
}

fn bytes(text: &[u8]) -> String {
    String::from_utf8_lossy(text).replace('\n', "\\n").replace('\t', "\\t")
}

impl Dump<'_> {
    fn name(&self, name: Name) -> String {
        bytes(self.names.spelling(name))
    }

    fn list(&self, list: &List) -> String {
        let commands: Vec<_> = list.0.iter().map(|command| self.command(command)).collect();
        commands.join(" ; ")
    }

    fn command(&self, command: &Command) -> String {
        match command {
            Command::Simple(simple) => self.simple(simple),
            Command::Compound(compound) => self.compound(&compound.kind) + &self.redirects(&compound.redirects),
            Command::Pipeline(pipeline) => self.pipeline(pipeline),
            Command::AndOr(and_or) => {
                let mut out = format!("({}", self.command(&and_or.first));
                for (op, command) in &and_or.rest {
                    let op = if *op == AndOrOp::And { "&&" } else { "||" };
                    out += &format!(" {op} {}", self.command(command));
                }
                out + ")"
            }
            Command::Background(command) => format!("(bg {})", self.command(command)),
            Command::Function(function) => {
                let keyword = if function.keyword { "function " } else { "" };
                format!("(def {keyword}{} {})", self.name(function.name), self.command(&function.body))
            }
            Command::List(list) => format!("(list {})", self.list(list)),
            Command::Coprocess(coprocess) => {
                format!("(coproc {} {})", self.name(coprocess.name), self.command(&coprocess.command))
            }
        }
    }

    fn pipeline(&self, pipeline: &Pipeline) -> String {
        let mut out = String::from("(");
        if pipeline.negated {
            out += "! ";
        }
        match pipeline.time {
            Some(TimeFormat::Bash) => out += "time ",
            Some(TimeFormat::Posix) => out += "time -p ",
            None => {}
        }
        for (index, stage) in pipeline.stages.iter().enumerate() {
            out += &self.command(stage);
            match pipeline.stderr_too.get(index) {
                Some(true) => out += " |& ",
                Some(false) => out += " | ",
                None => {}
            }
        }
        out + ")"
    }

    fn simple(&self, simple: &Simple) -> String {
        let mut items = Vec::new();
        if simple.declaration {
            items.push("declaration".to_string());
        }
        items.extend(simple.assignments.iter().map(|assignment| self.assignment(assignment)));
        items.extend(simple.words.iter().map(|word| self.word(word)));
        format!("[{}]", items.join(" ")) + &self.redirects(&simple.redirects)
    }

    fn assignment(&self, assignment: &Assignment) -> String {
        let subscript = assignment.subscript.as_ref().map(|subscript| self.subscript(subscript)).unwrap_or_default();
        let append = if assignment.append { "+" } else { "" };
        let value = match &assignment.value {
            AssignValue::Scalar(word) => self.word(word),
            AssignValue::Array(elements) => {
                let elements: Vec<_> = elements.iter().map(|element| self.element(element)).collect();
                format!("({})", elements.join(" "))
            }
        };
        format!("{}{subscript}{append}:={value}", self.name(assignment.name))
    }

    fn element(&self, element: &ArrayElement) -> String {
        match element {
            ArrayElement::Word(word) => self.word(word),
            ArrayElement::Keyed { subscript, append, value, .. } => {
                let append = if *append { "+" } else { "" };
                format!("{}{append}:={}", self.subscript(subscript), self.word(value))
            }
        }
    }

    fn subscript(&self, subscript: &Subscript) -> String {
        match subscript {
            Subscript::At => "[@]".into(),
            Subscript::Star => "[*]".into(),
            Subscript::Index { word, arith } => {
                let (word, arith) = (self.word(word), self.arithmetic(arith));
                if word == arith { format!("[{word}]") } else { format!("[{word}|{arith}]") }
            }
        }
    }

    fn arithmetic(&self, arithmetic: &Arithmetic) -> String {
        match arithmetic {
            Arithmetic::Compiled(_, text) => bytes(text),
            Arithmetic::Expanded { text, guess } => {
                let guess = if guess.is_some() { "~" } else { "" };
                format!("{guess}{}", self.expansion(text))
            }
        }
    }

    fn word(&self, word: &Word) -> String {
        match &word.body {
            WordBody::Literal(text) if text.is_empty() => "''".into(),
            WordBody::Literal(text) => bytes(text),
            WordBody::Expand(expansion) => self.expansion(expansion),
            WordBody::Assign(assignment) => self.assignment(assignment),
        }
    }

    fn expansion(&self, expansion: &Expansion) -> String {
        let steps: String = [(Steps::BRACE, 'B'), (Steps::TILDE, 'T'), (Steps::SPLIT, 'S'), (Steps::GLOB, 'G')]
            .iter()
            .filter(|(step, _)| expansion.steps.has(*step))
            .map(|(_, letter)| letter)
            .collect();
        let parts: Vec<_> = expansion.parts.iter().map(|part| self.part(part)).collect();
        format!("<{steps}:{}>", parts.join(","))
    }

    fn part(&self, part: &Part) -> String {
        let quoted = |quoted: bool, text: String| if quoted { format!("\"{text}\"") } else { text };
        match part {
            Part::Text(text) => bytes(text),
            Part::Quoted(text) => format!("'{}'", bytes(text)),
            Part::Parameter(parameter) => quoted(parameter.quoted, self.parameter(parameter)),
            Part::Command(substitution) => quoted(substitution.quoted, self.substitution(substitution)),
            Part::Arithmetic(part) => quoted(part.quoted, format!("$(({}))", self.arithmetic(&part.expr))),
        }
    }

    fn substitution(&self, substitution: &Substitution) -> String {
        let open = match substitution.kind {
            SubstitutionKind::Dollar => "$(",
            SubstitutionKind::Backquote => "`(",
            SubstitutionKind::ProcessIn => "<(",
            SubstitutionKind::ProcessOut => ">(",
        };
        match &*substitution.body {
            Body::Parsed(list) => format!("{open}{})", self.list(list)),
            Body::File(redirect) => format!("{open}file{})", self.redirect(redirect)),
            Body::Text(text) => format!("{open}{})", bytes(text)),
        }
    }

    fn parameter(&self, parameter: &Parameter) -> String {
        let subject = match parameter.subject {
            Subject::Variable(name) => self.name(name),
            Subject::Positional(number) => number.to_string(),
            Subject::At => "@".into(),
            Subject::Star => "*".into(),
            Subject::Count => "#".into(),
            Subject::Status => "?".into(),
            Subject::Flags => "-".into(),
            Subject::Pid => "$".into(),
            Subject::LastBackground => "!".into(),
            Subject::Zero => "0".into(),
        };
        let subscript = parameter.subscript.as_ref().map(|subscript| self.subscript(subscript)).unwrap_or_default();
        let indirect = if parameter.indirect { "!" } else { "" };
        let head = format!("{indirect}{subject}{subscript}");
        match &parameter.op {
            ParameterOp::Plain => format!("${head}"),
            ParameterOp::Length => format!("${{length {head}}}"),
            ParameterOp::Bad | ParameterOp::BadBody(_) => "${bad}".into(),
            op => format!("${{{head} {}}}", self.operation(op)),
        }
    }

    fn operation(&self, op: &ParameterOp) -> String {
        let double = |twice: bool, text: &str| if twice { text.repeat(2) } else { text.to_string() };
        match op {
            ParameterOp::Default { kind, colon, word } => {
                let sign = match kind {
                    DefaultKind::Use => "-",
                    DefaultKind::Assign => "=",
                    DefaultKind::Error => "?",
                    DefaultKind::Alternate => "+",
                };
                format!("{}{sign} {}", if *colon { ":" } else { "" }, self.word(word))
            }
            ParameterOp::Slice(range) => {
                let (offset, length) = &**range;
                let length = length.as_ref().map(|length| format!(" : {}", self.arithmetic(length)));
                format!("slice {}{}", self.arithmetic(offset), length.unwrap_or_default())
            }
            ParameterOp::Strip { suffix, longest, pattern } => {
                format!("{} {}", double(*longest, if *suffix { "%" } else { "#" }), self.word(pattern))
            }
            ParameterOp::Replace { kind, operands } => {
                let (pattern, replacement) = &**operands;
                let sign = match kind {
                    ReplaceKind::First => "/",
                    ReplaceKind::All => "//",
                    ReplaceKind::Prefix => "/#",
                    ReplaceKind::Suffix => "/%",
                };
                let replacement = replacement.as_ref().map(|word| format!(" / {}", self.word(word)));
                format!("{sign} {}{}", self.word(pattern), replacement.unwrap_or_default())
            }
            ParameterOp::Case { kind, all, pattern } => {
                let sign = match kind {
                    CaseKind::Upper => "^",
                    CaseKind::Lower => ",",
                    CaseKind::Toggle => "~",
                };
                let pattern = pattern.as_ref().map(|word| format!(" {}", self.word(word)));
                format!("{}{}", double(*all, sign), pattern.unwrap_or_default())
            }
            ParameterOp::Transform(0) => "@?".into(),
            ParameterOp::Transform(letter) => format!("@{}", char::from(*letter)),
            ParameterOp::Prefix { at } => format!("names {}", if *at { "@" } else { "*" }),
            ParameterOp::Keys { at } => format!("keys {}", if *at { "@" } else { "*" }),
            ParameterOp::Plain | ParameterOp::Length | ParameterOp::Bad | ParameterOp::BadBody(_) => String::new(),
        }
    }

    fn redirects(&self, redirects: &[Redirect]) -> String {
        redirects.iter().map(|redirect| self.redirect(redirect)).collect()
    }

    fn redirect(&self, redirect: &Redirect) -> String {
        let fd = match redirect.fd {
            RedirectFd::Default => String::new(),
            RedirectFd::Number(number) => number.to_string(),
            RedirectFd::Variable(name) => format!("{{{}}}", self.name(name)),
        };
        let sign = match redirect.kind {
            RedirectKind::Read => "<",
            RedirectKind::Write => ">",
            RedirectKind::Append => ">>",
            RedirectKind::Clobber => ">|",
            RedirectKind::ReadWrite => "<>",
            RedirectKind::Both => "&>",
            RedirectKind::BothAppend => "&>>",
            RedirectKind::DupIn => "<&",
            RedirectKind::DupOut => ">&",
            RedirectKind::HereDocument => "<<",
            RedirectKind::HereString => "<<<",
        };
        let mut out = format!(" {fd}{sign}{}", self.word(&redirect.target));
        if let Some(heredoc) = &redirect.heredoc {
            out += &format!("@{}", bytes(&heredoc.delimiter));
            if heredoc.quoted {
                out += " quoted";
            }
        }
        out
    }

    fn compound(&self, kind: &CompoundKind) -> String {
        let words = |words: &Option<Box<[Word]>>| match words {
            Some(words) => format!(" in {}", words.iter().map(|word| self.word(word)).collect::<Vec<_>>().join(" ")),
            None => String::new(),
        };
        match kind {
            CompoundKind::Group(list) => format!("{{{}}}", self.list(list)),
            CompoundKind::Subshell(list) => format!("(sub {})", self.list(list)),
            CompoundKind::If { branches, otherwise } => {
                let mut out = String::from("(if");
                for (test, body) in branches {
                    out += &format!(" {} then {}", self.list(test), self.list(body));
                }
                if let Some(list) = otherwise {
                    out += &format!(" else {}", self.list(list));
                }
                out + ")"
            }
            CompoundKind::Loop(node) => {
                let word = if node.goal { "while" } else { "until" };
                format!("({word} {} do {})", self.list(&node.test), self.list(&node.body))
            }
            CompoundKind::For { name, words: list, body } => {
                format!("(for {}{} do {})", self.name(*name), words(list), self.list(body))
            }
            CompoundKind::Select { name, words: list, body } => {
                format!("(select {}{} do {})", self.name(*name), words(list), self.list(body))
            }
            CompoundKind::ArithFor { parts, body } => {
                let part = |index: usize| parts[index].0.as_ref().map(|expr| self.arithmetic(expr)).unwrap_or_default();
                format!("(for (({};{};{})) do {})", part(0), part(1), part(2), self.list(body))
            }
            CompoundKind::Case { word, clauses } => {
                let mut out = format!("(case {}", self.word(word));
                for clause in clauses {
                    let patterns: Vec<_> = clause.patterns.iter().map(|word| self.word(word)).collect();
                    let end = match clause.end {
                        CaseEnd::Break => ";;",
                        CaseEnd::FallThrough => ";&",
                        CaseEnd::TestNext => ";;&",
                    };
                    out += &format!(" ({}) {} {end}", patterns.join("|"), self.list(&clause.body));
                }
                out + ")"
            }
            CompoundKind::Conditional(expr) => format!("[[{}]]", self.conditional(expr)),
            CompoundKind::Arithmetic { expr, .. } => format!("(({}))", self.arithmetic(expr)),
        }
    }

    fn conditional(&self, expr: &Conditional) -> String {
        match expr {
            Conditional::Group(inner) => format!("({})", self.conditional(inner)),
            Conditional::Not(inner) => format!("!{}", self.conditional(inner)),
            Conditional::And(left, right) => format!("{{{} && {}}}", self.conditional(left), self.conditional(right)),
            Conditional::Or(left, right) => format!("{{{} || {}}}", self.conditional(left), self.conditional(right)),
            Conditional::Unary(letter, word) => format!("-{} {}", char::from(*letter), self.word(word)),
            Conditional::Word(word) => self.word(word),
            Conditional::Binary(op, left, right) => {
                format!("{} {op:?} {}", self.word(left), self.word(right))
            }
        }
    }
}

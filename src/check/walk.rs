//! Visits every command of a tree, also those in substitutions.

use crate::syntax::{
    ArrayElement, AssignValue, Assignment, Body, Command, Compound, CompoundKind, Conditional, List, ParameterOp, Part,
    Redirect, Subscript, Word, WordBody,
};

/// Calls `visit` for `command` and for every command in it.
pub(super) fn each<'a>(command: &'a Command, visit: &mut dyn FnMut(&'a Command)) {
    visit(command);
    inner(command, &mut |command| each(command, visit));
    parts(command, &mut |part| {
        if let Part::Command(substitution) = part
            && let Body::Parsed(list) = &*substitution.body
        {
            list.0.iter().for_each(|command| each(command, visit));
        }
    });
}

/// The commands that `command` is made of, but not those in its words.
fn inner<'a>(command: &'a Command, visit: &mut dyn FnMut(&'a Command)) {
    match command {
        Command::Simple(_) => {}
        Command::Compound(compound) => lists(compound, &mut |list| list.0.iter().for_each(&mut *visit)),
        Command::Pipeline(pipeline) => pipeline.stages.iter().for_each(visit),
        Command::AndOr(and_or) => {
            visit(&and_or.first);
            and_or.rest.iter().for_each(|(_, command)| visit(command));
        }
        Command::Background(command) => visit(command),
        Command::Function(function) => visit(&function.body),
        Command::List(list) => list.0.iter().for_each(visit),
        Command::Coprocess(coprocess) => visit(&coprocess.command),
    }
}

/// The lists of a compound command, in the order written.
pub(super) fn lists<'a>(compound: &'a Compound, visit: &mut dyn FnMut(&'a List)) {
    match &compound.kind {
        CompoundKind::Group(list) | CompoundKind::Subshell(list) => visit(list),
        CompoundKind::If { branches, otherwise } => {
            for (test, body) in branches {
                visit(test);
                visit(body);
            }
            otherwise.iter().for_each(visit);
        }
        CompoundKind::Loop(turns) => {
            visit(&turns.test);
            visit(&turns.body);
        }
        CompoundKind::For { body, .. } | CompoundKind::Select { body, .. } | CompoundKind::ArithFor { body, .. } => {
            visit(body)
        }
        CompoundKind::Case { clauses, .. } => clauses.iter().for_each(|clause| visit(&clause.body)),
        CompoundKind::Conditional(_) | CompoundKind::Arithmetic { .. } => {}
    }
}

/// The substitutions and parameters in the words of `command` itself.
pub(super) fn parts<'a>(command: &'a Command, visit: &mut dyn FnMut(&'a Part)) {
    for redirect in redirects(command) {
        // the body of a document behind a substitution on one line has a text of its own: its words say nothing of ours
        if redirect.heredoc.is_none() || redirect.target.text.start > 0 {
            word(&redirect.target, visit);
        }
    }
    match command {
        Command::Simple(simple) => {
            simple.assignments.iter().for_each(|one| assignment(one, visit));
            simple.words.iter().for_each(|one| word(one, visit));
        }
        Command::Compound(compound) => match &compound.kind {
            CompoundKind::For { words: Some(words), .. } | CompoundKind::Select { words: Some(words), .. } => {
                words.iter().for_each(|one| word(one, visit));
            }
            CompoundKind::Case { word: subject, clauses } => {
                word(subject, visit);
                clauses.iter().flat_map(|clause| &clause.patterns).for_each(|one| word(one, visit));
            }
            CompoundKind::Conditional(conditional) => conditional_words(conditional, &mut |one| word(one, visit)),
            _ => {}
        },
        _ => {}
    }
}

/// The words of `[[ ]]`.
pub(super) fn conditional_words<'a>(conditional: &'a Conditional, visit: &mut dyn FnMut(&'a Word)) {
    match conditional {
        Conditional::Group(inner) | Conditional::Not(inner) => conditional_words(inner, visit),
        Conditional::And(left, right) | Conditional::Or(left, right) => {
            conditional_words(left, visit);
            conditional_words(right, visit);
        }
        Conditional::Unary(_, word) | Conditional::Word(word) => visit(word),
        Conditional::Binary(_, left, right) => {
            visit(left);
            visit(right);
        }
    }
}

/// The redirections of `command` itself.
pub(super) fn redirects(command: &Command) -> &[Redirect] {
    match command {
        Command::Simple(simple) => &simple.redirects,
        Command::Compound(compound) => &compound.redirects,
        _ => &[],
    }
}

fn assignment<'a>(assignment: &'a Assignment, visit: &mut dyn FnMut(&'a Part)) {
    match &assignment.value {
        AssignValue::Scalar(value) => word(value, visit),
        AssignValue::Array(elements) => {
            for element in elements {
                match element {
                    ArrayElement::Word(value) | ArrayElement::Keyed { value, .. } => word(value, visit),
                }
            }
        }
    }
}

fn word<'a>(one: &'a Word, visit: &mut dyn FnMut(&'a Part)) {
    match &one.body {
        WordBody::Literal(_) => {}
        WordBody::Assign(inner) => assignment(inner, visit),
        WordBody::Expand(expansion) => expansion.parts.iter().for_each(|one| part(one, visit)),
    }
}

fn part<'a>(part: &'a Part, visit: &mut dyn FnMut(&'a Part)) {
    visit(part);
    let Part::Parameter(parameter) = part else { return };
    if let Some(Subscript::Index { word: index, .. }) = parameter.subscript.as_deref() {
        word(index, visit);
    }
    match &parameter.op {
        ParameterOp::Default { word: value, .. } => word(value, visit),
        ParameterOp::Strip { pattern, .. } => word(pattern, visit),
        ParameterOp::Replace { operands, .. } => {
            word(&operands.0, visit);
            operands.1.iter().for_each(|one| word(one, visit));
        }
        _ => {}
    }
}

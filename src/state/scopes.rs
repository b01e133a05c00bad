//! What variables shadow and what is taken back: locals, temporary environments, roll-back (bash manual 3.3, 3.7.4).

use super::journal::{Change, Mark, Owner, Scope, Undo};
use super::shell::exported_text;
use super::value::Value;
use super::vars::{Attrs, VarError, Variable};
use super::{Opt, OptKind, Shell, special};
use crate::syntax::Name;
use crate::sys;

impl Shell {
    /// Makes `name` local to the function that runs, unset, keeping what it was in the journal. Nothing when it is local
    /// to it already. The caller decides what it inherits. Gives true when it was made.
    pub fn make_local(&mut self, name: Name) -> bool {
        let variable = self.vars.get(name);
        if variable.level == self.frames.level {
            if variable.attrs.any(Attrs::TEMPORARY) {
                self.adopt_temporary(name);
            }
            return false;
        }
        self.shadow(name, self.frames.level, Attrs::DECLARED, Scope::Function);
        true
    }

    /// `x=1 local x`, or `local x` in a function called as `x=1 f`: the temporary variable is the local one from now on.
    fn adopt_temporary(&mut self, name: Name) {
        let variable = self.touch(name);
        let outlives = variable.attrs.any(Attrs::PASSING);
        variable.attrs = variable.attrs.without(Attrs::PASSING.with(Attrs::CHANGED)).with(Attrs::ADOPTED);
        if outlives && let Some(change) = self.hiding_change(name) {
            change.scope = Scope::Function;
        }
    }

    /// Puts a new, unset variable of `level` in the place of `name` until `scope` ends.
    pub fn shadow(&mut self, name: Name, level: u16, attrs: Attrs, scope: Scope) {
        if name == special::OPTIND && scope == Scope::Function {
            // behind the variable's: a caller's getopts goes on where it was in its word
            self.journal.changes.push(Change { scope, undo: Undo::Getopts(self.getopts.clone()) });
        }
        let saved = self.journal.serial;
        let mut variable = Variable { value: Value::Unset, attrs, level, saved };
        self.vars.exchange(name, &mut variable);
        self.journal.changes.push(Change { scope, undo: Undo::Variable(name, variable) });
        self.after_change(name);
    }

    /// Whether `unset name` gives back what the variable hides: that of a caller, or of a command's environment. Not where
    /// the function that runs has made it its own.
    pub fn unset_reveals(&self, name: Name) -> bool {
        let variable = self.vars.get(name);
        if variable.attrs.any(Attrs::TEMPORARY) && !variable.attrs.any(Attrs::ADOPTED) {
            return true;
        }
        variable.level > 0 && variable.level != self.frames.level && !self.options.get(Opt::LOCALVAR_UNSET)
    }

    /// `unset name`: in the function it is local to it stays as an unset local; a caller's local gives way to what it hid
    /// (bash's dynamic scope). Readonly is checked.
    pub fn unset(&mut self, name: Name) -> Result<(), VarError> {
        self.check_writable(name)?;
        if matches!(name, special::PIPESTATUS | special::_UNDERSCORE) {
            return Ok(()); // every command makes them anew
        }
        let level = self.vars.get(name).level;
        if self.unset_reveals(name)
            && let Some(before) = self.take_hidden(name)
        {
            let saved = self.touch(name).saved;
            *self.vars.slot(name) = Variable { saved, ..before };
        } else {
            let variable = self.touch(name);
            let attrs = match variable.attrs.any(Attrs::TEMPORARY) {
                true => Attrs(variable.attrs.0 & Attrs::EXPORT.0).with(Attrs::DECLARED),
                false if level > 0 => Attrs::DECLARED,
                false => Attrs(0),
            };
            *variable = Variable { value: Value::Unset, attrs, level, saved: variable.saved };
        }
        self.vars.environment_changed();
        self.after_change(name);
        Ok(())
    }

    /// The innermost change that hides a variable of this name.
    fn hiding_change(&mut self, name: Name) -> Option<&mut Change> {
        let mut changes = self.journal.changes.iter_mut().rev();
        changes.find(|change| {
            change.scope != Scope::Subshell && matches!(&change.undo, Undo::Variable(other, _) if *other == name)
        })
    }

    /// The innermost variable that is hidden and exported: children see it through locals that are not.
    pub(super) fn hidden_export(&self, name: Name) -> Option<&Variable> {
        self.journal.changes.iter().rev().find_map(|change| match &change.undo {
            Undo::Variable(other, before) if *other == name && change.scope != Scope::Subshell => {
                exported_text(before).map(|_| before)
            }
            _ => None,
        })
    }

    /// What the innermost variable of `name` hides, taken out of the journal.
    fn take_hidden(&mut self, name: Name) -> Option<Variable> {
        let change = self.hiding_change(name)?;
        match std::mem::replace(&mut change.undo, Undo::Void) {
            Undo::Variable(_, before) => Some(before),
            _ => None,
        }
    }

    /// Runs `act` on the global variable of `name` though a local may hide it (`declare -g`).
    pub fn with_global<T>(&mut self, name: Name, act: impl FnOnce(&mut Shell) -> T) -> T {
        if self.vars.get(name).level == 0 {
            return act(self);
        }
        let place = self.journal.changes.iter().position(|change| {
            matches!(&change.undo, Undo::Variable(other, before) if *other == name && before.level == 0 && change.scope != Scope::Subshell)
        });
        let Some(place) = place else { return act(self) };
        self.exchange_hidden(name, place);
        let result = act(self);
        self.exchange_hidden(name, place);
        result
    }

    fn exchange_hidden(&mut self, name: Name, place: usize) {
        if let Some(Change { undo: Undo::Variable(_, hidden), .. }) = self.journal.changes.get_mut(place) {
            self.vars.exchange(name, hidden);
        }
        self.after_exchange(name);
    }

    /// `local -`: when the function that runs returns, the options of `set -o` are as they are now.
    pub fn keep_set_options(&mut self) {
        if !self.has_local_options() {
            let (level, before) = (self.frames.level, self.options);
            self.journal.function(Undo::LocalOptions { level, before });
        }
    }

    /// Whether the function that runs has said `local -`.
    pub fn has_local_options(&self) -> bool {
        let level = self.frames.level;
        let is_ours = |change: &Change| matches!(&change.undo, Undo::LocalOptions { level: of, .. } if *of == level);
        self.journal.changes.iter().any(is_ours)
    }

    /// `x=1 export x`: what came with the command's environment stays when the command has ended; in a function
    /// (`x=1 f`, `x=1 eval …`) it takes the place of all that it hides when that ends.
    pub fn keep_temporary(&mut self, name: Name) {
        let variable = self.vars.get(name);
        if !variable.attrs.any(Attrs::TEMPORARY) {
            return;
        }
        if !variable.attrs.any(Attrs::PASSING) {
            if variable.level > 0 {
                let variable = self.touch(name);
                variable.attrs = variable.attrs.with(Attrs::SPREADING);
            }
            return;
        }
        let inline = self.journal.inline > 0;
        let Some(change) = self.hiding_change(name) else { return };
        let level = match &change.undo {
            Undo::Variable(_, before) => before.level,
            _ => 0,
        };
        if inline {
            change.scope = Scope::Subshell;
        } else {
            change.undo = Undo::Void;
        }
        let variable = self.touch(name);
        variable.level = level;
        variable.attrs = variable.attrs.without(Attrs::TEMPORARY.with(Attrs::PASSING).with(Attrs::CHANGED));
        self.vars.environment_changed();
    }

    /// Notes that the builtin has left the temporary `name` to itself after all: `x=1 declare x=2` reaches no other variable.
    pub fn forget_change(&mut self, name: Name) {
        let variable = self.vars.slot(name);
        variable.attrs = variable.attrs.without(Attrs::CHANGED);
    }

    /// Takes the assignments in front of a command away while its redirections are expanded; [`Shell::show_temporary`]
    /// puts them back.
    pub fn hide_temporary(&mut self) -> std::ops::Range<usize> {
        let range = std::mem::take(&mut self.journal.ahead);
        range.clone().rev().for_each(|place| self.exchange(place));
        range
    }

    /// See [`Shell::hide_temporary`].
    pub fn show_temporary(&mut self, range: std::ops::Range<usize>) {
        range.for_each(|place| self.exchange(place));
    }

    fn exchange(&mut self, place: usize) {
        if let Some(Change { undo: Undo::Variable(name, _), .. }) = self.journal.changes.get(place) {
            self.exchange_hidden(*name, place);
        }
    }

    /// Takes back what was changed since `mark` and ends with `owner`, newest first.
    pub fn roll_back(&mut self, mark: Mark, owner: Owner) {
        if self.journal.changes.len() == mark.0 {
            return;
        }
        for undo in self.journal.take(mark, owner) {
            self.undo(undo);
        }
    }

    /// What has become of a temporary variable, for the variable that it has hidden.
    fn pass_on(&mut self, name: Name, ended: Variable) {
        if ended.attrs.any(Attrs::SPREADING) {
            let variable = self.touch(name);
            let kept = Attrs(ended.attrs.0 & Attrs::EXPORT.with(Attrs::READONLY).0);
            let kept = if variable.level > 0 { kept.with(Attrs::SPREADING) } else { kept };
            variable.attrs = variable.attrs.with(kept).with(Attrs::DECLARED);
            variable.value = ended.value;
            self.after_change(name);
            return;
        }
        let _ = match ended.value {
            Value::Scalar(text) => self.assign(name, &text),
            Value::Unset => Ok(()),
            value => self.set_value(name, value),
        };
    }

    fn undo(&mut self, undo: Undo) {
        match undo {
            Undo::Void => {}
            Undo::Variable(name, mut variable) => {
                self.vars.exchange(name, &mut variable);
                self.after_exchange(name);
                if variable.attrs.any(Attrs::CHANGED.with(Attrs::SPREADING)) {
                    self.pass_on(name, variable);
                }
            }
            Undo::Function(name, before) => {
                self.functions.set(name, before);
            }
            Undo::FunctionAttrs(name, before) => {
                self.functions.set_attrs(name, before);
                self.vars.environment_changed();
            }
            Undo::Alias(name, Some(before)) => {
                self.aliases.0.insert(name, before);
            }
            Undo::Alias(name, None) => {
                self.aliases.0.remove(&name);
            }
            Undo::Options(before) => self.options = before,
            Undo::LocalOptions { before, .. } => {
                for option in Opt::all().filter(|option| option.row().kind != OptKind::Shopt) {
                    self.options.set(option, before.get(option));
                }
                self.vars.environment_changed();
            }
            Undo::Positional(before) => self.frames.positional = before,
            Undo::Directory(fd, path) => {
                sys::file::return_to_directory(fd);
                self.dynamic.directory = path;
            }
            Undo::DirectoryStack(before) => self.dynamic.directories = before,
            Undo::Getopts(before) => self.getopts = before,
            Undo::Umask(mask) => {
                sys::file::umask(mask);
            }
            Undo::Descriptor { fd, saved } => self.put_back_descriptor(fd, saved),
            Undo::Capture(before) => {
                self.fds.out = before;
                self.fds.captured = true;
            }
            Undo::Paths => self.paths.clear(),
            Undo::Disabled(before) => self.disabled = before,
            Undo::Completions(before) => self.dynamic.completions = before,
            Undo::History(before) => self.dynamic.history = before,
        }
    }

    /// Undoes a redirection of `fd`. That it cannot be put back is told; it is closed then.
    pub fn put_back_descriptor(&self, fd: sys::Fd, saved: Option<sys::Fd>) {
        if let Err(error) = sys::fd::put_back(fd, saved) {
            let text = format!("{}: cannot be put back: {}", fd.0, sys::file::message(error));
            (self.wiring.warn)(self, text.as_bytes());
        }
    }
}

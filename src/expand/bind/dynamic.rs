//! Assigning to the arrays that the shell makes when they are read (bash manual 5.2).

use super::Index;
use crate::expand::{ExpandError, warn};
use crate::state::{Opt, Shell, Undo, special};
use crate::syntax::{Field, Name};

/// Assigns to an element; arrays that cannot be changed ignore it, as in bash.
pub(super) fn assign(shell: &mut Shell, name: Name, index: &Index, value: &[u8]) -> Result<(), ExpandError> {
    match (name, index) {
        (special::BASH_ALIASES, Index::Key(key)) => {
            let invalid = |byte: &u8| {
                byte.is_ascii_whitespace()
                    || matches!(
                        byte,
                        b'/' | b'$' | b'`' | b'"' | b'\'' | b'\\' | b'|' | b'&' | b';' | b'(' | b')' | b'<' | b'>'
                    )
            };
            if key.iter().any(invalid) {
                warn(shell, &[b"`", &key[..], b"': invalid alias name"].concat());
                return Ok(());
            }
            shell.set_alias(Field::from(&key[..]), Some(value.into()));
        }
        (special::BASH_CMDS, Index::Key(_))
            if shell.options.get(Opt::RESTRICTED_SHELL) && memchr::memchr(b'/', value).is_some() =>
        {
            warn(shell, &[value, b": restricted"].concat());
        }
        (special::BASH_CMDS, Index::Key(key)) => {
            shell.journal.subshell(|| Undo::Paths);
            let command = shell.names.intern(key);
            shell.paths.set(command, value.into(), 0);
        }
        (special::DIRSTACK, Index::Number(number)) => {
            let place = usize::try_from(*number).ok().and_then(|number| number.checked_sub(1));
            let before = shell.dynamic.directories.clone();
            if let Some(directory) = place.and_then(|place| shell.dynamic.directories.get_mut(place)) {
                *directory = value.into();
                shell.journal.subshell(|| Undo::DirectoryStack(before));
            }
        }
        (_, Index::Number(0)) => shell.assign(name, value)?,
        _ => {}
    }
    Ok(())
}

//! The ONE table of options: `set -o`, `shopt` and what both are called by (bash manual 4.3). A table of data.

/// An option: its place in [`TABLE`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Opt(pub u8);

/// Which builtin sets an option.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OptKind {
    /// `set -o name`; the letter of `set -x`, if it has one.
    Set(Option<u8>),
    /// `shopt -s name`
    Shopt,
}

/// A row of the table.
pub struct OptRow {
    /// bash's name.
    pub name: &'static str,
    /// Who sets it.
    pub kind: OptKind,
    /// On when a non-interactive shell starts.
    pub default: bool,
}

macro_rules! options {
    ($($ident:ident $name:literal $kind:expr, $default:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "counts the rows")]
        enum Row { $($ident),* }
        #[allow(missing_docs, reason = "the names are bash's")]
        impl Opt { $(pub const $ident: Opt = Opt(Row::$ident as u8);)* }
        /// Every option, `set -o` names first, each group in the order in which bash lists it.
        pub const TABLE: &[OptRow] = &[$(OptRow { name: $name, kind: $kind, default: $default }),*];
    };
}

const fn letter(byte: u8) -> OptKind {
    OptKind::Set(Some(byte))
}
const NO_LETTER: OptKind = OptKind::Set(None);
const SHOPT: OptKind = OptKind::Shopt;

options! {
    ALLEXPORT "allexport" letter(b'a'), false;
    BRACEEXPAND "braceexpand" letter(b'B'), true;
    EMACS "emacs" NO_LETTER, false;
    ERREXIT "errexit" letter(b'e'), false;
    ERRTRACE "errtrace" letter(b'E'), false;
    FUNCTRACE "functrace" letter(b'T'), false;
    HASHALL "hashall" letter(b'h'), true;
    HISTEXPAND "histexpand" letter(b'H'), false;
    HISTORY "history" NO_LETTER, false;
    IGNOREEOF "ignoreeof" NO_LETTER, false;
    INTERACTIVE_COMMENTS "interactive-comments" NO_LETTER, true;
    KEYWORD "keyword" letter(b'k'), false;
    MONITOR "monitor" letter(b'm'), false;
    NOCLOBBER "noclobber" letter(b'C'), false;
    NOEXEC "noexec" letter(b'n'), false;
    NOGLOB "noglob" letter(b'f'), false;
    NOLOG "nolog" NO_LETTER, false;
    NOTIFY "notify" letter(b'b'), false;
    NOUNSET "nounset" letter(b'u'), false;
    ONECMD "onecmd" letter(b't'), false;
    PHYSICAL "physical" letter(b'P'), false;
    PIPEFAIL "pipefail" NO_LETTER, false;
    POSIX "posix" NO_LETTER, false;
    PRIVILEGED "privileged" letter(b'p'), false;
    VERBOSE "verbose" letter(b'v'), false;
    VI "vi" NO_LETTER, false;
    XTRACE "xtrace" letter(b'x'), false;
    AUTOCD "autocd" SHOPT, false;
    ASSOC_EXPAND_ONCE "assoc_expand_once" SHOPT, false;
    CDABLE_VARS "cdable_vars" SHOPT, false;
    CDSPELL "cdspell" SHOPT, false;
    CHECKHASH "checkhash" SHOPT, false;
    CHECKJOBS "checkjobs" SHOPT, false;
    CHECKWINSIZE "checkwinsize" SHOPT, true;
    CMDHIST "cmdhist" SHOPT, true;
    COMPAT31 "compat31" SHOPT, false;
    COMPAT32 "compat32" SHOPT, false;
    COMPAT40 "compat40" SHOPT, false;
    COMPAT41 "compat41" SHOPT, false;
    COMPAT42 "compat42" SHOPT, false;
    COMPAT43 "compat43" SHOPT, false;
    COMPAT44 "compat44" SHOPT, false;
    COMPLETE_FULLQUOTE "complete_fullquote" SHOPT, true;
    DIREXPAND "direxpand" SHOPT, false;
    DIRSPELL "dirspell" SHOPT, false;
    DOTGLOB "dotglob" SHOPT, false;
    EXECFAIL "execfail" SHOPT, false;
    EXPAND_ALIASES "expand_aliases" SHOPT, false;
    EXTDEBUG "extdebug" SHOPT, false;
    EXTGLOB "extglob" SHOPT, false;
    EXTQUOTE "extquote" SHOPT, true;
    FAILGLOB "failglob" SHOPT, false;
    FORCE_FIGNORE "force_fignore" SHOPT, true;
    GLOBASCIIRANGES "globasciiranges" SHOPT, true;
    GLOBSKIPDOTS "globskipdots" SHOPT, true;
    GLOBSTAR "globstar" SHOPT, false;
    GNU_ERRFMT "gnu_errfmt" SHOPT, false;
    HISTAPPEND "histappend" SHOPT, false;
    HISTREEDIT "histreedit" SHOPT, false;
    HISTVERIFY "histverify" SHOPT, false;
    HOSTCOMPLETE "hostcomplete" SHOPT, true;
    HUPONEXIT "huponexit" SHOPT, false;
    INHERIT_ERREXIT "inherit_errexit" SHOPT, false;
    SHOPT_INTERACTIVE_COMMENTS "interactive_comments" SHOPT, true;
    LASTPIPE "lastpipe" SHOPT, false;
    LITHIST "lithist" SHOPT, false;
    LOCALVAR_INHERIT "localvar_inherit" SHOPT, false;
    LOCALVAR_UNSET "localvar_unset" SHOPT, false;
    LOGIN_SHELL "login_shell" SHOPT, false;
    MAILWARN "mailwarn" SHOPT, false;
    NO_EMPTY_CMD_COMPLETION "no_empty_cmd_completion" SHOPT, false;
    NOCASEGLOB "nocaseglob" SHOPT, false;
    NOCASEMATCH "nocasematch" SHOPT, false;
    NOEXPAND_TRANSLATION "noexpand_translation" SHOPT, false;
    NULLGLOB "nullglob" SHOPT, false;
    PATSUB_REPLACEMENT "patsub_replacement" SHOPT, true;
    PROGCOMP "progcomp" SHOPT, true;
    PROGCOMP_ALIAS "progcomp_alias" SHOPT, false;
    PROMPTVARS "promptvars" SHOPT, true;
    RESTRICTED_SHELL "restricted_shell" SHOPT, false;
    SHIFT_VERBOSE "shift_verbose" SHOPT, false;
    SOURCEPATH "sourcepath" SHOPT, true;
    VARREDIR_CLOSE "varredir_close" SHOPT, false;
    XPG_ECHO "xpg_echo" SHOPT, false;
}

const _: () = assert!(TABLE.len() <= 128);

/// All options at once: a set of bits, so that saving and putting back is a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options(u128);

impl Default for Options {
    fn default() -> Options {
        let mut all = Options(0);
        for (place, row) in TABLE.iter().enumerate() {
            all.set(Opt(place as u8), row.default);
        }
        all
    }
}

impl Options {
    /// Whether `option` is on.
    #[inline]
    pub fn get(&self, option: Opt) -> bool {
        self.0 >> option.0 & 1 == 1
    }

    /// Turns `option` on or off. What hangs on it (aliases of POSIX mode, SHELLOPTS) is the caller's: `Shell::set_option`.
    pub fn set(&mut self, option: Opt, on: bool) {
        self.0 = self.0 & !(1 << option.0) | u128::from(on) << option.0;
    }

    /// The names of the options that are on, joined with colons: SHELLOPTS (`set`) or BASHOPTS (`shopt`), sorted as bash does.
    pub fn names(&self, shopt: bool) -> Vec<u8> {
        let mut names: Vec<&str> = Vec::new();
        for (place, row) in TABLE.iter().enumerate() {
            if (row.kind == OptKind::Shopt) == shopt && self.get(Opt(place as u8)) {
                names.push(row.name);
            }
        }
        names.join(":").into_bytes()
    }

    /// `$-` without the letters of the invocation (`i`, `c`, `s`): the letters of `set` that are on, in bash's order.
    pub fn letters(&self) -> Vec<u8> {
        const ORDER: &[u8] = b"abefhkmnptuvxBCEHPT";
        ORDER.iter().copied().filter(|&letter| Opt::by_letter(letter).is_some_and(|option| self.get(option))).collect()
    }
}

impl Opt {
    /// The option of a `set -o` name.
    pub fn by_set_name(name: &[u8]) -> Option<Opt> {
        Opt::find(|row| row.kind != OptKind::Shopt && row.name.as_bytes() == name)
    }

    /// The option of a `shopt` name.
    pub fn by_shopt_name(name: &[u8]) -> Option<Opt> {
        Opt::find(|row| row.kind == OptKind::Shopt && row.name.as_bytes() == name)
    }

    /// The option of a letter of `set`.
    pub fn by_letter(letter: u8) -> Option<Opt> {
        Opt::find(|row| row.kind == OptKind::Set(Some(letter)))
    }

    /// Every option of the table.
    pub fn all() -> impl Iterator<Item = Opt> {
        (0..TABLE.len() as u8).map(Opt)
    }

    /// Its row.
    pub fn row(self) -> &'static OptRow {
        &TABLE[usize::from(self.0)] // an `Opt` is a place in the table
    }

    fn find(wanted: impl Fn(&OptRow) -> bool) -> Option<Opt> {
        TABLE.iter().position(wanted).map(|place| Opt(place as u8))
    }
}

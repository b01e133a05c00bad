//! What an expression is compiled to: instructions for a machine with an accumulator and a stack below it.

use crate::names::Name;

use super::{ArithError, Failure, Place};

/// A parsed expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    pub(super) ops: Box<[Op]>,
    /// Variables with a subscript.
    pub(super) places: Box<[Place]>,
    /// The text for messages; empty where nothing can fail.
    pub(super) text: Box<[u8]>,
    /// Values that are on the stack at once, at most.
    pub(super) depth: u32,
}

impl Expr {
    /// The value of an expression without variables that cannot fail: `5`, `1024*1024`.
    pub fn constant(&self) -> Option<i64> {
        match *self.ops {
            [Op::Const(value)] => Some(value),
            _ => None,
        }
    }

    /// The variable that is the whole expression: `i` in `a[i]`.
    pub fn variable(&self) -> Option<Name> {
        match *self.ops {
            [Op::Get(name)] => Some(name),
            _ => None,
        }
    }

    /// Whether evaluating it changes anything, as far as the expression itself says.
    pub fn assigns(&self) -> bool {
        use Op::{Set, SetElement, SetLocated, Step, StepElement};
        self.ops
            .iter()
            .any(|op| matches!(op, Set(_) | SetElement(_) | SetLocated(_) | Step { .. } | StepElement { .. }))
    }

    pub(super) fn error(&self, message: Message, start: u32, end: u32) -> ArithError {
        error(&self.text, message, start, end)
    }
}

/// The error as bash words it: the text without leading blanks, up to `end`.
pub(super) fn error(text: &[u8], message: Message, start: u32, end: u32) -> ArithError {
    let text = text.get(..end as usize).unwrap_or(text);
    let token = text.get(start as usize..).unwrap_or_default().into();
    let blanks = text.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
    let text = text.get(blanks..).unwrap_or_default().into();
    ArithError::At(Box::new(Failure { text, message: message.text(), token }))
}

/// An instruction. "Push" puts the accumulator on the stack and a new value into it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Op {
    /// Pushes.
    Const(i64),
    /// Pushes a variable.
    Get(Name),
    /// Pushes an element.
    GetElement(u32),
    /// Pushes an element and remembers its index for [`Op::SetLocated`].
    GetLocated(u32),
    /// Assigns the accumulator.
    Set(Name),
    SetElement(u32),
    SetLocated(u32),
    /// Pushes the variable's new value (old one, where `old`) and assigns it one more or less.
    Step {
        name: Name,
        by: i8,
        old: bool,
    },
    StepElement {
        place: u32,
        by: i8,
        old: bool,
    },
    /// Pops the left operand; the accumulator is the right one.
    Binary(Bin),
    /// The accumulator is the left operand.
    BinaryConst(Bin, i32),
    BinaryName(Bin, Name),
    /// `/` and `%` by what may be 0; the text from `start` is the error token.
    Divide {
        rem: bool,
        start: u32,
    },
    /// `**` by what may be negative.
    Power {
        start: u32,
    },
    Negate,
    Not,
    Invert,
    /// 0 or 1.
    Bool,
    /// Forgets the accumulator: pops into it.
    Drop,
    /// `&&`: where the accumulator is 0, on at the target; else drops it.
    And(u32),
    /// `||`: where it is not 0, on at the target with 1; else drops it.
    Or(u32),
    /// `?`: drops it; where it was 0, on at the target.
    Unless(u32),
    Jump(u32),
    /// The expression ends in an error.
    Fail {
        message: Message,
        start: u32,
        end: u32,
    },
}

const _: () = assert!(size_of::<Op>() == 16);

/// A variable, or an index into the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Name(Name),
    Element(u32),
}

/// The binary operators that always evaluate both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bin {
    Or,
    Xor,
    And,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Shl,
    Shr,
    Add,
    Sub,
    Mul,
    /// By what is not 0.
    Div,
    /// By what is not 0.
    Rem,
    /// To what is not negative.
    Pow,
}

impl Bin {
    /// 64 bits that wrap around; a shift count is taken modulo 64, as bash on x86 does.
    #[inline(always)]
    pub(super) fn apply(self, left: i64, right: i64) -> i64 {
        match self {
            Bin::Or => left | right,
            Bin::Xor => left ^ right,
            Bin::And => left & right,
            Bin::Eq => i64::from(left == right),
            Bin::Ne => i64::from(left != right),
            Bin::Lt => i64::from(left < right),
            Bin::Le => i64::from(left <= right),
            Bin::Gt => i64::from(left > right),
            Bin::Ge => i64::from(left >= right),
            Bin::Shl => left.wrapping_shl(right as u32),
            Bin::Shr => left.wrapping_shr(right as u32),
            Bin::Add => left.wrapping_add(right),
            Bin::Sub => left.wrapping_sub(right),
            Bin::Mul => left.wrapping_mul(right),
            Bin::Div => left.checked_div(right).unwrap_or(left), // INT_MIN / -1 is INT_MIN
            Bin::Rem => left.checked_rem(right).unwrap_or(0),
            Bin::Pow => power(left, right),
        }
    }
}

fn power(mut base: i64, mut exponent: i64) -> i64 {
    let mut result = 1i64;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result.wrapping_mul(base);
        }
        base = base.wrapping_mul(base);
        exponent >>= 1;
    }
    result
}

/// bash's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Message {
    OperandExpected,
    InvalidOperator,
    InExpression,
    MissingParenthesis,
    ColonExpected,
    ExpressionExpected,
    NonVariable,
    IncrementLvalue,
    DecrementLvalue,
    BadSubscript,
    DivisionByZero,
    NegativeExponent,
    TooGreat,
    InvalidBase,
    InvalidNumber,
    InvalidConstant,
    TooDeep,
}

impl Message {
    pub(super) fn text(self) -> &'static str {
        match self {
            Message::OperandExpected => "syntax error: operand expected",
            Message::InvalidOperator => "syntax error: invalid arithmetic operator",
            Message::InExpression => "syntax error in expression",
            Message::MissingParenthesis => "missing `)'",
            Message::ColonExpected => "`:' expected for conditional expression",
            Message::ExpressionExpected => "expression expected",
            Message::NonVariable => "attempted assignment to non-variable",
            Message::IncrementLvalue => "++: assignment requires lvalue",
            Message::DecrementLvalue => "--: assignment requires lvalue",
            Message::BadSubscript => "bad array subscript",
            Message::DivisionByZero => "division by 0",
            Message::NegativeExponent => "exponent less than 0",
            Message::TooGreat => "value too great for base",
            Message::InvalidBase => "invalid arithmetic base",
            Message::InvalidNumber => "invalid number",
            Message::InvalidConstant => "invalid integer constant",
            Message::TooDeep => "expression recursion level exceeded",
        }
    }
}

/// Instructions being made.
#[derive(Default)]
pub(super) struct Code {
    pub(super) ops: Vec<Op>,
    depth: u32,
    max_depth: u32,
    /// Something jumps here: what stands before must not be joined with what comes.
    barrier: usize,
}

/// A jump whose target is not known yet.
const PENDING: u32 = u32::MAX;

impl Code {
    /// An instruction that pushes.
    pub(super) fn push(&mut self, op: Op) {
        self.ops.push(op);
        self.depth += 1;
        self.max_depth = self.max_depth.max(self.depth);
    }

    /// An instruction that leaves the height of the stack.
    pub(super) fn change(&mut self, op: Op) {
        match (self.last(0), op) {
            (Some(Op::Const(value)), Op::Negate) => self.replace(1, Op::Const(value.wrapping_neg())),
            (Some(Op::Const(value)), Op::Not) => self.replace(1, Op::Const(i64::from(value == 0))),
            (Some(Op::Const(value)), Op::Invert) => self.replace(1, Op::Const(!value)),
            _ => self.ops.push(op),
        }
    }

    /// A binary operator; the text from `start` is named when it fails.
    pub(super) fn binary(&mut self, op: Bin, start: usize) {
        self.depth = self.depth.saturating_sub(1);
        let right = self.last(0);
        let checked = match (op, right) {
            (Bin::Div | Bin::Rem, Some(Op::Const(value))) => value == 0,
            (Bin::Pow, Some(Op::Const(value))) => value < 0,
            (Bin::Div | Bin::Rem | Bin::Pow, _) => true,
            _ => false,
        };
        if checked {
            let start = start as u32;
            let op = if op == Bin::Pow { Op::Power { start } } else { Op::Divide { rem: op == Bin::Rem, start } };
            return self.ops.push(op);
        }
        match (self.last(1), right) {
            (Some(Op::Const(left)), Some(Op::Const(right))) => self.replace(2, Op::Const(op.apply(left, right))),
            (_, Some(Op::Const(value))) if i32::try_from(value).is_ok() => {
                self.replace(1, Op::BinaryConst(op, value as i32));
            }
            (_, Some(Op::Get(name))) => self.replace(1, Op::BinaryName(op, name)),
            _ => self.ops.push(Op::Binary(op)),
        }
    }

    /// Forgets the value on top.
    pub(super) fn drop_value(&mut self) {
        self.ops.push(Op::Drop);
        self.depth = self.depth.saturating_sub(1);
    }

    /// A jump that drops a value on one way or the other; returns where it is, for [`Code::land`].
    pub(super) fn jump(&mut self, op: fn(u32) -> Op) -> usize {
        self.ops.push(op(PENDING));
        self.depth = self.depth.saturating_sub(1);
        self.barrier = self.ops.len();
        self.ops.len() - 1
    }

    /// Lets the jump at `from` end here.
    pub(super) fn land(&mut self, from: usize) {
        let here = self.ops.len() as u32;
        if let Some(Op::And(target) | Op::Or(target) | Op::Unless(target) | Op::Jump(target)) = self.ops.get_mut(from) {
            *target = here;
        }
        self.barrier = self.ops.len();
    }

    /// The exponent on top is known to be negative.
    pub(super) fn ends_negative(&self) -> bool {
        matches!(self.last(0), Some(Op::Const(value)) if value < 0)
    }

    /// Whether nothing in it has an effect or can fail.
    pub(super) fn is_pure(&self) -> bool {
        use Op::*;
        self.ops.iter().all(|op| {
            matches!(op, Const(_) | Binary(_) | BinaryConst(..) | Negate | Not | Invert | Bool | Drop)
                || matches!(op, And(_) | Or(_) | Unless(_) | Jump(_))
        })
    }

    /// The error that everything before leads to; jumps that were to end behind it end in it.
    pub(super) fn fail(&mut self, message: Message, start: usize, end: usize) {
        let here = self.ops.len() as u32;
        for op in &mut self.ops {
            match op {
                Op::And(target) | Op::Or(target) | Op::Unless(target) | Op::Jump(target) if *target == PENDING => {
                    *target = here;
                }
                _ => {}
            }
        }
        self.ops.push(Op::Fail { message, start: start as u32, end: end as u32 });
    }

    /// The expression.
    pub(super) fn finish(self, places: Vec<Place>, text: &[u8]) -> Expr {
        let fails = |op: &Op| matches!(op, Op::Divide { .. } | Op::Power { .. } | Op::Fail { .. });
        let text = if self.ops.iter().any(fails) { text.into() } else { Box::default() };
        Expr { ops: self.ops.into(), places: places.into(), text, depth: self.max_depth }
    }

    /// The last instruction but `back`, unless a jump ends behind it.
    fn last(&self, back: usize) -> Option<Op> {
        let at = self.ops.len().checked_sub(back + 1)?;
        if at < self.barrier { None } else { self.ops.get(at).copied() }
    }

    fn replace(&mut self, count: usize, op: Op) {
        self.ops.truncate(self.ops.len().saturating_sub(count));
        self.ops.push(op);
    }
}

//! The grammar, by precedence (bash manual 6.5):
//! `,` < assignments < `?:` < `||` < `&&` < `|` < `^` < `&` < `== !=` < `< <= > >=` < `<< >>` < `+ -` < `* / %` < `**` < unary.

use crate::names::Names;

use super::ArithError;
use super::code::{self, Bin, Code, Expr, Message, Op, Target};
use super::token::{Lexer, Stop, Token};

/// How deep an expression may nest; a level of parentheses counts four times.
const MAX_DEPTH: u32 = 16_400;

/// Parses `text`. An empty (or blank) text is the value 0. Where something with an effect stands before a syntax
/// error, the error is part of the expression and comes when it is evaluated.
pub fn parse(text: &[u8], names: &mut Names) -> Result<Expr, ArithError> {
    let mut parser = Parser { lexer: Lexer::new(text, names), code: Code::default(), depth: 0 };
    if let Err(stop) = parser.expression() {
        if parser.code.is_pure() {
            return Err(code::error(text, stop.message, stop.start as u32, stop.end as u32));
        }
        parser.code.fail(stop.message, stop.start, stop.end);
    }
    Ok(parser.code.finish(parser.lexer.places, text))
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    code: Code,
    depth: u32,
}

/// `Some` where a plain variable is followed by an assignment operator: it is the left side and was not read.
type Operand = Result<Option<Target>, Stop>;

impl Parser<'_> {
    fn expression(&mut self) -> Result<(), Stop> {
        self.lexer.advance()?;
        if self.lexer.token == Token::End {
            self.code.push(Op::Const(0));
            return Ok(());
        }
        self.comma()?;
        match self.lexer.token {
            Token::End => Ok(()),
            _ => Err(self.lexer.stop(Message::InExpression)),
        }
    }

    fn comma(&mut self) -> Result<(), Stop> {
        self.assignment()?;
        while self.lexer.token == Token::Comma {
            self.lexer.advance()?;
            self.code.drop_value();
            self.assignment()?;
        }
        Ok(())
    }

    fn assignment(&mut self) -> Result<(), Stop> {
        self.enter()?;
        let target = self.conditional()?;
        if let Token::Assign(op) = self.lexer.token {
            let Some(target) = target else {
                return Err(self.lexer.stop(Message::NonVariable));
            };
            match (op, target) {
                (None, _) => {}
                (Some(_), Target::Name(name)) => self.code.push(Op::Get(name)),
                (Some(_), Target::Element(place)) => self.code.push(Op::GetLocated(place)),
            }
            self.lexer.advance()?;
            self.assignment()?;
            if let Some(op) = op {
                self.code.binary(op, self.lexer.start);
            }
            self.code.change(match target {
                Target::Name(name) => Op::Set(name),
                Target::Element(place) if op.is_some() => Op::SetLocated(place),
                Target::Element(place) => Op::SetElement(place),
            });
        }
        self.depth -= 1;
        Ok(())
    }

    fn conditional(&mut self) -> Operand {
        self.enter()?;
        let target = self.binary(level::LOWEST)?;
        if self.lexer.token == Token::Question {
            self.lexer.advance()?;
            if matches!(self.lexer.token, Token::End | Token::Colon) {
                return Err(self.lexer.stop(Message::ExpressionExpected));
            }
            let unless = self.code.jump(Op::Unless);
            self.comma()?;
            if self.lexer.token != Token::Colon {
                return Err(self.lexer.stop(Message::ColonExpected));
            }
            self.lexer.advance()?;
            if self.lexer.token == Token::End {
                return Err(self.lexer.stop(Message::ExpressionExpected));
            }
            let over = self.code.jump(Op::Jump);
            self.code.land(unless);
            let operand = self.conditional()?;
            self.value(operand);
            self.code.land(over);
        }
        self.depth -= 1;
        Ok(target)
    }

    /// Operators of `lowest` and above.
    fn binary(&mut self, lowest: u8) -> Operand {
        let target = self.unary()?;
        loop {
            let level = level::of(self.lexer.token);
            if level < lowest {
                return Ok(target);
            }
            let token = self.lexer.token;
            self.lexer.advance()?;
            match token {
                Token::And => self.logical(Op::And, level)?,
                Token::Or => self.logical(Op::Or, level)?,
                Token::Binary(op) => self.operation(op, level)?,
                _ => {}
            }
        }
    }

    fn logical(&mut self, op: fn(u32) -> Op, level: u8) -> Result<(), Stop> {
        let jump = self.code.jump(op);
        self.right_side(level + 1)?;
        self.code.change(Op::Bool);
        self.code.land(jump);
        Ok(())
    }

    fn operation(&mut self, op: Bin, level: u8) -> Result<(), Stop> {
        let mut start = self.lexer.start;
        self.right_side(if op == Bin::Pow { level } else { level + 1 })?;
        if op == Bin::Pow {
            start = self.lexer.start; // bash names what follows: `2**-1+3` says `+3`
            if self.code.ends_negative() {
                return Err(self.lexer.stop(Message::NegativeExponent)); // even in `0 && 2**-1`
            }
        }
        self.code.binary(op, start);
        Ok(())
    }

    fn right_side(&mut self, level: u8) -> Result<(), Stop> {
        self.enter()?;
        let operand = self.binary(level)?;
        self.value(operand);
        self.depth -= 1;
        Ok(())
    }

    /// Reads a variable that stands before an assignment operator but cannot be its left side (`1+x=2`): bash has its value by
    /// the time it comes to the operator and complains. Before `=` it takes 0: `1/x=2` is a division by 0.
    fn value(&mut self, operand: Option<Target>) {
        match (operand, self.lexer.token) {
            (None, _) => {}
            (Some(_), Token::Assign(None)) => self.code.push(Op::Const(0)),
            (Some(Target::Name(name)), _) => self.code.push(Op::Get(name)),
            (Some(Target::Element(place)), _) => self.code.push(Op::GetElement(place)),
        }
    }

    fn unary(&mut self) -> Operand {
        self.enter()?;
        let op = match self.lexer.token {
            Token::Not => Some(Op::Not),
            Token::Invert => Some(Op::Invert),
            Token::Binary(Bin::Sub) => Some(Op::Negate),
            Token::Binary(Bin::Add) => None,
            _ => {
                let operand = self.operand();
                self.depth -= 1;
                return operand;
            }
        };
        self.lexer.advance()?;
        let operand = self.unary()?;
        self.value(operand);
        if let Some(op) = op {
            self.code.change(op);
        }
        self.depth -= 1;
        Ok(None)
    }

    fn operand(&mut self) -> Operand {
        match self.lexer.token {
            Token::Before(by) => self.before(by)?,
            Token::Open => self.parenthesized()?,
            Token::Number(value) => {
                self.code.push(Op::Const(value));
                self.lexer.advance()?;
            }
            Token::Variable(target) => return self.variable(target),
            _ => return Err(self.lexer.stop(Message::OperandExpected)),
        }
        Ok(None)
    }

    fn variable(&mut self, target: Target) -> Operand {
        self.lexer.advance()?;
        match (self.lexer.token, target) {
            (Token::Assign(_), _) => return Ok(Some(target)),
            (Token::Behind(by), _) => {
                self.code.push(step(target, by, true));
                self.lexer.advance()?;
            }
            (_, Target::Name(name)) => self.code.push(Op::Get(name)),
            (_, Target::Element(place)) => self.code.push(Op::GetElement(place)),
        }
        Ok(None)
    }

    fn before(&mut self, by: i8) -> Result<(), Stop> {
        self.lexer.advance()?;
        let Token::Variable(target) = self.lexer.token else {
            return Err(self.lexer.stop(Message::OperandExpected));
        };
        self.code.push(step(target, by, false));
        self.lexer.advance()?;
        match self.lexer.token {
            Token::Behind(1) => Err(self.lexer.stop(Message::IncrementLvalue)),
            Token::Behind(_) => Err(self.lexer.stop(Message::DecrementLvalue)),
            _ => Ok(()),
        }
    }

    fn parenthesized(&mut self) -> Result<(), Stop> {
        self.lexer.advance()?;
        self.comma()?;
        if self.lexer.token != Token::Close {
            return Err(self.lexer.stop(Message::MissingParenthesis));
        }
        self.lexer.advance()
    }

    fn enter(&mut self) -> Result<(), Stop> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.lexer.stop(Message::TooDeep)) } else { Ok(()) }
    }
}

fn step(target: Target, by: i8, old: bool) -> Op {
    match target {
        Target::Name(name) => Op::Step { name, by, old },
        Target::Element(place) => Op::StepElement { place, by, old },
    }
}

/// Levels of precedence, the loosest first.
mod level {
    use super::{Bin, Token};

    pub(super) const LOWEST: u8 = 1;

    /// The level of a binary operator; 0 for any other token.
    pub(super) fn of(token: Token) -> u8 {
        match token {
            Token::Or => 1,
            Token::And => 2,
            Token::Binary(op) => match op {
                Bin::Or => 3,
                Bin::Xor => 4,
                Bin::And => 5,
                Bin::Eq | Bin::Ne => 6,
                Bin::Lt | Bin::Le | Bin::Gt | Bin::Ge => 7,
                Bin::Shl | Bin::Shr => 8,
                Bin::Add | Bin::Sub => 9,
                Bin::Mul | Bin::Div | Bin::Rem => 10,
                Bin::Pow => 11,
            },
            _ => 0,
        }
    }
}

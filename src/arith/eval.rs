//! Runs the instructions of an expression.

use super::code::{Bin, Message, Op};
use super::{ArithError, Expr, Variables};

/// The value of `expr`.
pub fn eval(expr: &Expr, variables: &mut dyn Variables) -> Result<i64, ArithError> {
    // what loops are made of: `i`, `i++`, `i<n`, `i<10`, `i=i+1`
    match *expr.ops {
        [Op::Const(value)] => Ok(value),
        [Op::Get(name)] => variables.get_name(name),
        [Op::Step { name, by, old }] => {
            let value = variables.get_name(name)?;
            let stepped = value.wrapping_add(i64::from(by));
            variables.set_name(name, stepped)?;
            Ok(if old { value } else { stepped })
        }
        [Op::Get(left), Op::BinaryName(op, right)] => {
            let left = variables.get_name(left)?;
            Ok(op.apply(left, variables.get_name(right)?))
        }
        [Op::Get(name), Op::BinaryConst(op, right)] => Ok(op.apply(variables.get_name(name)?, i64::from(right))),
        [Op::Get(name), Op::BinaryConst(op, right), Op::Set(target)] => {
            let value = op.apply(variables.get_name(name)?, i64::from(right));
            variables.set_name(target, value)?;
            Ok(value)
        }
        _ if expr.depth <= SMALL => Machine::new(expr, variables, &mut [0; SMALL as usize]).run(),
        _ => Machine::new(expr, variables, &mut vec![0; expr.depth as usize]).run(),
    }
}

/// Depth of the stack up to which it needs no allocation.
const SMALL: u32 = 8;

struct Machine<'a> {
    expr: &'a Expr,
    variables: &'a mut dyn Variables,
    stack: &'a mut [i64],
    height: usize,
    /// The accumulator.
    value: i64,
    /// Indices that [`Op::GetLocated`] found.
    located: Vec<Option<i64>>,
}

impl<'a> Machine<'a> {
    fn new(expr: &'a Expr, variables: &'a mut dyn Variables, stack: &'a mut [i64]) -> Machine<'a> {
        Machine { expr, variables, stack, height: 0, value: 0, located: Vec::new() }
    }

    fn run(mut self) -> Result<i64, ArithError> {
        let mut at = 0;
        while let Some(&op) = self.expr.ops.get(at) {
            at += 1;
            match op {
                Op::Const(value) => self.push(value),
                Op::Get(name) => {
                    let value = self.variables.get_name(name)?;
                    self.push(value);
                }
                Op::Set(name) => self.variables.set_name(name, self.value)?,
                Op::Step { name, by, old } => {
                    let value = self.variables.get_name(name)?;
                    let stepped = value.wrapping_add(i64::from(by));
                    self.variables.set_name(name, stepped)?;
                    self.push(if old { value } else { stepped });
                }
                Op::Binary(op) => self.value = op.apply(self.pop(), self.value),
                Op::BinaryConst(op, right) => self.value = op.apply(self.value, i64::from(right)),
                Op::BinaryName(op, name) => self.value = op.apply(self.value, self.variables.get_name(name)?),
                Op::Drop => self.value = self.pop(),
                Op::Bool => self.value = i64::from(self.value != 0),
                Op::And(_) if self.value != 0 => self.value = self.pop(),
                Op::Or(_) if self.value == 0 => self.value = self.pop(),
                Op::And(target) => at = target as usize,
                Op::Or(target) => {
                    self.value = 1;
                    at = target as usize;
                }
                Op::Unless(target) => {
                    if self.value == 0 {
                        at = target as usize;
                    }
                    self.value = self.pop();
                }
                Op::Jump(target) => at = target as usize,
                _ => self.rarer(op)?,
            }
        }
        Ok(self.value)
    }

    fn rarer(&mut self, op: Op) -> Result<(), ArithError> {
        match op {
            Op::Negate => self.value = self.value.wrapping_neg(),
            Op::Not => self.value = i64::from(self.value == 0),
            Op::Invert => self.value = !self.value,
            Op::Divide { start, .. } if self.value == 0 => return Err(self.error(Message::DivisionByZero, start)),
            Op::Divide { rem, .. } => {
                let op = if rem { Bin::Rem } else { Bin::Div };
                self.value = op.apply(self.pop(), self.value);
            }
            Op::Power { start } if self.value < 0 => return Err(self.error(Message::NegativeExponent, start)),
            Op::Power { .. } => self.value = Bin::Pow.apply(self.pop(), self.value),
            Op::Fail { message, start, end } => return Err(self.expr.error(message, start, end)),
            Op::GetElement(place)
            | Op::GetLocated(place)
            | Op::SetElement(place)
            | Op::SetLocated(place)
            | Op::StepElement { place, .. } => self.element(op, place)?,
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, op: Op, place: u32) -> Result<(), ArithError> {
        let Some(place) = self.expr.places.get(place as usize) else { return Ok(()) };
        match op {
            Op::GetLocated(_) => {
                let (value, index) = self.variables.get_located(place)?;
                self.located.push(index);
                self.push(value);
            }
            Op::SetLocated(_) => {
                let index = self.located.pop().flatten();
                self.variables.set_located(place, index, self.value)?;
            }
            Op::StepElement { by, old, .. } => {
                let (value, index) = self.variables.get_located(place)?;
                let stepped = value.wrapping_add(i64::from(by));
                self.variables.set_located(place, index, stepped)?;
                self.push(if old { value } else { stepped });
            }
            Op::SetElement(_) => self.variables.set(place, self.value)?,
            _ => {
                let value = self.variables.get(place)?;
                self.push(value);
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn push(&mut self, value: i64) {
        if let Some(slot) = self.stack.get_mut(self.height) {
            *slot = self.value;
        }
        self.height += 1;
        self.value = value;
    }

    #[inline(always)]
    fn pop(&mut self) -> i64 {
        self.height = self.height.saturating_sub(1);
        self.stack.get(self.height).copied().unwrap_or(0)
    }

    fn error(&self, message: Message, start: u32) -> ArithError {
        self.expr.error(message, start, self.expr.text.len() as u32)
    }
}

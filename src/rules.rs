//! Remap, rewrite and delay rules: parse, apply, print. Pure.

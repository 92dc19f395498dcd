//! What leaves on paper: the letter read back as text, its pages counted, its bytes compared.

mod approval;
mod delivery;
mod door;
mod letter;
mod quotation;
mod requirement;
pub mod rows;
mod same;
mod sizes;

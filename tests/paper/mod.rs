//! What leaves on paper: the letter read back as text, its pages counted, its bytes compared.

mod approval;
mod delivery;
mod door;
mod letter;
pub mod rows;
mod same;

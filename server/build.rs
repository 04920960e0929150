//! Builds again when a file of the demo site is added: the compiler only notices changes in those it knows.

fn main() {
    println!("cargo::rerun-if-changed=demo");
}

//! Builds again when a file of the demo site or of a new one is added: the compiler only notices changes in those it knows.

fn main() {
    println!("cargo::rerun-if-changed=demo");
    println!("cargo::rerun-if-changed=starter");
}

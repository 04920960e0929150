//! What tests need in order to do something with posts.

/// Does one step as an act of its own, which is committed unless the step is refused.
macro_rules! act {
    ($state:expr, $by:expr, $step:expr $(, $argument:expr)* $(,)?) => {{
        let mut act = $crate::posts::Act::begin($state, $by).await.unwrap();
        let done = $step(&mut act $(, $argument)*).await;
        if done.is_ok() {
            act.commit().await.unwrap();
        }
        done
    }};
}

pub(crate) use act;

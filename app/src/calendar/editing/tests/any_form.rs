//! Whatever somebody types.

use super::*;

fn any_form() -> impl Strategy<Value = EditionForm> {
    let date = prop_oneof!["[0-9]{4}-[01][0-9]-[0-3][0-9]", ".{0,12}"];
    let days = prop_oneof![(-2_i64..400).prop_map(|days| days.to_string()), ".{0,6}".prop_map(|text| text)];
    let time = || prop_oneof!["[0-2][0-9][:.][0-6][0-9]", ".{0,6}"];
    let zone = prop_oneof![
        Just("Europe/Stockholm".to_owned()),
        Just("Pacific/Apia".to_owned()),
        ".{0,12}".prop_map(|text| text)
    ];
    let word =
        || prop_oneof![Just("published".to_owned()), Just("grid".to_owned()), ".{0,5}".prop_map(|text| text)];
    let labels = proptest::collection::btree_map("[0-9a-z]{0,4}", ".{0,8}", 0..4);
    let texts = (".{0,9}", ".{0,9}", "\\PC{0,20}", "[a-z0-9-]{0,5}|.{0,5}");
    (texts, date, days, (time(), time()), zone, (word(), word(), word(), word()), labels).prop_map(
        |((title, lead, introduction, slug), first_day, days, times, time_zone, words, labels)| {
            let (scene, order, state, sure) = words;
            let (opens_at, reminds_at) = times;
            EditionForm {
                title,
                lead_before: lead.clone(),
                lead_last: lead.clone(),
                lead_after: lead.clone(),
                best_doors: lead.clone(),
                lead,
                introduction,
                slug,
                first_day,
                days,
                opens_at,
                reminds_at,
                time_zone,
                scene,
                order,
                state,
                shows_reads: sure.clone(),
                sure,
                labels,
            }
        },
    )
}

/// Whatever is typed is saved or refused, and what is saved can be read.
#[test]
fn any_form_is_saved_or_refused() {
    let runtime = tokio::runtime::Runtime::new().expect("starts");
    let (site, id) = runtime.block_on(async {
        let site = TestSite::new().await;
        let id = december(&site).await.id;
        (site, id)
    });
    proptest!(ProptestConfig::with_cases(96), |(form in any_form(), reshuffle: bool)| {
        runtime.block_on(async {
            let before = record(&site, id).await;
            let saved = save(&site.state, &anna(), (id, before.version), &form, reshuffle).await;
            let after = record(&site, id).await;
            match saved {
                Ok(_) => assert_eq!(after.version, before.version.next()),
                Err(EditionError::Invalid(_) | EditionError::NotSure) => assert_eq!(after, before, "nothing is written"),
                Err(error) => panic!("{error:?}"),
            }
            let days = days(&site.state, &after).await.expect("read");
            assert_eq!(days.len(), usize::from(after.schedule.days()));
        });
    });
}

//! Exports are what the published schema says.

use app::export::layout;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

use super::{exported, full_site, text};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../docs/export/guldkorn-export.schema.json")).unwrap()
}

/// The schema of one file, or of one line of it.
struct Definition {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Definition {
    fn named(name: &str) -> Self {
        let (mut schemas, mut compiler, schema) = (Schemas::new(), Compiler::new(), schema());
        let id = schema["$id"].as_str().unwrap().to_owned();
        compiler.enable_format_assertions();
        compiler.add_resource(&id, schema).unwrap();
        let index = compiler.compile(&format!("{id}#/$defs/{name}"), &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Returns what is wrong with a value; empty when nothing is.
    fn problems(&self, value: &Value) -> String {
        self.schemas.validate(value, self.index).err().map(|error| error.to_string()).unwrap_or_default()
    }
}

#[tokio::test]
async fn everything_in_an_export_is_as_the_schema_says() {
    let app = full_site().await;
    let (_, files) = exported(&app).await;
    assert_eq!(serde_json::from_str::<Value>(text(&files, layout::SCHEMA)).unwrap(), schema());
    for (path, definition) in [(layout::MANIFEST, "manifest"), (layout::SETTINGS, "settings")] {
        let value = serde_json::from_slice(&files[path]).unwrap();
        assert_eq!(Definition::named(definition).problems(&value), "", "{path}");
    }
    for (path, definition) in [
        (layout::POSTS, "post"),
        (layout::TAGS, "tag"),
        (layout::EDITIONS, "edition"),
        (layout::PICTURES, "picture"),
        (layout::DOCUMENTS, "document"),
        (layout::RECORDINGS, "recording"),
        (layout::REDIRECTS, "redirect"),
        (layout::GONE, "gone"),
    ] {
        let definition = Definition::named(definition);
        let text = text(&files, path);
        assert!(!text.is_empty(), "{path}");
        for line in text.lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            assert_eq!(definition.problems(&value), "", "{path}: {line}");
            let mut more = value.clone();
            more["mer"] = json!(1);
            assert_ne!(definition.problems(&more), "", "a field that nobody knows");
            for field in value.as_object().unwrap().keys() {
                let mut less = value.clone();
                less.as_object_mut().unwrap().remove(field);
                assert_ne!(definition.problems(&less), "", "{path} without {field}");
            }
        }
    }
}

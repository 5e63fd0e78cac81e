"""librechat.yaml as text: nodes with exact spans, js-yaml's values, edits as patches."""

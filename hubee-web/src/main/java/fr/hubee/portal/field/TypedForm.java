package fr.hubee.portal.field;

import java.util.HashMap;
import java.util.Map;

/** A form with fields of text: the page reads and writes each by its name. */
public abstract class TypedForm {
    private final Map<String, String> values = new HashMap<>();

    /** Returns what the fields show, then what was typed; null for an empty field. */
    public Map<String, String> getValues() {
        return values;
    }

    protected String typed(String field) {
        return values.get(field);
    }
}

package fr.hubee.portal.field;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A form whose fields have the names of constants. */
public abstract class FieldsForm<F extends Enum<F>> extends VersionedForm {
    private final Map<String, String> values = new HashMap<>();

    protected void show(long version, Map<F, String> known) {
        setVersion(version);
        known.forEach((field, value) -> values.put(field.name(), value));
    }

    protected Map<F, String> typed(Class<F> fields) {
        var typed = new EnumMap<F, String>(fields);
        for (var field : fields.getEnumConstants()) {
            typed.put(field, values.get(field.name()));
        }
        return typed;
    }

    /** Returns the values by the name of their field. */
    public Map<String, String> getValues() {
        return values;
    }
}

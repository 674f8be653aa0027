package fr.hubee.portal.field;

import java.util.EnumMap;
import java.util.Map;

/** A form whose fields have the names of constants. */
public abstract class FieldsForm<F extends Enum<F>> extends VersionedForm {

    protected void show(long version, Map<F, String> known) {
        setVersion(version);
        known.forEach((field, value) -> getValues().put(field.name(), value));
    }

    protected Map<F, String> typed(Class<F> fields) {
        var typed = new EnumMap<F, String>(fields);
        for (var field : fields.getEnumConstants()) {
            typed.put(field, typed(field.name()));
        }
        return typed;
    }
}

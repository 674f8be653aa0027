package fr.hubee.kernel.database;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The conditions of a search: each one is optional, with its value as a query parameter. */
public final class Conditions {
    private final TreeSet<String> texts = new TreeSet<>();
    private final Map<String, Object> values = new HashMap<>();

    /** @param value of the parameter in the condition; null leaves the condition out */
    public Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            texts.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    /** Adds a condition whose parameters are bound by others. */
    public Conditions and(String condition) {
        texts.add(condition);
        return this;
    }

    /** The where clause; empty without conditions. */
    public String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    public <Q extends Query> Q bind(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}

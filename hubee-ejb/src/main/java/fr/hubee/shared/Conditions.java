package fr.hubee.shared;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What a search asks for: each condition is optional, and their values travel as parameters. */
public final class Conditions {
    private final TreeSet<String> texts = new TreeSet<>();
    private final Map<String, Object> values = new HashMap<>();

    /** @param value of the parameter in the condition; null when the search does not ask for it */
    public Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            texts.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    /** The clause, or nothing when nothing is asked for. */
    public String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    public <Q extends Query> Q bind(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}

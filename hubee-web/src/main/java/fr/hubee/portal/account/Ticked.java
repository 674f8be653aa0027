package fr.hubee.portal.account;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The checkboxes of a form: whether each is ticked, by name. */
final class Ticked implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Boolean> boxes = new LinkedHashMap<>();

    Ticked(Collection<String> names, Collection<String> ticked) {
        names.forEach(name -> boxes.put(name, ticked.contains(name)));
    }

    /** For the page, which binds them. */
    Map<String, Boolean> boxes() {
        return boxes;
    }

    Set<String> names() {
        return names(name -> name);
    }

    <T> Set<T> names(Function<String, T> meaning) {
        return boxes.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .map(meaning)
                .collect(Collectors.toSet());
    }
}

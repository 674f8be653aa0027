package fr.hubee.api.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients send lists as repeated parameters or as one with commas. */
public final class CommaSeparated {

    private CommaSeparated() {}

    public static Set<String> values(List<String> parameters) {
        return parameters.stream()
                .flatMap(parameter -> Stream.of(parameter.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package fr.hubee.api.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of lists. */
public final class ListParameters {
    private static final int LONGEST_PAGE = 5000;

    private ListParameters() {}

    /** Returns the size of a page, reduced to the maximum if it is larger: clients page, or filter. */
    public static int pageSize(int maxResult) {
        return Math.min(maxResult, LONGEST_PAGE);
    }

    /** Returns the values that a client sends as repeated parameters, or as one with commas. */
    public static Set<String> values(List<String> parameters) {
        return parameters.stream()
                .flatMap(parameter -> Stream.of(parameter.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

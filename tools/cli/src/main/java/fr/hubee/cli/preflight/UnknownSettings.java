package fr.hubee.cli.preflight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings of the environment that no release part knows any more, or that are misspelt. */
final class UnknownSettings {
    private UnknownSettings() {}

    static void say(Set<String> environment, Findings findings) {
        var known = known();
        var unknown = environment.stream()
                .filter(name -> name.startsWith("HUBEE_"))
                .filter(name -> !known.contains(name) && !known.contains(name.replaceFirst("_FILE$", "")))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            findings.ok("this release knows all of those that are set here");
        }
        unknown.forEach(name ->
                findings.note(name + " is not known to this release: see the upgrade notes of docs/operations.md"));
    }

    /** A test compares the list with the manual. */
    static Set<String> known() {
        try (var lines = new BufferedReader(new InputStreamReader(
                UnknownSettings.class.getResourceAsStream("settings.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}

package fr.hubee.cli.preflight;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import fr.hubee.kernel.settings.SettingsCheck;
import fr.hubee.kernel.settings.SupportAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks every setting that would stop a start, all at once, with the same code as a start; names those that no part of this release knows. */
final class SettingFindings {
    private SettingFindings() {}

    static void say(
            Iterable<SettingsCheck> checks, SettingSource settings, Set<String> environment, Findings findings) {
        var wrong = new LinkedHashSet<String>(); // some are read by several
        findings.title("The settings");
        for (var check : checks) {
            try {
                check.read(settings.noting(wrong::add));
            } catch (LinkageError failure) {
                findings.note("some cannot be checked: replace bin/hubee by that of this release (" + failure + ")");
            }
        }
        wrong.forEach(findings::obstacle);
        if (wrong.isEmpty()) {
            findings.ok("each has a value that a start takes");
        }
        if (settings.read(SupportAddress.SETTING, "", SettingValues::optional).isEmpty()) {
            findings.note(SupportAddress.SETTING + " is not set: every mail sends people with a question to "
                    + SupportAddress.OF_THE_STATE);
        }
        sayUnknown(environment, findings);
    }

    static void sayUnknown(Set<String> environment, Findings findings) {
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
                findings.note(name + " is not known to this release: see the upgrade notes of docs/upgrade.md"));
    }

    /** A test compares the list with the manual. */
    static Set<String> known() {
        try (var lines = new BufferedReader(new InputStreamReader(
                SettingFindings.class.getResourceAsStream("settings.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}

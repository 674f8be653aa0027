package fr.hubee.cli.preflight;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks every setting that would stop a start, all at once, with the same code as a start. */
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
        UnknownSettings.say(environment, findings);
    }
}

package fr.hubee.cli.preflight;

import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tests the services that a hub needs besides its database: each has a line, and a short time limit. */
final class Surroundings {
    private final Iterable<Probe> probes;
    private final SettingSource settings;
    private final Findings findings;
    private final Duration longest;

    Surroundings(Iterable<Probe> probes, SettingSource settings, Findings findings, Duration longest) {
        this.probes = probes;
        this.settings = settings;
        this.findings = findings;
        this.longest = longest;
    }

    void say() {
        findings.title("What it needs beside the database");
        probes.forEach(this::say);
    }

    private void say(Probe probe) {
        var task = new FutureTask<>(() -> probe.check(settings));
        var thread = new Thread(task, probe.subject());
        thread.setDaemon(true); // it may never end
        thread.start();
        try {
            findings.ok(probe.subject() + ": " + task.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException failure) {
            findings.obstacle(probe.subject() + " does not answer within " + longest.toSeconds() + " seconds");
        } catch (ExecutionException failure) {
            findings.obstacle(probe.subject() + ": " + reason(failure.getCause()));
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof LinkageError) {
            return "it cannot be tried: replace bin/hubee by that of this release (" + failure + ")";
        }
        var message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}

package fr.hubee.it.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a few test classes without Maven: {@code DepositIT,TokenIT} or {@code DepositIT#aMethod}. */
final class TestRun {
    private static final Path CLASSES = Path.of(System.getProperty("hubee.ear")).resolveSibling("test-classes");

    private TestRun() {}

    public static void main(String[] wanted) throws IOException {
        var request = LauncherDiscoveryRequestBuilder.request();
        for (var each : wanted[0].split(",", -1)) {
            request.selectors(selector(each));
        }
        var told = new SummaryGeneratingListener();
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request.build(), told);
        }
        var summary = told.getSummary();
        var out = new PrintWriter(System.out, false, Charset.defaultCharset());
        summary.printFailuresTo(out, 20);
        summary.printTo(out);
        System.exit(summary.getTotalFailureCount() == 0 && summary.getTestsFoundCount() > 0 ? 0 : 1);
    }

    private static DiscoverySelector selector(String wanted) throws IOException {
        var parts = wanted.split("#", 2);
        return parts.length == 1
                ? DiscoverySelectors.selectClass(named(parts[0]))
                : DiscoverySelectors.selectMethod(named(parts[0]), parts[1]);
    }

    private static String named(String simpleName) throws IOException {
        try (Stream<Path> all = Files.walk(CLASSES)) {
            return all.filter(file -> file.endsWith(simpleName + ".class"))
                    .findFirst()
                    .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .orElseThrow(() -> new IllegalArgumentException("No test class is named " + simpleName));
        }
    }
}

package fr.hubee.it.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of metrics: in the shipped rules and dashboard, and in a scrape. */
final class MetricNames {
    /** Names of our own metrics, of those that rules record, and of WildFly's. */
    private static final Pattern NAME = Pattern.compile("\\b(?:hubee[_:]|wildfly_|base_|vendor_)[a-zA-Z0-9_:]+");

    private static final Pattern RECORDED = Pattern.compile("- record: (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*", Pattern.MULTILINE);

    private static final Pattern SELECTOR = Pattern.compile("(" + NAME.pattern() + ")\\{([^}]*)}");

    /** Matchers of an exact value, without the job, which Prometheus adds, and without failures, which a test does not have. */
    private static final Pattern MATCHER = Pattern.compile("\\b(?!job=|status=\"5xx\")\\w+=\"[^\"]*\"");

    private static final Path SHIPPED = Path.of(System.getProperty("jboss.home.dir"), "../../src/main/prometheus");

    private MetricNames() {}

    static Set<String> ofTheRules() throws IOException {
        return all(NAME, expressionsOfTheRules());
    }

    private static Stream<String> expressionsOfTheRules() throws IOException {
        return Files.readAllLines(rules()).stream().filter(line -> !line.strip().startsWith("#"));
    }

    /** Returns the selectors of the rules and the dashboard that match no series of the scrape. */
    static Set<String> selectedInVain(String scrape) throws IOException {
        return Stream.concat(expressionsOfTheRules(), expressionsOfTheDashboard())
                .flatMap(expression -> SELECTOR.matcher(expression).results())
                .filter(selector -> scrape.lines().noneMatch(line -> isOf(selector, line)))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOf(MatchResult selector, String line) {
        return line.matches(Pattern.quote(selector.group(1)) + "[ {].*")
                && MATCHER.matcher(selector.group(2)).results().allMatch(label -> line.contains(label.group()));
    }

    static Set<String> recordedByRules() throws IOException {
        return RECORDED.matcher(Files.readString(rules()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path rules() {
        return SHIPPED.resolve("hubee.rules.yml");
    }

    static Set<String> ofTheDashboard() throws IOException {
        return all(NAME, expressionsOfTheDashboard());
    }

    private static Stream<String> expressionsOfTheDashboard() throws IOException {
        var dashboard = new ObjectMapper()
                .readTree(
                        SHIPPED.resolveSibling("grafana").resolve("hubee.json").toFile());
        return dashboard.findValues("expr").stream().map(JsonNode::asText);
    }

    static Set<String> exposedBy(String scrape) {
        return all(SAMPLE, Stream.of(scrape));
    }

    private static Set<String> all(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

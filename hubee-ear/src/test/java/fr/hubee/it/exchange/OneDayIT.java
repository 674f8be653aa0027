package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PassedBench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The day of an engineer, as docs/one-day.md tells it: each block, in order, against this server and its test bench. */
class OneDayIT extends OverHttp {
    private static final Path PROJECT = Path.of(System.getProperty("hubee.bootstrap"), "../../../../..")
            .toAbsolutePath()
            .normalize();
    private static final Pattern BLOCK = Pattern.compile("(?s)```(bash|java|typescript|sh|python|php)\n(.*?)```\n");

    @TempDir
    Path folder;

    private static List<MatchResult> blocks(String guide) throws IOException {
        return BLOCK.matcher(Files.readString(PROJECT.resolve("docs").resolve(guide)))
                .results()
                .toList();
    }

    private static String of(String language) throws IOException {
        return blocks("one-day.md").stream()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
    }

    private static Path clients() throws IOException {
        try (var files = Files.newDirectoryStream(PROJECT.resolve("tools/client/target"), "hubee-clients-*.zip")) {
            return files.iterator().next();
        }
    }

    /** Runs some scenarios of the profile only, and has the others passed before, unless the tests may be long. */
    @Test
    void anEngineerConnectsHerSoftware() throws Exception {
        Files.writeString(folder.resolve("Connect.java"), of("java"));
        var script = blocks("one-day.md").stream()
                .filter(block -> block.group(1).equals("bash"))
                .map(block -> block.group(2))
                .filter(OneDayIT::isPossible)
                .collect(Collectors.joining());
        if (!Boolean.getBoolean("hubee.long")) {
            script = script.replace(
                    "'{\"profile\": \"SI\"}' \"$HUB/bench/v1/runs\"",
                    "'{\"scenarios\": [\"odd-names\", \"token-expired\"]}' \"$HUB/bench/v1/runs\"");
            var client = "demo-haute-rivaine-rsa";
            var scenarios =
                    Partner.of(client).atBench().get("/scenarios").json().findValuesAsText("name");
            PassedBench.with(client, scenarios, "HubEE", "hubee-client", "1.0.0");
        }
        run(script);
    }

    /** Builds with the packages that npm has kept, since tests ask no registry. */
    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void anEngineerConnectsHerSoftwareInTypeScript() throws Exception {
        Files.writeString(folder.resolve("Connect.java"), of("java"));
        var before = blocks("one-day.md").stream()
                .takeWhile(block -> !block.group(1).equals("typescript"))
                .filter(block -> block.group(1).equals("bash"))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
        assumeTrue(hasPackages(), "npm has not kept the packages of tools/client/src/main/typescript");
        run("export npm_config_offline=true\n" + before + of("sh"));
    }

    /** Leaves out what a language does that is not installed, except in continuous integration. */
    private static boolean isPossible(String block) {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return "true".equals(System.getenv("CI"))
                || Stream.of("python3", "php")
                        .filter(language -> block.contains("\n" + language + " "))
                        .allMatch(language ->
                                Stream.of(folders).anyMatch(each -> Files.isExecutable(Path.of(each, language))));
    }

    private boolean hasPackages() throws Exception {
        Files.copy(PROJECT.resolve("tools/client/src/main/typescript/package.json"), folder.resolve("package.json"));
        try {
            return new ProcessBuilder("npm", "install", "--offline")
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException gone) {
            return false; // npm is not there
        }
    }

    private void run(String blocks) throws Exception {
        var script = "set -euo pipefail; trap 'jobs -p | xargs -r kill 2> /dev/null || true' EXIT; jar xf '" + clients()
                + "'\n" + blocks.replace("http://localhost:8080", Partner.address());
        var said = folder.resolve("said").toFile();
        var builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .merge(
                        "PATH",
                        System.getProperty("java.home") + "/bin",
                        (path, java) -> java + File.pathSeparator + path);
        var day = builder.redirectOutput(said).start();
        try {
            assertTrue(day.waitFor(10, TimeUnit.MINUTES), () -> read(said));
            assertEquals(0, day.exitValue(), () -> read(said));
        } finally {
            day.descendants().forEach(ProcessHandle::destroy);
            day.destroy();
        }
    }

    private static String read(File said) {
        try {
            return Files.readString(said.toPath());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void theProgramsAreThoseOfTheLibraries() throws IOException {
        var clients = PROJECT.resolve("tools/client/src/main");
        assertEquals(Files.readString(clients.resolve("typescript/connect.ts")), of("typescript"));
        assertEquals(Files.readString(clients.resolve("python/connect.py")), of("python"));
        assertEquals(Files.readString(clients.resolve("php/connect.php")), of("php"));
    }

    @Test
    void theGuideInFrenchHasTheSameBlocks() throws IOException {
        assertEquals(
                blocks("one-day.md").stream().map(MatchResult::group).toList(),
                blocks("une-journee.md").stream().map(MatchResult::group).toList());
    }
}

package fr.hubee.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each target reads its kept inputs; with {@code --long} also those that a fuzzer makes of them in a minute, or in {@code -Dhubee.fuzz=600}
 * seconds. An input that fails goes into the folder of its target, and stays there.
 */
class FuzzTest {
    private static final String MEMORY = "-Xmx256m";

    @ParameterizedTest
    @EnumSource
    void theKeptInputsAreRead(Target target) throws IOException {
        for (var each : target.kept()) {
            target.warm(each);
            target.read(each);
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void noInventedInputIsTooMuch(Target target) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "fuzz", target.name()));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command(
                        target, Files.createDirectories(folder.resolve("found")).toAbsolutePath()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        assertEquals(0, exit, () -> "Jazzer has found something: see " + log.toAbsolutePath());
    }

    private static List<String> command(Target target, Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=fr.hubee.**:com.nimbusds.**:org.apache.commons.csv.**:io.undertow.util.**",
                "-max_total_time=" + System.getProperty("hubee.fuzz", "60"),
                // the schemas of a gate may have patterns
                "--disabled_hooks="
                        + (target == Target.GATE ? "com.code_intelligence.jazzer.sanitizers.RegexInjection" : ""),
                "-timeout=10",
                "-artifact_prefix=" + found.getParent() + "/",
                found.toString(),
                target.corpus().toString());
    }
}

package fr.hubee.clients.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files of the bench: those of the hub, and those of a ministry. */
final class ScenarioFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private ScenarioFile() {}

    /** @throws IllegalArgumentException when it is no scenario, with the reason */
    static Scenario read(InputStream yaml, String file) {
        try {
            var scenario = JSON.convertValue(load(yaml), Scenario.class);
            scenario.steps().stream().filter(step -> !step.isOne()).findFirst().ifPresent(step -> {
                throw new IllegalArgumentException("a step has one of partner, expect, fault and check: " + step);
            });
            scenario.steps().forEach(Scenario.Step::shown);
            return scenario;
        } catch (IllegalArgumentException | org.yaml.snakeyaml.error.YAMLException invalid) {
            throw new IllegalArgumentException(file + ": " + invalid.getMessage(), invalid);
        }
    }

    static List<Scenario> ofHub() {
        return JSON.convertValue(load(resource("scenarios.yaml")), new TypeReference<List<String>>() {}).stream()
                .map(name -> read(resource("scenarios/" + name + ".yaml"), name))
                .toList();
    }

    static List<Scenario> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ScenarioFile::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Scenario read(Path file) {
        try (var yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Map<String, BenchText> texts() {
        return JSON.convertValue(load(resource("texts.yaml")), new TypeReference<>() {});
    }

    private static Object load(InputStream yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static InputStream resource(String name) {
        return ScenarioFile.class.getResourceAsStream(name);
    }
}

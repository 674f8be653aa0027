package fr.hubee.clients.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The scenarios of this hub, in order; one of the ministry's folder replaces that of the same name. */
@ApplicationScoped
public class ScenarioCatalog {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    BenchSettings settings;

    private Map<String, Scenario> known;

    public List<Scenario> all() {
        return List.copyOf(known().values());
    }

    public Optional<Scenario> find(String name) {
        return Optional.ofNullable(known().get(name));
    }

    /** Returns those that a profile needs: {@code SI}, {@code OSL} or {@code PUSH}. */
    public List<Scenario> ofProfile(String profile) {
        return all().stream().filter(each -> each.profiles().contains(profile)).toList();
    }

    /** Reads them once: a hub that is in production reads none. */
    private synchronized Map<String, Scenario> known() {
        if (known == null) {
            known = read(settings.scenarios());
        }
        return known;
    }

    static Map<String, Scenario> read(Optional<Path> folder) {
        var scenarios = new LinkedHashMap<String, Scenario>();
        for (var name : (List<?>) load(resource("scenarios.yaml"))) {
            add(scenarios, read(resource("scenarios/" + name + ".yaml"), name + ""));
        }
        folder.ifPresent(own -> {
            try (var files = Files.list(own)) {
                for (var file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    add(scenarios, read(new ByteArrayInputStream(Files.readAllBytes(file)), file.toString()));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        return scenarios;
    }

    private static void add(Map<String, Scenario> scenarios, Scenario scenario) {
        scenarios.put(scenario.name(), scenario);
    }

    /** @throws IllegalArgumentException when it is no scenario, with the reason */
    static Scenario read(InputStream yaml, String file) {
        try {
            var scenario = JSON.convertValue(load(yaml), Scenario.class);
            for (var step : scenario.steps()) {
                if (!step.isOne()) {
                    throw new IllegalArgumentException("a step has one of partner, expect, fault and check: " + step);
                }
                step.shown();
            }
            return scenario;
        } catch (IllegalArgumentException | YAMLException invalid) {
            throw new IllegalArgumentException(file + ": " + invalid.getMessage(), invalid);
        }
    }

    static Map<String, BenchText> texts() {
        return JSON.convertValue(load(resource("texts.yaml")), new TypeReference<>() {});
    }

    private static Object load(InputStream yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static InputStream resource(String name) {
        return ScenarioCatalog.class.getResourceAsStream(name);
    }
}

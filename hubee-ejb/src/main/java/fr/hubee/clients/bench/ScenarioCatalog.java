package fr.hubee.clients.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios of this hub, in order; one of the ministry's folder replaces that of the same name. */
@ApplicationScoped
public class ScenarioCatalog {
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
            known = read(settings);
        }
        return known;
    }

    static Map<String, Scenario> read(BenchSettings settings) {
        var scenarios = new LinkedHashMap<String, Scenario>();
        ScenarioFile.ofHub().forEach(each -> scenarios.put(each.name(), each));
        settings.scenarios()
                .map(ScenarioFile::in)
                .ifPresent(own -> own.forEach(each -> scenarios.put(each.name(), each)));
        return scenarios;
    }
}

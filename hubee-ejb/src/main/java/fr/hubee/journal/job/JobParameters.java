package fr.hubee.journal.job;

import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** The parameters chosen for a run, by name. */
public record JobParameters(Map<String, String> values) {
    public static final JobParameters NONE = new JobParameters(Map.of());

    public JobParameters {
        values = Map.copyOf(values);
    }

    /**
     * @param typed blank values are left out
     * @throws InvalidRequest for a parameter that is unknown or invalid
     */
    static JobParameters of(Job job, Map<String, String> typed) {
        var chosen = new TreeMap<String, String>();
        typed.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                chosen.put(name, checked(job, name, value.strip()));
            }
        });
        return new JobParameters(chosen);
    }

    private static String checked(Job job, String name, String value) {
        var parameter = job.parameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "Le travail « %s » n’a pas de paramètre « %s ».".formatted(job.label(), name)));
        if (!parameter.good().test(value)) {
            throw new InvalidRequest("Pour le travail « %s », « %s » ne peut pas valoir « %s »."
                    .formatted(job.label(), parameter.label(), value));
        }
        return value;
    }

    String toJson() {
        var json = Json.createObjectBuilder();
        new TreeMap<>(values).forEach(json::add);
        return json.build().toString();
    }

    static JobParameters ofJson(String text) {
        var values = new TreeMap<String, String>();
        try (var reader = Json.createReader(new StringReader(text))) {
            reader.readObject().forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        }
        return new JobParameters(values);
    }
}

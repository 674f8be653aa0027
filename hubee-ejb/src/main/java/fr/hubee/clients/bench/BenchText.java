package fr.hubee.clients.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A sentence of the bench, in French and in English; {@code {0}} stands for its first value. */
public record BenchText(String fr, String en) {
    private static final Map<String, BenchText> KNOWN = ScenarioCatalog.texts();

    /** @throws IllegalArgumentException when {@code texts.yaml} does not have it */
    public static BenchText of(String name, Object... values) {
        return Optional.ofNullable(KNOWN.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name))
                .with(values);
    }

    BenchText with(Object... values) {
        return new BenchText(filled(fr, BenchText::fr, values), filled(en, BenchText::en, values));
    }

    private static String filled(String text, Function<BenchText, String> language, Object... values) {
        var filled = text;
        for (int i = 0; i < values.length; i++) {
            var value = values[i] instanceof BenchText part ? language.apply(part) : String.valueOf(values[i]);
            filled = filled.replace("{" + i + "}", value);
        }
        return filled;
    }
}

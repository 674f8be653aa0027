package fr.hubee.kernel.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The source of settings. */
public final class SettingSource {
    private final UnaryOperator<String> texts;
    private final Consumer<RuntimeException> refusals;

    /** System properties, then environment variables. */
    public static SettingSource ofThisServer() {
        return new SettingSource(name -> System.getProperty(name, System.getenv(name)));
    }

    /** @param texts returns the text of a setting, or null if it is not set */
    public SettingSource(UnaryOperator<String> texts) {
        this(texts, refusal -> {
            throw refusal;
        });
    }

    private SettingSource(UnaryOperator<String> texts, Consumer<RuntimeException> refusals) {
        this.texts = texts;
        this.refusals = refusals;
    }

    /** Returns the same source, which does not stop at a wrong setting: it reports it, and continues with the default. */
    public SettingSource noting(Consumer<String> notes) {
        return new SettingSource(texts, refusal -> {
            if (!(refusal instanceof Noted)) {
                notes.accept(refusal.getMessage());
            }
        });
    }

    /** Reads the settings of a feature; null where they are wrong and this source only reports it. */
    public <T> T settings(Function<SettingSource, T> feature) {
        try {
            return feature.apply(this);
        } catch (IllegalStateException invalid) {
            refuse(invalid);
            return null;
        }
    }

    void refuse(IllegalStateException wrong) {
        refusals.accept(wrong);
    }

    /**
     * @param unset the default text of a setting that is not set
     * @param meaning parses the text; fails when it is invalid
     * @throws IllegalStateException with the name of the invalid setting
     */
    public <T> T read(String name, String unset, Function<String, T> meaning) {
        try {
            return meaning.apply(text(name, unset));
        } catch (RuntimeException invalid) {
            refuse(new IllegalStateException(
                    "The setting " + name + " cannot be \"" + texts.apply(name) + "\"", invalid));
            return instead(unset, meaning);
        }
    }

    private static <T> T instead(String unset, Function<String, T> meaning) {
        try {
            return meaning.apply(unset);
        } catch (RuntimeException failure) {
            throw new Noted();
        }
    }

    /**
     * The same, for a secret: an invalid text is not shown, and the setting with the suffix {@code _FILE} may name a file that contains it.
     */
    public <T> T secret(String name, Function<String, T> meaning) {
        try {
            return meaning.apply(secretText(name));
        } catch (RuntimeException invalid) {
            refuse(new IllegalStateException("The setting " + name + " is missing or wrong", invalid));
            return instead("", meaning);
        }
    }

    private String secretText(String name) {
        var file = text(name + "_FILE", "");
        if (file.isEmpty()) {
            return text(name, "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    String text(String name, String unset) {
        var text = texts.apply(name);
        return text == null || text.isBlank() ? unset : text.strip();
    }

    /** Ends the reading of a feature with a wrong setting that has no default and was reported. */
    private static final class Noted extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }
}

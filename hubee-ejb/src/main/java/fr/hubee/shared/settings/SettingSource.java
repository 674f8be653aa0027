package fr.hubee.shared.settings;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where settings come from. */
public final class SettingSource {
    private final UnaryOperator<String> texts;

    /** The system properties, then the environment. */
    public static SettingSource ofThisServer() {
        return new SettingSource(name -> System.getProperty(name, System.getenv(name)));
    }

    /** @param texts gives the text of a setting, or null where it is not set */
    public SettingSource(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /**
     * @param unset the text that stands for a setting which is not set
     * @param meaning fails when the text makes no sense
     * @throws IllegalStateException names the setting that makes no sense
     */
    public <T> T read(String name, String unset, Function<String, T> meaning) {
        try {
            return meaning.apply(text(name, unset));
        } catch (RuntimeException nonsense) {
            throw new IllegalStateException(
                    "The setting " + name + " cannot be \"" + texts.apply(name) + "\"", nonsense);
        }
    }

    /** The same; the text that is refused is not shown. */
    public <T> T secret(String name, Function<String, T> meaning) {
        try {
            return meaning.apply(text(name, ""));
        } catch (RuntimeException nonsense) {
            throw new IllegalStateException("The setting " + name + " is missing or wrong", nonsense);
        }
    }

    String text(String name, String unset) {
        var text = texts.apply(name);
        return text == null || text.isBlank() ? unset : text.strip();
    }
}

package fr.hubee.kernel.shared;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The French words of each room, in {@code fr/hubee/<room>/words.properties}: the code has only keys and values. */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    private static final Map<String, ResourceBundle> ROOMS = new ConcurrentHashMap<>();

    private Words() {}

    /**
     * Returns a text of a room, with <code>{0}</code>, <code>{1}</code> … replaced by the values as they are.
     *
     * @param key the room, a dot, and the key in its bundle: « people.account.isActive »
     * @throws java.util.MissingResourceException if there is no such text; a test looks for it
     */
    public static String text(String key, Object... values) {
        int dot = key.indexOf('.');
        var text = room(key.substring(0, dot)).getString(key.substring(dot + 1));
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    /** Returns the text on screen of a value, whose key is « Type.VALUE » in the bundle of its room. */
    public static String label(Enum<?> value) {
        return label(value, "");
    }

    /** Returns another text of a value, whose key is « Type.VALUE.part ». */
    public static String label(Enum<?> value, String part) {
        var type = value.getDeclaringClass();
        return room(roomOf(type))
                .getString(type.getSimpleName() + "." + value.name() + (part.isEmpty() ? "" : "." + part));
    }

    private static String roomOf(Class<?> type) {
        var inHubee = type.getPackageName().substring("fr.hubee.".length());
        return inHubee.substring(0, inHubee.indexOf('.'));
    }

    private static ResourceBundle room(String name) {
        return ROOMS.computeIfAbsent(
                name,
                room -> ResourceBundle.getBundle(
                        "fr.hubee." + room + ".words", Locale.FRENCH, Words.class.getClassLoader()));
    }
}
